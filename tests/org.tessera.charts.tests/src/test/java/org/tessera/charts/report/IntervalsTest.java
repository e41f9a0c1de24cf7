package org.tessera.charts.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tessera.engine.profile.NumericSummary;

/** Intervals against scipy 1.17.1: {@code stats.t.ppf}, {@code binomtest(k, n).proportion_ci(method="wilson")}. */
class IntervalsTest {

    @Test
    void quantiles_are_those_of_student_to_a_tenth_of_a_percent() {
        assertEquals(2.7764451051977934, Intervals.studentQuantile(4), 2.8e-3);
        assertEquals(2.262157162798205, Intervals.studentQuantile(9), 1e-4);
        assertEquals(2.045229642132703, Intervals.studentQuantile(29), 1e-6);
        assertEquals(1.9623414611334493, Intervals.studentQuantile(999), 1e-9);
    }

    @Test
    void a_mean_is_known_by_its_standard_error() {
        double half = Intervals.ofMean(summary(30, 12)).orElseThrow();
        assertEquals(2.045229642132703 * 12 / Math.sqrt(30), half, 1e-5);
        assertEquals(0, Intervals.ofMean(summary(30, 0)).orElseThrow(), 0);
    }

    @Test
    void a_handful_of_values_gets_no_interval() {
        assertEquals(OptionalDouble.empty(), Intervals.ofMean(summary(4, 1)));
        assertEquals(OptionalDouble.empty(), Intervals.ofMean(summary(0, Double.NaN)));
    }

    @Test
    void shares_have_the_intervals_of_wilson() {
        assertInterval(0.11186170140766571, 0.468700877618744, 5, 20);
        assertInterval(0, 0.27753279986288926, 0, 10);
        assertInterval(0.7224672001371109, 1, 10, 10);
        assertInterval(0.1318908504316679, 0.22626947618688512, 43, 247);
    }

    private static void assertInterval(double low, double high, int count, int of) {
        Intervals.Interval interval = Intervals.ofShare((double) count / of, of);
        assertEquals(low, interval.low(), 1e-12);
        assertEquals(high, interval.high(), 1e-12);
    }

    private static NumericSummary summary(int count, double sd) {
        return new NumericSummary(count, 100, sd, 0, 0, 0, 0, 0);
    }
}
