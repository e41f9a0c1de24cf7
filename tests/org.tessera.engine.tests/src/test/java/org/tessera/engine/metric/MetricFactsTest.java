package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.MetricCost.Growth;
import org.tessera.engine.run.Estimate;

/** What every metric says of itself, and the bounds of the options. Identifiers are in users' workflows and files. */
class MetricFactsTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "silhouette, Silhouette, '-1 to 1, higher is better', true, PAIRS_OR_SAMPLE, Rousseeuw",
        "davies-bouldin, Davies-Bouldin index, 'from 0, lower is better', true, LINEAR, Davies and Bouldin",
        "calinski-harabasz, Calinski-Harabasz index, 'from 0, higher is better', true, LINEAR, Caliński and Harabasz",
        "within-sum-of-squares, Within-segment sum of squares, 'from 0, lower is better', false, LINEAR, MacQueen",
        "dunn, Dunn index, 'from 0, higher is better', true, PAIRS_OR_NOTHING, Dunn"
    })
    void knows_its_name_range_and_cost(
            String id, String title, String range, boolean comparesSegmentCounts, Growth growth, String author) {
        MetricInfo info = Metrics.byId(id).info();
        assertEquals(title, info.title());
        assertEquals(range, info.range().inWords());
        assertEquals(comparesSegmentCounts, info.comparesSegmentCounts());
        assertEquals(growth, info.cost().growth());
        assertTrue(info.reference().startsWith(author + ", "), info.reference());
    }

    @Test
    void says_all_that_a_user_has_to_know() {
        assertEquals(
                "How much nearer customers are to their own segment than to the next. -1 to 1, higher is better."
                        + " Above 0.7 strong: segments are clearly apart; above 0.5 reasonable: segments are apart;"
                        + " above 0.25 weak: segments overlap; otherwise no substantial structure: segments blend into"
                        + " each other (Kaufman and Rousseeuw 1990). Segments dealt at random give about 0 or less."
                        + " Compares all pairs of customers; for many customers it is estimated from a sample of every"
                        + " segment, with its standard error.",
                Silhouette.METRIC.info().inWords());
        assertEquals(
                "Sum of the squared distances of customers to the mean of their segment; it falls with every split."
                        + " From 0, lower is better; only for the same number of segments. No fixed scale: compare it"
                        + " only between segmentations of the same customers by the same features with the same number"
                        + " of segments.",
                WithinSumOfSquares.METRIC.info().inWords());
        assertTrue(
                Dunn.METRIC
                        .info()
                        .inWords()
                        .endsWith("Segments dealt at random give about 0. Compares all pairs of customers and cannot be"
                                + " estimated from a sample, so it is left out for many customers."),
                Dunn.METRIC.info().inWords());
    }

    @Test
    void ranges_in_words() {
        assertEquals(
                "any number, lower is better",
                MetricRange.lowerIsBetter(-INFINITE, INFINITE).inWords());
        assertEquals(
                "up to 0.5, higher is better",
                MetricRange.higherIsBetter(-INFINITE, 0.5).inWords());
        assertThrows(IllegalArgumentException.class, () -> MetricRange.lowerIsBetter(1, 1));
        assertThrows(IllegalArgumentException.class, () -> MetricRange.lowerIsBetter(Double.NaN, 1));
    }

    @Test
    void texts_that_would_not_do_are_refused() {
        MetricRange range = MetricRange.higherIsBetter(0, 1);
        assertEquals(
                "Purity",
                info("purity", "purity", "Share of the most frequent class.", range)
                        .title());
        for (String[] texts : new String[][] {
            {"Purity", "purity", "Share of the most frequent class."},
            {"purity-", "purity", "Share of the most frequent class."},
            {"purity", " ", "Share of the most frequent class."},
            {"purity", "purity", "share of the most frequent class."},
            {"purity", "purity", "Share of the most frequent class"}
        }) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> info(texts[0], texts[1], texts[2], range));
            assertTrue(e.getMessage().contains(texts[0]), e.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new MetricCost(Growth.LINEAR, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> MetricCost.pairsOrNothing(Double.NaN, 0));
    }

    private static MetricInfo info(String id, String name, String meaning, MetricRange range) {
        return new MetricInfo(id, name, meaning, range, true, MetricCost.LINEAR, "Somebody, Something, 1999");
    }

    @Test
    void linear_metrics_cost_nothing_that_is_estimated() {
        Estimate estimate =
                DaviesBouldin.METRIC.info().estimate(new DataSize(1_000_000, 10, 1), 5, 3, MetricOptions.defaults());
        assertEquals("The Davies-Bouldin index of 1,000,000 rows with 10 features in 3 segmentations", estimate.work());
        assertEquals(0, estimate.seconds());
        assertEquals(0, estimate.bytes());
    }

    @Test
    void values_are_compared_in_the_direction_and_undefined_ones_never_win() {
        MetricRange lower = MetricRange.lowerIsBetter(0, INFINITE);
        assertTrue(lower.isBetter(3, INFINITE));
        assertFalse(lower.isBetter(INFINITE, INFINITE));
        assertFalse(lower.isBetter(Double.NaN, INFINITE));
        assertTrue(lower.isBetter(INFINITE, Double.NaN));
        assertFalse(lower.isBetter(Double.NaN, Double.NaN));
        MetricRange higher = MetricRange.higherIsBetter(-1, 1);
        assertTrue(higher.isBetter(0.5, 0.2));
        assertFalse(higher.isBetter(0.2, 0.5));
        assertFalse(higher.isBetter(0.5, 0.5));
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

    @Test
    void only_metrics_of_pairs_follow_the_distance() {
        MetricOptions manhattan = MetricOptions.defaults().withDistance(Distance.MANHATTAN);
        assertEquals(Distance.MANHATTAN, Silhouette.METRIC.info().distance(manhattan));
        assertEquals(Distance.MANHATTAN, Dunn.METRIC.info().distance(manhattan));
        assertEquals(Distance.EUCLIDEAN, DaviesBouldin.METRIC.info().distance(manhattan));
        assertEquals(Distance.EUCLIDEAN, CalinskiHarabasz.METRIC.info().distance(manhattan));
        assertEquals(Distance.EUCLIDEAN, WithinSumOfSquares.METRIC.info().distance(manhattan));
        assertEquals(Distance.EUCLIDEAN, Silhouette.METRIC.info().distance(MetricOptions.defaults()));
    }
}
