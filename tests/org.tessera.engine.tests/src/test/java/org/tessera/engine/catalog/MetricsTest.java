package org.tessera.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricCost;
import org.tessera.engine.metric.MetricInfo;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.MetricRange;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.select.SelectionOptions;

/** The catalog of metrics, and what an additional line of it changes. */
@Isolated("adds metrics to the catalog that other tests go through")
class MetricsTest {

    /** A metric with the values of the silhouette. */
    private record Copy(MetricInfo info) implements Metric {

        static Copy of(String id, boolean comparesSegmentCounts) {
            return new Copy(new MetricInfo(
                    id,
                    "copy of the silhouette",
                    "The values of the silhouette under another name.",
                    MetricRange.higherIsBetter(-1, 1),
                    comparesSegmentCounts,
                    MetricCost.LINEAR,
                    "Nobody, 2000"));
        }

        @Override
        public MetricResult measure(Matrix x, Labels labels, MetricOptions options, RunContext run) {
            return Silhouette.METRIC.measure(x, labels, options, run);
        }
    }

    @Test
    void identifiers_and_titles_are_unique() {
        List<MetricInfo> infos = Metrics.all().stream().map(Metric::info).toList();
        assertEquals(infos.size(), infos.stream().map(MetricInfo::id).distinct().count());
        assertEquals(
                infos.size(), infos.stream().map(MetricInfo::title).distinct().count());
    }

    @Test
    @SuppressWarnings("try") // the block ends with the addition
    void a_metric_is_in_the_catalog_until_its_addition_is_closed() {
        List<Metric> before = Metrics.all();
        Metric copy = Copy.of("copy", true);
        try (Metrics.Addition addition = Metrics.add(copy)) {
            assertEquals(before, Metrics.all().subList(0, before.size()));
            assertSame(copy, Metrics.all().get(before.size()));
            assertSame(copy, Metrics.byId("copy"));
            assertTrue(Metrics.forSelection().contains(copy));
            assertFalse(SelectionOptions.defaults().measured().contains(copy), "defaults are lists of their own");
            assertThrows(IllegalStateException.class, () -> Metrics.add(Copy.of("another", true)));
        }
        assertEquals(before, Metrics.all());
        assertTrue(Metrics.find("copy").isEmpty());
        assertThrows(IllegalStateException.class, () -> Metrics.add(Copy.of("silhouette", true)));
        try (Metrics.Addition addition = Metrics.add(Copy.of("equal-counts-only", false))) {
            assertTrue(Metrics.find("equal-counts-only").isPresent());
            assertTrue(
                    Metrics.forSelection().stream().noneMatch(m -> m.info().id().equals("equal-counts-only")));
        }
    }
}
