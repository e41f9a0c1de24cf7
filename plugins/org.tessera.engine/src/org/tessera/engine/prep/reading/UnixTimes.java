package org.tessera.engine.prep.reading;

import java.util.OptionalDouble;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

/**
 * Whole numbers that may be times in Unix seconds or milliseconds, as all of them are from 2000 to 2040 then, and more
 * than 30 days apart, which running numbers are not. Nothing proves that they are times: they are never read as such.
 */
public final class UnixTimes {

    private static final double FIRST_SECOND = 946_684_800;
    private static final double LAST_SECOND = 2_208_988_800.0;
    private static final double MIN_SECONDS = 30 * 86_400;
    private static final double MILLIS = 1_000;
    private static final double DAY = 86_400;

    private UnixTimes() {}

    /**
     * Whether a column may hold times. O(n).
     *
     * @param column the numbers
     * @return the earliest of the times, in days since 1970-01-01 ({@link Quantity#DATE_TIME}); empty if they are none
     */
    public static OptionalDouble earliest(NumericColumn column) {
        if (column.quantity() != Quantity.NUMBER) {
            return OptionalDouble.empty();
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : column.values()) {
            if (value != Math.rint(value) && !Double.isNaN(value)) {
                return OptionalDouble.empty();
            }
            if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (areTimes(min, max, 1)) {
            return OptionalDouble.of(min / DAY);
        }
        return areTimes(min, max, MILLIS) ? OptionalDouble.of(min / MILLIS / DAY) : OptionalDouble.empty();
    }

    private static boolean areTimes(double min, double max, double perSecond) {
        return min >= FIRST_SECOND * perSecond && max < LAST_SECOND * perSecond && max - min >= MIN_SECONDS * perSecond;
    }
}
