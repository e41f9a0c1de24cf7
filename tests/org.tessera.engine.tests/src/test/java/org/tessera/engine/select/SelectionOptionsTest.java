package org.tessera.engine.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;

/** Bounds of the options: the limits themselves are allowed, what is beyond is named. */
class SelectionOptionsTest {

    private static final List<Metric> OTHERS =
            List.of(Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC);

    @Test
    void defaults_are_those_of_the_documentation() {
        SelectionOptions options = SelectionOptions.defaults();
        assertEquals(
                new SelectionOptions(
                        Silhouette.METRIC,
                        OTHERS,
                        new Guards(0.02, 0.9, 0.2, 0, true),
                        0.01,
                        MetricOptions.EXACT_UP_TO,
                        Distance.EUCLIDEAN),
                options);
        assertEquals(20_000, options.exactUpTo());
        assertEquals(NoisePolicy.ZERO, options.metricOptions().noise());
        assertEquals(
                Distance.MANHATTAN,
                options.withDistance(Distance.MANHATTAN).metricOptions().distance());
    }

    @Test
    void the_metric_that_decides_is_measured_behind_the_others_and_once() {
        SelectionOptions options = SelectionOptions.defaults();
        assertEquals(OTHERS, options.measured());
        assertEquals(OTHERS, options.withMetric(CalinskiHarabasz.METRIC).measured());
        assertEquals(
                List.of(Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC, Dunn.METRIC),
                options.withMetric(Dunn.METRIC).measured());
        assertEquals(
                List.of(Dunn.METRIC, Silhouette.METRIC),
                options.withOthers(List.of(Dunn.METRIC, Dunn.METRIC)).measured());
    }

    @Test
    void the_silhouette_is_computed_where_a_guard_needs_it() {
        SelectionOptions dunn =
                SelectionOptions.defaults().withMetric(Dunn.METRIC).withOthers(List.of(Dunn.METRIC));
        assertEquals(List.of(Dunn.METRIC), dunn.measured());
        assertEquals(List.of(Dunn.METRIC, Silhouette.METRIC), dunn.computed());
        assertEquals(List.of(Dunn.METRIC), dunn.withGuards(Guards.none()).computed());
        assertEquals(OTHERS, SelectionOptions.defaults().computed());
    }

    @Test
    void the_limits_themselves_are_allowed() {
        Guards strict = Guards.defaults().withShares(1, 0).withNoise(0).withSilhouette(1);
        assertEquals(new Guards(1, 0, 0, 1, true), strict);
        assertEquals(new Guards(0, 1, 1, -1, false), Guards.none());
        assertEquals(
                Guards.none(),
                strict.withShares(0, 1).withNoise(1).withSilhouette(-1).withDistinctFromColumns(false));
        SelectionOptions options =
                SelectionOptions.defaults().withGuards(strict).withTie(0.5).withExactUpTo(2);
        assertEquals(new SelectionOptions(Silhouette.METRIC, OTHERS, strict, 0.5, 2, Distance.EUCLIDEAN), options);
        assertEquals(0, options.withTie(0).tie());
    }

    @Test
    void what_is_beyond_is_named_with_its_value_and_limits() {
        SelectionOptions options = SelectionOptions.defaults();
        Guards guards = Guards.defaults();
        assertRefused("Smallest segment share 1.01 is outside 0 to 1", () -> guards.withShares(1.01, 1));
        assertRefused("Smallest segment share -0.1 is outside 0 to 1", () -> guards.withShares(-0.1, 1));
        assertRefused("Largest segment share 1.01 is outside 0 to 1", () -> guards.withShares(0, 1.01));
        assertRefused("Largest noise share 1.5 is outside 0 to 1", () -> guards.withNoise(1.5));
        assertRefused("Largest noise share NaN is outside 0 to 1", () -> guards.withNoise(Double.NaN));
        assertRefused("Smallest silhouette of a segment -1.1 is outside -1 to 1", () -> guards.withSilhouette(-1.1));
        assertRefused("Tie tolerance 0.51 is outside 0 to 0.5", () -> options.withTie(0.51));
        assertRefused("Exact up to 1 rows, but at least 2 are needed", () -> options.withExactUpTo(1));
        assertRefused(
                "'Within-segment sum of squares' always improves with more segments and cannot choose: take the"
                        + " silhouette",
                () -> options.withMetric(WithinSumOfSquares.METRIC));
    }

    private static void assertRefused(String message, Executable change) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, change).getMessage());
    }
}
