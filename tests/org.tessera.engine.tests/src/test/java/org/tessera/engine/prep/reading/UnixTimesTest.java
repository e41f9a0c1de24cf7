package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

/** Whole numbers that may be Unix times. */
class UnixTimesTest {

    private static final double TIME = 1_614_950_000;

    private static OptionalDouble earliest(double... values) {
        return UnixTimes.earliest(new NumericColumn("c", values, true));
    }

    @Test
    void seconds_and_milliseconds_are_found() {
        OptionalDouble time =
                OptionalDouble.of(Instant.parse("2021-03-05T13:13:20Z").getEpochSecond() / 86_400.0);
        assertEquals(time, earliest(TIME + 1e7, Double.NaN, TIME));
        assertEquals(time, earliest(TIME * 1000 + 1e10, TIME * 1000));
    }

    @Test
    void other_numbers_are_no_times() {
        assertEquals(OptionalDouble.empty(), earliest());
        assertEquals(OptionalDouble.empty(), earliest(Double.NaN));
        assertEquals(OptionalDouble.empty(), earliest(TIME, TIME + 1));
        assertEquals(OptionalDouble.empty(), earliest(TIME, TIME + 1e7 + 0.5));
        assertEquals(OptionalDouble.empty(), earliest(TIME, TIME + 1e9));
        assertEquals(OptionalDouble.empty(), earliest(7, TIME));
        assertEquals(OptionalDouble.empty(), earliest(TIME, TIME * 1000));
        assertEquals(
                OptionalDouble.empty(),
                UnixTimes.earliest(new NumericColumn("c", new double[] {TIME, 2e9}, true, Quantity.DURATION)));
    }
}
