package org.tessera.engine.prep.reading;

import java.util.EnumMap;
import java.util.Map;
import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.prep.reading.DateText.Order;
import org.tessera.engine.prep.reading.NumberTally.Candidate;

/** Counts how the texts of a column read as dates, to decide the order of day, month and year for all of them. */
final class DateTally {

    /** Arrangements that are the same one with and without an offset from UTC. */
    private static final TextFormat[] WITHOUT_OFFSET = {TextFormat.YEAR_FIRST, TextFormat.MONTH_NAME};

    private static final int QUARTERS = 4;
    private static final int CENTURY = 100;

    /** Rows that read as dates of known order, by arrangement. */
    private final Map<Order, Integer> rows = new EnumMap<>(Order.class);

    private int dayFirst;
    private int monthFirst;
    private int onlyDayFirst;
    private int onlyMonthFirst;
    private int ambiguous;
    private boolean hasOpenCentury;
    /** Whether a text with a year and two digits cannot be a year and its quarter, or two years as in "2011-12". */
    private boolean hasProvenMonth;

    private final ShortYearTally shortYears = new ShortYearTally();

    void add(DateText date, int count) {
        switch (date.order()) {
            case NONE -> {}
            case YEAR_LAST -> addYearLast(date, count);
            case SHORT_YEAR_LAST -> shortYears.add(date, count);
            default -> addNamed(date, count);
        }
    }

    private void addNamed(DateText date, int count) {
        boolean isShort = date.order() == Order.MONTH_NAME_SHORT_YEAR;
        int year = isShort ? DateText.SOME_CENTURY + date.first() : date.first();
        if (DateText.isDate(year, date.second(), date.third()) || date.order() == Order.MONTH_AND_NUMBER) {
            rows.merge(date.order(), count, Integer::sum);
            hasOpenCentury |= isShort && DateText.year(date.first()) < 0;
            hasProvenMonth |= date.second() > QUARTERS && date.second() != (date.first() + 1) % CENTURY;
        }
    }

    private void addYearLast(DateText date, int count) {
        double day = date.days(TextFormat.DAY_FIRST);
        double month = date.days(TextFormat.MONTH_FIRST);
        boolean readsDay = !Double.isNaN(day);
        boolean readsMonth = !Double.isNaN(month);
        dayFirst += readsDay ? count : 0;
        monthFirst += readsMonth ? count : 0;
        onlyDayFirst += readsDay && !readsMonth ? count : 0;
        onlyMonthFirst += readsMonth && !readsDay ? count : 0;
        ambiguous += readsDay && readsMonth && day != month ? count : 0;
    }

    private int rows(Order order) {
        return rows.getOrDefault(order, 0);
    }

    private int yearLast() {
        return Math.max(dayFirst, monthFirst);
    }

    /** Number of rows that read as dates in the most frequent arrangement. */
    int rows() {
        int offsets = rows(Order.WITH_OFFSET);
        int most = Math.max(yearLast(), shortYears.rows());
        for (TextFormat format : TextFormat.values()) {
            most = Math.max(most, rows(format.order()));
        }
        for (TextFormat format : WITHOUT_OFFSET) {
            most = Math.max(most, rows(format.order()) + offsets);
        }
        return Math.max(most, rows(Order.MONTH_AND_NUMBER));
    }

    /** The pattern of most texts that read. */
    Candidate candidate() {
        int most = rows();
        int offsets = rows(Order.WITH_OFFSET);
        for (TextFormat format : WITHOUT_OFFSET) {
            int without = rows(format.order());
            if (without + offsets == most) {
                boolean mixed = without > 0 && offsets > 0;
                return new Candidate(
                        offsets > without ? TextFormat.WITH_OFFSET : format,
                        mixed ? Outcome.SOME_OFFSETS : Outcome.READ);
            }
        }
        if (yearLast() == most) {
            boolean proven = ambiguous == 0 || (onlyDayFirst > 0) != (onlyMonthFirst > 0);
            return new Candidate(
                    monthFirst > dayFirst ? TextFormat.MONTH_FIRST : TextFormat.DAY_FIRST,
                    proven ? Outcome.READ : Outcome.AMBIGUOUS);
        }
        if (shortYears.rows() == most) {
            return shortYears.candidate();
        }
        if (rows(Order.MONTH_OF_YEAR) == most) {
            return new Candidate(TextFormat.MONTH_OF_YEAR, Outcome.READ);
        }
        if (rows(Order.YEAR_MONTH) == most) {
            return new Candidate(TextFormat.YEAR_MONTH, hasProvenMonth ? Outcome.READ : Outcome.CODES);
        }
        boolean read = rows(Order.MONTH_NAME_SHORT_YEAR) == most && !hasOpenCentury;
        return new Candidate(TextFormat.MONTH_NAME_SHORT_YEAR, read ? Outcome.READ : Outcome.SHORT_YEARS);
    }
}
