package org.tessera.engine.cluster;

/** Checks of option bounds, in one place so that all messages read alike. */
public final class Bounds {

    private Bounds() {}

    public static void check(String option, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    option + " is " + value + ", but has to be from " + min + " to " + max + ".");
        }
    }

    public static void checkPositive(String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(option + " is " + value + ", but has to be a finite number above 0.");
        }
    }
}
