package org.tessera.engine.prep.reading;

import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.prep.reading.NumberTally.Candidate;

/** Counts how the texts of a column read as dates, to decide the order of day and month for all of them. */
final class DateTally {

    private int yearFirst;
    private int withOffset;
    private int dayFirst;
    private int monthFirst;
    private int onlyDayFirst;
    private int onlyMonthFirst;
    private int ambiguous;
    private int shortYears;

    void add(DateText date, int count) {
        switch (date.order()) {
            case YEAR_FIRST -> yearFirst += Double.isNaN(date.days(TextFormat.YEAR_FIRST)) ? 0 : count;
            case WITH_OFFSET -> withOffset += Double.isNaN(date.days(TextFormat.WITH_OFFSET)) ? 0 : count;
            case YEAR_LAST -> addYearLast(date, count);
            case SHORT_YEAR_LAST -> shortYears += isShortDate(date) ? count : 0;
            case NONE -> {}
        }
    }

    private static boolean isShortDate(DateText date) {
        return !Double.isNaN(DateText.midnight(date.third(), date.second(), date.first()))
                || !Double.isNaN(DateText.midnight(date.third(), date.first(), date.second()));
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

    private int yearLast() {
        return Math.max(dayFirst, monthFirst);
    }

    /** Number of rows that read as dates in the most frequent arrangement. */
    int rows() {
        return Math.max(yearFirst + withOffset, Math.max(yearLast(), shortYears));
    }

    /** The pattern of most texts that read. */
    Candidate candidate() {
        if (yearFirst + withOffset >= Math.max(yearLast(), shortYears)) {
            boolean mixed = yearFirst > 0 && withOffset > 0;
            return candidate(
                    withOffset > yearFirst ? TextFormat.WITH_OFFSET : TextFormat.YEAR_FIRST,
                    mixed ? Outcome.SOME_OFFSETS : Outcome.READ);
        }
        TextFormat likely = monthFirst > dayFirst ? TextFormat.MONTH_FIRST : TextFormat.DAY_FIRST;
        if (shortYears > yearLast()) {
            return candidate(likely, Outcome.SHORT_YEARS);
        }
        boolean proven = ambiguous == 0 || (onlyDayFirst > 0) != (onlyMonthFirst > 0);
        return candidate(likely, proven ? Outcome.READ : Outcome.AMBIGUOUS);
    }

    private static Candidate candidate(TextFormat format, Outcome outcome) {
        return new Candidate(TextPattern.of(format), outcome);
    }
}
