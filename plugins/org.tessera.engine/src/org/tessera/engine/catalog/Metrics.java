package org.tessera.engine.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;

/**
 * All metrics. A new one is a file in {@code metric} and a line here; then the Scorer and the Selector offer it, and their
 * descriptions explain it by its {@link org.tessera.engine.metric.MetricInfo}. No saved workflow computes it: settings
 * hold the identifiers of the metrics that were chosen, and the defaults of new nodes are lists of their own.
 */
public final class Metrics {

    private static final List<Metric> ALL = List.of(
            Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC, WithinSumOfSquares.METRIC, Dunn.METRIC);

    /** {@link #ALL}, and while an {@link Addition} is open its metric behind them. */
    private static volatile List<Metric> current = ALL;

    private Metrics() {}

    /** @return all metrics in the order in which they are shown */
    public static List<Metric> all() {
        return current;
    }

    /** @return the metrics by which segmentations of different size may be compared, in the order of {@link #all()} */
    public static List<Metric> forSelection() {
        return all().stream().filter(m -> m.info().comparesSegmentCounts()).toList();
    }

    /**
     * Finds a metric.
     *
     * @param id its identifier
     * @return the metric, or empty
     */
    public static Optional<Metric> find(String id) {
        return all().stream().filter(m -> m.info().id().equals(id)).findFirst();
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
                + all().stream().map(m -> m.info().id()).collect(Collectors.joining(", "))));
    }

    /**
     * Appends a metric until the addition is closed, as if it had a line in this class. For tests only, which is why
     * nothing outside this package can call it: they show with a metric of their own what such a line does.
     *
     * @param metric the metric
     * @return what ends the addition
     * @throws IllegalStateException if another addition is open, or if there is a metric of this identifier
     */
    static synchronized Addition add(Metric metric) {
        if (current != ALL || find(metric.info().id()).isPresent()) {
            throw new IllegalStateException("Metric '" + metric.info().id()
                    + "' cannot be added: it is in the catalog, or another addition is open");
        }
        current = Stream.concat(ALL.stream(), Stream.of(metric)).toList();
        return () -> current = ALL;
    }

    /** A metric that is in the catalog for a while. */
    interface Addition extends AutoCloseable {

        /** Restores the catalog. */
        @Override
        void close();
    }
}
