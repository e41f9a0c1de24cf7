package org.tessera.engine.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates compared with given budgets rather than those of this machine. */
class EstimateTest {

    private static final double GIGABYTE = 1 << 30;

    private static Estimate estimate(double bytes, double seconds) {
        return new Estimate("Average linkage of 30,000 rows", bytes, seconds, List.of("use Ward", "sample the rows"));
    }

    @Test
    void refuses_what_does_not_fit_with_estimate_limit_and_what_takes_less() {
        SegmentationException e = assertThrows(
                SegmentationException.class,
                () -> estimate(3.4 * GIGABYTE, 60).requireMemory(new Budget(300 << 20, 600)));
        assertEquals(
                "Average linkage of 30,000 rows needs about 3.4 GB of memory, but only 300 MB is free", e.problem());
        assertEquals(List.of("use Ward", "sample the rows", "give Java more memory (-Xmx)"), e.remedies());
    }

    @ParameterizedTest
    @CsvSource({"0, 0 kB", "80000, 78 kB", "1048576, 1 MB", "1e9, 954 MB", "1e10, 9.3 GB", "5e12, '4,657 GB'"})
    void says_sizes_in_the_unit_that_fits(double bytes, String text) {
        SegmentationException e = assertThrows(
                SegmentationException.class, () -> estimate(1e15, 0).requireMemory(new Budget(bytes, 1)));
        assertEquals(
                "Average linkage of 30,000 rows needs about 931,323 GB of memory, but only " + text + " is free",
                e.problem());
    }

    @Test
    void lets_through_what_just_fits() {
        assertDoesNotThrow(() -> estimate(GIGABYTE, 1e9).requireMemory(new Budget(GIGABYTE, 600)));
        assertThrows(
                SegmentationException.class, () -> estimate(GIGABYTE + 1, 0).requireMemory(new Budget(GIGABYTE, 600)));
    }

    @Test
    void warns_of_a_run_that_is_longer_than_the_budget_only() {
        assertEquals("", estimate(0, 600).warning(new Budget(0, 600)));
        assertEquals(
                "Average linkage of 30,000 rows takes about 10 minutes by estimate. If that is too long, use Ward.",
                estimate(0, 601).warning(new Budget(0, 600)));
        assertEquals(
                "Work takes about 2 seconds by estimate.",
                new Estimate("Work", 0, 2, List.of()).warning(new Budget(0, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1 second",
        "1.4, 1 second",
        "89.4, 89 seconds",
        "90, 2 minutes",
        "5399, 90 minutes",
        "5400, 2 hours",
        "172799, 48 hours",
        "172800, 2 days",
        "1e9, '11,574 days'"
    })
    void says_a_span_of_time_in_the_unit_that_fits(double seconds, String text) {
        assertEquals(text, Estimate.duration(seconds));
    }

    @Test
    void refuses_numbers_that_are_none() {
        assertThrows(IllegalArgumentException.class, () -> new Budget(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Budget(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Budget(1, 0));
        assertThrows(IllegalArgumentException.class, () -> estimate(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> estimate(1, Double.NaN));
    }
}
