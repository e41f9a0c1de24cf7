package org.tessera.charts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.charts.HistogramTicks.Tick;
import org.tessera.engine.data.Quantity;

/** Ticks of dates and times of day at the starts of years, months, weeks, days, hours or minutes. */
final class TimeTicks {

    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720};
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 3, 6};
    private static final int[] YEARS = {1, 2, 5};
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final double DAYS_PER_YEAR = 365.2425;
    /** The first Monday, in days since 1970-01-01. */
    private static final int FIRST_MONDAY = 4;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Scale scale;
    private final int limit;

    private TimeTicks(Scale scale, int limit) {
        this.scale = scale;
        this.limit = limit;
    }

    /** The finest ticks on a scale that are not more than a limit. */
    static List<Tick> of(Scale scale, Quantity quantity, int limit) {
        TimeTicks ticks = new TimeTicks(scale, limit);
        List<Tick> found = List.of();
        for (int i = 0; i < MINUTES.length && found.isEmpty() && quantity != Quantity.DATE; i++) {
            found = ticks.minutes(MINUTES[i], quantity == Quantity.TIME);
        }
        for (int i = 0; i < DAYS.length && found.isEmpty() && quantity.isDate(); i++) {
            found = ticks.days(DAYS[i]);
        }
        for (int i = 0; i < MONTHS.length && found.isEmpty() && quantity.isDate(); i++) {
            found = ticks.months(MONTHS[i]);
        }
        for (int power = 1; power < Year.MAX_VALUE && found.isEmpty() && quantity.isDate(); power *= 10) {
            for (int i = 0; i < YEARS.length && found.isEmpty(); i++) {
                found = ticks.months(12L * YEARS[i] * power);
            }
        }
        return found;
    }

    /** Whether the multiples of a length may be within the limit; avoids enumerating too many. */
    private boolean mayFit(double length) {
        return (scale.to() - scale.from()) / length < limit + 1;
    }

    /** The ticks, or none if they exceed the limit. */
    private List<Tick> limited(List<Tick> ticks) {
        return ticks.size() <= limit ? ticks : List.of();
    }

    private List<Tick> minutes(int step, boolean ofDay) {
        double perValue = ofDay ? 60 : MINUTES_PER_DAY;
        List<Tick> ticks = new ArrayList<>();
        if (mayFit(step / perValue)) {
            long first = (long) Math.ceil(scale.from() * perValue / step);
            for (long m = first * step; m / perValue <= scale.to(); m += step) {
                ticks.add(new Tick(m / perValue, ofDay ? ofDay(m) : dateTime(m)));
            }
        }
        return limited(ticks);
    }

    private static String ofDay(long minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private static String dateTime(long minute) {
        return LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC).format(TIME);
    }

    private List<Tick> days(int step) {
        List<Tick> ticks = new ArrayList<>();
        if (mayFit(step)) {
            int shift = step % 7 == 0 ? FIRST_MONDAY : 0;
            long first = (long) Math.ceil((scale.from() - shift) / step);
            for (long day = first * step + shift; day <= scale.to(); day += step) {
                ticks.add(new Tick(day, LocalDate.ofEpochDay(day).toString()));
            }
        }
        return limited(ticks);
    }

    /** Ticks at the starts of months, such as 2024-02, or of years, such as 2024. */
    private List<Tick> months(long step) {
        List<Tick> ticks = new ArrayList<>();
        if (mayFit(step * DAYS_PER_YEAR / 12)) {
            LocalDate from = LocalDate.ofEpochDay((long) Math.floor(scale.from()));
            long month = Math.floorDiv(from.getYear() * 12L + from.getMonthValue() - 1, step) * step;
            while (month / 12 <= Year.MAX_VALUE && date(month).toEpochDay() <= scale.to()) {
                LocalDate date = date(month);
                if (date.toEpochDay() >= scale.from()) {
                    ticks.add(new Tick(date.toEpochDay(), text(date, step)));
                }
                month += step;
            }
        }
        return limited(ticks);
    }

    private static LocalDate date(long month) {
        int year = (int) Math.max(Year.MIN_VALUE, Math.floorDiv(month, 12));
        return LocalDate.of(year, Math.floorMod(month, 12) + 1, 1);
    }

    private static String text(LocalDate date, long step) {
        return step % 12 == 0
                ? Integer.toString(date.getYear())
                : String.format(Locale.ROOT, "%d-%02d", date.getYear(), date.getMonthValue());
    }
}
