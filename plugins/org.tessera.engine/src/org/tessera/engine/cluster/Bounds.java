package org.tessera.engine.cluster;

/** Checks of options, in one place so that all messages read alike: the value, its bounds, and what to change. */
public final class Bounds {

    private Bounds() {}

    /**
     * Refuses a value outside its bounds.
     *
     * @param option the name of the option for the message
     * @param value its value
     * @param min the lowest value
     * @param max the highest value
     * @throws IllegalArgumentException if the value is below the lowest or above the highest
     */
    public static void check(String option, long value, long min, long max) {
        if (value < min || value > max) {
            String remedy = value < min ? "raise it to " + min + " or more." : "lower it to " + max + " or less.";
            throw new IllegalArgumentException(
                    option + " is " + value + ", but has to be from " + min + " to " + max + ": " + remedy);
        }
    }

    /**
     * Refuses a value that is not positive or not finite.
     *
     * @param option the name of the option for the message
     * @param value its value
     * @throws IllegalArgumentException if the value is 0, negative, infinite or NaN
     */
    public static void checkPositive(String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(option + " is " + value + ", but has to be a finite number above 0: "
                    + (value > 0 ? "lower it." : "raise it."));
        }
    }
}
