package org.tessera.engine.metric;

import java.util.Locale;

/**
 * The values that a metric can take, and which of two is better.
 *
 * @param lowest the smallest possible value
 * @param highest the largest possible value, may be infinite
 * @param higherIsBetter true if a larger value is better
 */
public record MetricRange(double lowest, double highest, boolean higherIsBetter) {

    /** Checks the bounds. */
    public MetricRange {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException("A range from " + lowest + " to " + highest + " is empty");
        }
    }

    /**
     * A range in which larger values are better.
     *
     * @param lowest the smallest possible value
     * @param highest the largest possible value, may be infinite
     * @return the range
     */
    public static MetricRange higherIsBetter(double lowest, double highest) {
        return new MetricRange(lowest, highest, true);
    }

    /**
     * A range in which smaller values are better.
     *
     * @param lowest the smallest possible value
     * @param highest the largest possible value, may be infinite
     * @return the range
     */
    public static MetricRange lowerIsBetter(double lowest, double highest) {
        return new MetricRange(lowest, highest, false);
    }

    /**
     * Compares two values; an undefined value (NaN) is never better and any defined one is better than it.
     *
     * @param value a value
     * @param other another value
     * @return whether the first is strictly better
     */
    public boolean isBetter(double value, double other) {
        if (Double.isNaN(value)) {
            return false;
        }
        if (Double.isNaN(other)) {
            return true;
        }
        return higherIsBetter ? value > other : value < other;
    }

    /** @return which way is better: "higher" or "lower" */
    public String better() {
        return higherIsBetter ? "higher" : "lower";
    }

    /** @return the best possible value; infinite if there is no limit in the better direction */
    public double best() {
        return higherIsBetter ? highest : lowest;
    }

    /** @return such as "-1 to 1, higher is better" or "from 0, lower is better" */
    public String inWords() {
        String bounds = Double.isInfinite(highest)
                ? Double.isInfinite(lowest) ? "any number" : "from " + shown(lowest)
                : Double.isInfinite(lowest) ? "up to " + shown(highest) : shown(lowest) + " to " + shown(highest);
        return bounds + ", " + better() + " is better";
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) ? String.format(Locale.ENGLISH, "%,.0f", bound) : Double.toString(bound);
    }
}
