package org.tessera.engine.select;

import java.util.Map;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.select.column.ColumnLikeness;

/**
 * What is known of a segmentation when it is judged.
 *
 * @param metrics results by metric identifier
 * @param shape its segments and noise
 * @param worst its segment with the lowest silhouette
 * @param likeness the column that tells most of it
 */
public record Measures(Map<String, MetricResult> metrics, Shape shape, WorstSegment worst, ColumnLikeness likeness) {

    /**
     * The overall value of a metric.
     *
     * @param metricId the metric's identifier
     * @return the value, NaN if not defined or not computed
     */
    public double value(String metricId) {
        MetricResult result = metrics.get(metricId);
        return result == null ? Double.NaN : result.overall();
    }
}
