package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongToDoubleFunction;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.profile.RuleTerms.Threshold;

/** Thresholds of rules on dates and times of day, at quantiles rounded to whole days, hours, minutes or seconds. */
final class TimeThresholds {

    private static final int HOURS = 24;
    private static final int MINUTES = HOURS * 60;
    private static final int SECONDS = MINUTES * 60;

    /** Rounding units per day. */
    private final int perDay;

    private final LongToDoubleFunction value;
    private final double unitsPerValue;

    private TimeThresholds(Quantity quantity, double resolution) {
        boolean time = quantity == Quantity.TIME;
        double days = time ? resolution / HOURS : resolution;
        perDay = quantity == Quantity.DATE ? 1 : perDay(days, time);
        unitsPerValue = time ? perDay / (double) HOURS : perDay;
        long nanos = Quantity.NANOS_PER_DAY / perDay;
        value = time
                ? unit -> Quantity.hours(unit * nanos)
                : unit -> Quantity.days(Math.floorDiv(unit, perDay), Math.floorMod(unit, perDay) * nanos);
    }

    /** The number per day of the largest unit that is not above a resolution in days. */
    private static int perDay(double days, boolean time) {
        if (days >= 1 && !time) {
            return 1;
        }
        if (days >= 1.0 / HOURS) {
            return HOURS;
        }
        return days >= 1.0 / MINUTES ? MINUTES : SECONDS;
    }

    /** Rounded quantiles, and for each rounded times that separate it from both its neighbors; all above the minimum. */
    static List<Threshold> of(double[] sorted, SortedSet<Integer> borders, Quantity quantity) {
        TreeSet<Double> found = new TreeSet<>();
        if (sorted.length > 0) {
            TimeThresholds units = new TimeThresholds(quantity, RuleTerms.resolution(sorted));
            for (int index : borders) {
                double value = sorted[index];
                found.add(units.nearest(value));
                for (int next : RuleTerms.neighbors(sorted, value)) {
                    found.add(units.between(sorted[next - 1], sorted[next]));
                }
            }
        }
        List<Threshold> thresholds = new ArrayList<>();
        for (double value : found) {
            if (value > sorted[0] && value <= sorted[sorted.length - 1]) {
                thresholds.add(new Threshold(value, quantity.text(value)));
            }
        }
        return thresholds;
    }

    /** The nearest whole unit. */
    private double nearest(double number) {
        return value.applyAsDouble((long) Math.floor(number * unitsPerValue + 0.5));
    }

    /** The whole unit nearest to the middle, if it is above one value and not above the next, or the next value. */
    private double between(double number, double next) {
        double whole = nearest(number + (next - number) / 2);
        return whole > number && whole <= next ? whole : next;
    }
}
