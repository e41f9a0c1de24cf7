package org.tessera.knime.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.data.Labels;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricInfo;
import org.tessera.engine.metric.MetricRange;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.metric.Reading;
import org.tessera.engine.metric.SegmentSilhouette;
import org.tessera.engine.metric.Silhouette;
import org.tessera.knime.kit.SmallTable;

/** The tables of the Scorer: a row per metric, and a row per segment. */
final class ScoreTables {

    private ScoreTables() {}

    static DataTableSpec overallSpec() {
        return new DataTableSpec(
                SmallTable.text("Metric"),
                SmallTable.number("Value"),
                SmallTable.text("In words"),
                SmallTable.text("Better when"),
                SmallTable.number("Best possible"),
                SmallTable.text("By chance"),
                SmallTable.number("Lowest"),
                SmallTable.number("Highest"),
                SmallTable.text("Distance"),
                SmallTable.number("Standard error"),
                SmallTable.whole("Sampled customers"),
                SmallTable.whole("Customers"),
                SmallTable.whole("Segments"),
                SmallTable.whole("Noise"),
                SmallTable.text("Note"));
    }

    static BufferedDataTable overall(
            Scores scores,
            Optional<StabilityFigures> stability,
            Optional<Comparison> comparison,
            ExecutionContext exec) {
        SmallTable table = new SmallTable(overallSpec());
        Labels labels = scores.labels();
        for (int m = 0; m < scores.metrics().size(); m++) {
            MetricInfo info = scores.metrics().get(m).info();
            MetricResult result = scores.results().get(m);
            List<Object> row = figure(info.title(), result.overall(), info.range(), info.reading());
            row.addAll(Arrays.asList(
                    distance(info.distance(scores.options())),
                    result.standardError(),
                    result.sampledRows() == 0 ? null : (Integer) result.sampledRows(),
                    labels.size(),
                    labels.segments(),
                    labels.noise(),
                    textOrMissing(scores.note(m))));
            table.add(info.title(), row.toArray());
        }
        stability.ifPresent(s -> s.overall().forEach(f -> stability(table, f, s)));
        comparison.ifPresent(c -> {
            agreement(table, "Adjusted Rand index", c.figures().adjustedRand(), Agreement.ADJUSTED_RAND, c);
            agreement(
                    table,
                    "Normalized mutual information",
                    c.figures().mutualInformation(),
                    Agreement.MUTUAL_INFORMATION,
                    c);
        });
        return table.create(exec);
    }

    private static void stability(SmallTable table, StabilityFigures.Figure figure, StabilityFigures of) {
        Labels labels = of.labels();
        List<Object> row =
                figure(figure.title(), figure.value(), figure.scale().range(), figure.words(), figure.chance());
        row.addAll(Arrays.asList(
                null,
                Double.NaN,
                of.isSampled() ? (Integer) of.report().rows() : null,
                labels.size(),
                labels.segments(),
                labels.noise(),
                of.note(figure)));
        table.add(figure.title(), row.toArray());
    }

    private static void agreement(
            SmallTable table, String title, double value, Agreement.Scale scale, Comparison comparison) {
        Labels labels = comparison.labels();
        List<Object> row = figure(title, value, scale.range(), scale.reading());
        row.addAll(Arrays.asList(
                null, Double.NaN, null, labels.size(), labels.segments(), labels.noise(), comparison.note()));
        table.add(title, row.toArray());
    }

    /** A figure with what may be said about its value. */
    private static List<Object> figure(String title, double value, MetricRange range, Reading reading) {
        return figure(title, value, range, reading.of(value), reading.chance());
    }

    private static List<Object> figure(String title, double value, MetricRange range, String words, String chance) {
        return new ArrayList<>(Arrays.asList(
                title,
                value,
                textOrMissing(words),
                range.better(),
                finite(range.best()),
                textOrMissing(chance),
                finite(range.lowest()),
                finite(range.highest())));
    }

    private static String distance(Distance distance) {
        return distance == Distance.MANHATTAN ? "Manhattan" : "Euclidean";
    }

    private static String textOrMissing(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A bound, or NaN for an empty cell where there is none. */
    private static double finite(double bound) {
        return Double.isInfinite(bound) ? Double.NaN : bound;
    }

    static DataTableSpec segmentSpec(List<Metric> metrics, boolean stability) {
        List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SmallTable.text("Segment"));
        columns.add(SmallTable.whole("Customers"));
        columns.add(SmallTable.number("Share"));
        for (Metric metric : metrics) {
            columns.add(SmallTable.number(metric.info().title()));
        }
        if (metrics.contains(Silhouette.METRIC)) {
            columns.add(SmallTable.number("Share below 0"));
            columns.add(SmallTable.number("Lowest silhouette"));
            columns.add(SmallTable.text("In words"));
        }
        if (stability) {
            columns.addAll(StabilityFigures.SEGMENT_COLUMNS);
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable segments(
            Scores scores,
            Optional<StabilityFigures> stability,
            Labels labels,
            List<String> names,
            ExecutionContext exec) {
        SmallTable table = new SmallTable(segmentSpec(scores.metrics(), stability.isPresent()));
        List<SegmentSilhouette> silhouettes = scores.perSegment();
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
            for (MetricResult result : scores.results()) {
                double[] perSegment = result.perSegment();
                row.add(size > 0 && measured < perSegment.length ? (Double) perSegment[measured] : null);
            }
            if (scores.metrics().contains(Silhouette.METRIC)) {
                row.addAll(fit(size > 0 && measured < silhouettes.size() ? silhouettes.get(measured) : null));
            }
            int segment = size > 0 ? measured : -1;
            stability.ifPresent(f -> row.addAll(f.segment(segment)));
            measured += size > 0 ? 1 : 0;
            table.add((String) row.get(0), row.toArray());
        }
        return table.create(exec);
    }

    /** How the customers of a segment fit it; missing cells where this is not known. */
    private static List<Object> fit(SegmentSilhouette silhouette) {
        return silhouette == null
                ? Arrays.asList(null, null, null)
                : List.of(silhouette.shareBelowZero(), silhouette.lowest(), silhouette.reading());
    }
}
