package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongToDoubleFunction;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.profile.RuleTerms.Threshold;

/** Thresholds of dates and times of day: whole days, hours, minutes or seconds rather than round numbers. */
final class TimeThresholds {

    private static final int HOURS = 24;
    private static final int MINUTES = HOURS * 60;
    private static final int SECONDS = MINUTES * 60;

    /** Units per day. */
    private final int perDay;

    private final LongToDoubleFunction value;
    private final double unitsPerValue;

    private TimeThresholds(Quantity quantity, double step) {
        boolean time = quantity == Quantity.TIME;
        double days = time ? step / HOURS : step;
        perDay = quantity == Quantity.DATE ? 1 : perDay(days, time);
        unitsPerValue = time ? perDay / (double) HOURS : perDay;
        long nanos = Quantity.DAY / perDay;
        value = time
                ? unit -> Quantity.hours(unit * nanos)
                : unit -> Quantity.days(Math.floorDiv(unit, perDay), Math.floorMod(unit, perDay) * nanos);
    }

    private static int perDay(double step, boolean time) {
        if (step >= 1 && !time) {
            return 1;
        }
        if (step >= 1.0 / HOURS) {
            return HOURS;
        }
        return step >= 1.0 / MINUTES ? MINUTES : SECONDS;
    }

    /** Rounded quantiles, and the first value above one that many customers share; none at or below the smallest. */
    static List<Threshold> of(double[] sorted, Quantity quantity) {
        TreeSet<Double> found = new TreeSet<>();
        if (sorted.length > 0) {
            TimeThresholds units = new TimeThresholds(quantity, RuleTerms.step(sorted));
            for (int place : RuleTerms.places(sorted.length)) {
                double value = sorted[place];
                found.add(units.nearest(value));
                int above = RuleTerms.firstAbove(sorted, value);
                if (above < sorted.length) {
                    found.add(units.between(value, sorted[above]));
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

    private double nearest(double number) {
        return value.applyAsDouble((long) Math.floor(number * unitsPerValue + 0.5));
    }

    /** The last whole unit above one value and not above the next, or else the next. */
    private double between(double number, double next) {
        double whole = value.applyAsDouble((long) Math.floor(next * unitsPerValue));
        return whole > number && whole <= next ? whole : next;
    }
}
