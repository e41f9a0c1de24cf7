package org.tessera.engine.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;

/** All metrics. A new one is a file in {@code metric} and a line here; scoring and selection then know it. */
public final class Metrics {

    private static final List<Metric> ALL = List.of(
            Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC, WithinSumOfSquares.METRIC, Dunn.METRIC);

    private Metrics() {}

    /** @return all metrics in the order in which they are shown */
    public static List<Metric> all() {
        return ALL;
    }

    /** @return the metrics by which segmentations of different size may be compared, in the order of {@link #all()} */
    public static List<Metric> forSelection() {
        return ALL.stream().filter(Metric::comparesSegmentCounts).toList();
    }

    /**
     * The metrics to measure when segmentations are compared by one of them: all those for it that cost little beside a
     * silhouette, and the one itself.
     *
     * @param chosen what is compared
     * @return metrics in the order of {@link #all()}
     */
    public static List<Metric> measuredFor(Metric chosen) {
        return forSelection().stream()
                .filter(m -> !m.needsAllPairs() || m.id().equals(chosen.id()))
                .toList();
    }

    /**
     * Finds a metric.
     *
     * @param id its identifier
     * @return the metric, or empty
     */
    public static Optional<Metric> find(String id) {
        return ALL.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /**
     * The metric of an identifier that must exist.
     *
     * @param id its identifier
     * @return the metric
     * @throws IllegalArgumentException naming the identifiers there are
     */
    public static Metric byId(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No metric '" + id + "': there are "
                + ALL.stream().map(Metric::id).collect(Collectors.joining(", "))));
    }
}
