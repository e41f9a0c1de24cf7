package org.tessera.knime.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.data.Labels;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricInfo;
import org.tessera.engine.metric.MetricRange;
import org.tessera.engine.metric.MetricResult;
import org.tessera.knime.kit.SmallTable;

/** The tables of the Scorer: a row per metric, and a row per segment. */
final class ScoreTables {

    private static final MetricRange ADJUSTED_RAND = MetricRange.higherIsBetter(Agreement.LOWEST_ADJUSTED_RAND, 1);
    private static final MetricRange MUTUAL_INFORMATION = MetricRange.higherIsBetter(0, 1);

    private ScoreTables() {}

    static DataTableSpec overallSpec() {
        return new DataTableSpec(
                SmallTable.text("Metric"),
                SmallTable.number("Value"),
                SmallTable.text("Better when"),
                SmallTable.number("Lowest"),
                SmallTable.number("Highest"),
                SmallTable.number("Standard error"),
                SmallTable.whole("Sampled customers"),
                SmallTable.whole("Customers"),
                SmallTable.whole("Segments"),
                SmallTable.whole("Noise"),
                SmallTable.text("Note"));
    }

    static BufferedDataTable overall(
            List<Metric> metrics,
            List<MetricResult> results,
            Labels labels,
            Optional<Comparison> comparison,
            ExecutionContext exec) {
        SmallTable table = new SmallTable(overallSpec());
        for (int m = 0; m < metrics.size(); m++) {
            MetricInfo info = metrics.get(m).info();
            MetricResult result = results.get(m);
            table.add(
                    info.title(),
                    info.title(),
                    result.overall(),
                    info.range().better(),
                    finite(info.range().lowest()),
                    finite(info.range().highest()),
                    result.standardError(),
                    result.sampledRows() == 0 ? null : (Integer) result.sampledRows(),
                    labels.size(),
                    labels.segments(),
                    labels.noise(),
                    result.undefined().isEmpty() ? null : result.undefined());
        }
        comparison.ifPresent(c -> {
            agreement(table, "Adjusted Rand index", c.figures().adjustedRand(), ADJUSTED_RAND, c);
            agreement(table, "Normalized mutual information", c.figures().mutualInformation(), MUTUAL_INFORMATION, c);
        });
        return table.create(exec);
    }

    private static void agreement(
            SmallTable table, String title, double value, MetricRange range, Comparison comparison) {
        Labels labels = comparison.labels();
        table.add(
                title,
                title,
                value,
                range.better(),
                range.lowest(),
                range.highest(),
                Double.NaN,
                null,
                labels.size(),
                labels.segments(),
                labels.noise(),
                comparison.note());
    }

    /** A bound, or NaN for an empty cell where there is none. */
    private static double finite(double bound) {
        return Double.isInfinite(bound) ? Double.NaN : bound;
    }

    static DataTableSpec segmentSpec(List<Metric> metrics) {
        List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SmallTable.text("Segment"));
        columns.add(SmallTable.whole("Customers"));
        columns.add(SmallTable.number("Share"));
        for (Metric metric : metrics) {
            columns.add(SmallTable.number(metric.info().title()));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable segments(
            List<Metric> metrics,
            List<MetricResult> results,
            Labels labels,
            List<String> names,
            ExecutionContext exec) {
        SmallTable table = new SmallTable(segmentSpec(metrics));
        int measured = 0;
        for (int s = 0; s <= labels.segments(); s++) {
            boolean noise = s == labels.segments();
            if (noise && labels.noise() == 0) {
                break;
            }
            int size = noise ? labels.noise() : labels.sizeOf(s);
            List<Object> row = new ArrayList<>();
            row.add(noise ? Labels.NOISE_NAME : names.get(s));
            row.add(size);
            row.add(size / (double) labels.size());
            for (MetricResult result : results) {
                double[] perSegment = result.perSegment();
                row.add(size > 0 && measured < perSegment.length ? (Double) perSegment[measured] : null);
            }
            measured += size > 0 ? 1 : 0;
            table.add((String) row.get(0), row.toArray());
        }
        return table.create(exec);
    }
}
