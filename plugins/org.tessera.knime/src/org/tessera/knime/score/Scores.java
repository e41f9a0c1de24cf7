package org.tessera.knime.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.SegmentSilhouette;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentLabels;

/**
 * The figures of a segmentation and what they say.
 *
 * @param metrics the metrics
 * @param results a result per metric
 * @param options how they were computed
 * @param labels the labels that they were computed for, without empty segments
 */
record Scores(List<Metric> metrics, List<MetricResult> results, MetricOptions options, Labels labels) {

    /** Computes metrics one after the other. */
    static Scores measure(
            List<Metric> metrics, SegmentLabels.Customers customers, MetricOptions options, RunContext run) {
        List<MetricResult> results = new ArrayList<>();
        Labels labels = customers.dense();
        for (int m = 0; m < metrics.size(); m++) {
            double done = m / (double) metrics.size();
            run.progress(done, metrics.get(m).info().title());
            RunContext part = run.part(done, (m + 1.0) / metrics.size());
            results.add(metrics.get(m).measure(customers.features(), labels, options, part));
        }
        return new Scores(metrics, results, options, labels);
    }

    /** The silhouettes, if they were computed. */
    Optional<Silhouette.Result> silhouette() {
        return results.stream()
                .filter(Silhouette.Result.class::isInstance)
                .map(Silhouette.Result.class::cast)
                .findFirst();
    }

    /** How the customers of each segment fit it, noise last if it is a segment; none without silhouettes. */
    List<SegmentSilhouette> perSegment() {
        return silhouette().map(s -> SegmentSilhouette.of(s, labels)).orElse(List.of());
    }

    /** Why a metric is not defined, or what its value leaves out; empty if there is nothing to say. */
    String note(int metric) {
        MetricResult result = results.get(metric);
        if (!result.undefined().isEmpty()) {
            return result.undefined();
        }
        if (labels.noise() == 0 || options.noise() != NoisePolicy.LEAVE_OUT) {
            return "";
        }
        String leftOut = NodeTexts.count(labels.noise(), "noise customer") + " left out";
        double share = (labels.size() - labels.noise()) / (double) labels.size();
        return metrics.get(metric).countsNoise()
                ? leftOut + "; with each of them as 0, it is " + Numbers.value(result.overall() * share, 3)
                : leftOut;
    }

    /** The names of the segments that are not empty. */
    static List<String> names(Labels all, List<String> allNames) {
        return IntStream.range(0, all.segments())
                .filter(s -> all.sizeOf(s) > 0)
                .mapToObj(allNames::get)
                .toList();
    }

    /**
     * Names the segments that do not hold together, or "".
     *
     * @param all the labels with empty segments
     * @param allNames the names of all segments
     */
    String warning(Labels all, List<String> allNames) {
        List<String> names = names(all, allNames);
        List<String> apart = perSegment().stream()
                .filter(SegmentSilhouette::fallsApart)
                .map(s -> (s.label() == Labels.NOISE ? Labels.NOISE_NAME : names.get(s.label())) + " ("
                        + Numbers.value(s.mean(), 2) + ")")
                .toList();
        return apart.isEmpty()
                ? ""
                : NodeTexts.first(apart, ", ")
                        + (apart.size() == 1 ? " does not hold together: its" : " do not hold together: their")
                        + " customers are on average nearer to another segment (mean silhouette below 0). Choose another"
                        + " number of segments or another algorithm, or do not rely on "
                        + (apart.size() == 1 ? "it." : "them.");
    }
}
