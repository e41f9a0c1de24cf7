package org.tessera.engine.prep.screen;

/**
 * Whole numbers that are points in time: seconds, milliseconds or microseconds since 1970, from September 2001 (ten
 * digits of seconds) to 2040, or dates as YYYYMMDD.
 */
final class PointsInTime {

    private static final double FIRST_SECOND = 1e9;
    private static final double LAST_SECOND = 2.24e9;
    private static final double[] SECONDS = {1, 1e3, 1e6};
    private static final double FIRST_YEAR = 1900;
    private static final double LAST_YEAR = 2100;

    private PointsInTime() {}

    /** Whether all of the ascending whole numbers are. O(n). */
    static boolean all(double[] sorted) {
        double first = sorted[0];
        double last = sorted[sorted.length - 1];
        for (double second : SECONDS) {
            if (first >= FIRST_SECOND * second && last < LAST_SECOND * second) {
                return true;
            }
        }
        return areDates(sorted);
    }

    private static boolean areDates(double[] values) {
        for (double v : values) {
            double year = Math.floor(v / 10_000);
            double month = Math.floor(v / 100) % 100;
            double day = v % 100;
            if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
                return false;
            }
        }
        return true;
    }
}
