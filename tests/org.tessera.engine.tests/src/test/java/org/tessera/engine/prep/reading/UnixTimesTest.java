package org.tessera.engine.prep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

/** Whole numbers that may be Unix times. */
class UnixTimesTest {

    private static final double TIME = 1_614_950_000;

    private static Optional<Instant> earliest(double... values) {
        return UnixTimes.earliest(new NumericColumn("c", values, true));
    }

    @Test
    void seconds_and_milliseconds_are_found() {
        Optional<Instant> time = Optional.of(Instant.parse("2021-03-05T13:13:20Z"));
        assertEquals(time, earliest(TIME + 1e7, Double.NaN, TIME));
        assertEquals(time, earliest(TIME * 1000 + 1e10, TIME * 1000));
    }

    @Test
    void other_numbers_are_no_times() {
        assertEquals(Optional.empty(), earliest());
        assertEquals(Optional.empty(), earliest(Double.NaN));
        assertEquals(Optional.empty(), earliest(TIME, TIME + 1));
        assertEquals(Optional.empty(), earliest(TIME, TIME + 1e7 + 0.5));
        assertEquals(Optional.empty(), earliest(TIME, TIME + 1e9));
        assertEquals(Optional.empty(), earliest(7, TIME));
        assertEquals(Optional.empty(), earliest(TIME, TIME * 1000));
        assertEquals(
                Optional.empty(),
                UnixTimes.earliest(new NumericColumn("c", new double[] {TIME, 2e9}, true, Quantity.DURATION)));
    }
}
