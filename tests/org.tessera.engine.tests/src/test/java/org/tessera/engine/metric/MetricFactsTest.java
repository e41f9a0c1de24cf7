package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.distance.Distance;

/** What every metric says of itself, and the bounds of the options. Identifiers are in users' workflows and files. */
class MetricFactsTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "silhouette, Silhouette, -1, 1, true, true, false, Rousseeuw 1987",
        "davies-bouldin, Davies-Bouldin index, 0, Infinity, false, true, false, Davies",
        "calinski-harabasz, Calinski-Harabasz index, 0, Infinity, true, true, false, Caliński",
        "within-sum-of-squares, Within-segment sum of squares, 0, Infinity, false, false, false, MacQueen 1967",
        "dunn, Dunn index, 0, Infinity, true, true, true, Dunn 1974"
    })
    void knows_its_name_range_and_direction(
            String id,
            String title,
            double lowest,
            double highest,
            boolean higherIsBetter,
            boolean comparesSegmentCounts,
            boolean needsAllPairs,
            String author) {
        Metric metric = Metrics.byId(id);
        assertEquals(title, metric.title());
        assertEquals(lowest, metric.lowest());
        assertEquals(highest, metric.highest());
        assertEquals(higherIsBetter, metric.higherIsBetter());
        assertEquals(comparesSegmentCounts, metric.comparesSegmentCounts());
        assertEquals(needsAllPairs, metric.needsAllPairs());
        assertTrue(metric.reference().startsWith(author), metric.reference());
    }

    @Test
    void there_are_five() {
        assertEquals(
                List.of("silhouette", "davies-bouldin", "calinski-harabasz", "within-sum-of-squares", "dunn"),
                Metrics.all().stream().map(Metric::id).toList());
    }

    @Test
    void infinite_values_are_compared_and_undefined_ones_never_win() {
        Metric lower = DaviesBouldin.METRIC;
        assertTrue(lower.isBetter(3, INFINITE));
        assertFalse(lower.isBetter(INFINITE, INFINITE));
        assertFalse(lower.isBetter(Double.NaN, INFINITE));
        assertTrue(lower.isBetter(INFINITE, Double.NaN));
        assertFalse(lower.isBetter(Double.NaN, Double.NaN));
    }

    @Test
    void default_options_are_exact_up_to_20_000_rows() {
        MetricOptions options = MetricOptions.defaults();
        assertEquals(new MetricOptions(NoisePolicy.LEAVE_OUT, Distance.EUCLIDEAN, 20_000, 2_000), options);
        assertEquals(Integer.MAX_VALUE, options.exact().exactUpTo());
        MetricOptions other = options.withDistance(Distance.MANHATTAN).withNoise(NoisePolicy.OWN_SEGMENT);
        assertEquals(new MetricOptions(NoisePolicy.OWN_SEGMENT, Distance.MANHATTAN, 20_000, 2_000), other);
    }

    @Test
    void two_rows_are_the_least_that_are_exact_or_a_sample() {
        NoisePolicy noise = NoisePolicy.LEAVE_OUT;
        assertEquals(2, new MetricOptions(noise, Distance.EUCLIDEAN, 2, 2).sampleRows());
        IllegalArgumentException exact = assertThrows(
                IllegalArgumentException.class, () -> MetricOptions.defaults().withExactUpTo(1));
        assertEquals("Exact up to 1 rows, but at least 2 are needed", exact.getMessage());
        IllegalArgumentException sample =
                assertThrows(IllegalArgumentException.class, () -> new MetricOptions(noise, Distance.EUCLIDEAN, 2, 1));
        assertEquals("A sample of 1 rows, but at least 2 are needed", sample.getMessage());
    }
}
