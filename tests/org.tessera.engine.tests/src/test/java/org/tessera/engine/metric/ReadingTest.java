package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.catalog.Metrics;

/** What values of the metrics mean in words. */
class ReadingTest {

    @ParameterizedTest
    @CsvSource({
        "1, strong: segments are clearly apart",
        "0.7001, strong: segments are clearly apart",
        "0.7, reasonable: segments are apart",
        "0.5001, reasonable: segments are apart",
        "0.5, weak: segments overlap",
        "0.2501, weak: segments overlap",
        "0.25, no substantial structure: segments blend into each other",
        "0, no substantial structure: segments blend into each other",
        "-1, no substantial structure: segments blend into each other",
        "NaN, ''"
    })
    void silhouettes_are_read_by_the_bands_of_kaufman_and_rousseeuw(double value, String words) {
        assertEquals(words, Silhouette.METRIC.info().reading().of(value));
    }

    @Test
    void a_davies_bouldin_index_is_read_by_its_definition() {
        Reading reading = DaviesBouldin.METRIC.info().reading();
        String spreads = "on average, the spreads of a segment and its next one add up to ";
        assertEquals(spreads + "more than the distance of their centers", reading.of(2.23));
        assertEquals(spreads + "no more than the distance of their centers", reading.of(1));
        assertEquals("", reading.chance());
    }

    @Test
    void a_dunn_index_above_1_is_compact_and_separated() {
        Reading reading = Dunn.METRIC.info().reading();
        assertTrue(reading.of(1.01).startsWith("compact and separated"), reading.of(1.01));
        assertTrue(reading.of(1).startsWith("not compact and separated"), reading.of(1));
    }

    @Test
    void metrics_without_a_scale_say_so() {
        String words =
                "no fixed scale: compare it only between segmentations of the same customers by the same features";
        assertEquals(words, CalinskiHarabasz.METRIC.info().reading().of(1234.5));
        assertEquals("about 1", CalinskiHarabasz.METRIC.info().reading().chance());
        assertEquals(
                words + " with the same number of segments",
                WithinSumOfSquares.METRIC.info().reading().of(0));
    }

    @Test
    void the_best_possible_value_follows_from_range_and_direction() {
        assertEquals(1, Silhouette.METRIC.info().range().best());
        assertEquals(0, DaviesBouldin.METRIC.info().range().best());
        assertEquals(
                Double.POSITIVE_INFINITY, CalinskiHarabasz.METRIC.info().range().best());
    }

    @Test
    void every_metric_reads_every_value_but_an_undefined_one() {
        for (Metric metric : Metrics.all()) {
            for (double value : new double[] {
                metric.info().range().lowest(), 0.3, metric.info().range().highest()
            }) {
                assertTrue(
                        !metric.info().reading().of(value).isEmpty(),
                        metric.info().id() + " " + value);
            }
            assertEquals("", metric.info().reading().of(Double.NaN));
        }
    }

    @Test
    void bands_must_fall_to_one_without_a_bound() {
        Reading.Band last = Reading.last("rest");
        assertEquals("rest", new Reading(List.of(last), "", "").of(Double.NEGATIVE_INFINITY));
        Reading.Band high = new Reading.Band(2, "high");
        Reading.Band low = new Reading.Band(1, "low");
        assertEquals(
                "Above 2 high; above 1 low; otherwise rest (Somebody). Segments dealt at random give about 0.",
                new Reading(List.of(high, low, last), "about 0", "Somebody").inWords());
        assertThrows(IllegalArgumentException.class, () -> new Reading(List.of(low, high, last), "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Reading(List.of(high, low), "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Reading(List.of(), "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Reading(List.of(Reading.last(" ")), "", ""));
    }
}
