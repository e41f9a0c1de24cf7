package org.tessera.engine.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricInfo;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Selects one of several segmentations of the same customers by an internal validity metric, subject to guards.
 *
 * <p>The metric alone is not enough: separating single outliers gives a silhouette of 0.885 on data where useful segments
 * give 0.10. Therefore a candidate whose smallest segment is too small or that has too much noise is set aside. Among the
 * others the best value wins; values within the tolerance of the best one tie, and a tie is decided by fewer segments, then
 * the better value, less noise, the larger smallest segment, and finally the order of the candidates. The next rank is
 * found in the same way among the remaining ones. Candidates that were set aside follow, then those without a value (one
 * segment, all noise).
 *
 * <p>If every candidate is set aside, the best of them is selected nevertheless, with a warning that says so and what to
 * change. Deterministic for any number of threads; metrics exclude noise.
 */
public final class Selection {

    private Selection() {}

    /**
     * Ranks candidates.
     *
     * @param candidates at least one
     * @param features n x d finite features of the customers
     * @param options metric, guards, ties
     * @param run seed of a sampled silhouette, threads, progress, cancel
     * @return an entry per candidate, the winner first
     * @throws SegmentationException if there is no candidate or no customer, or more customers than the deciding metric takes
     * @throws IllegalArgumentException if a candidate has another number of rows than the features
     */
    public static Leaderboard rank(
            List<Candidate> candidates, Matrix features, SelectionOptions options, RunContext run) {
        if (candidates.isEmpty() || features.rows() == 0) {
            throw new SegmentationException(
                    "A choice needs at least 1 segmentation of at least 1 customer, but there are "
                            + Numbers.count(candidates.size(), "segmentation") + " of "
                            + Numbers.count(features.rows(), "customer"),
                    "connect a segmentation and its customers");
        }
        requireMeasurable(features.rows(), options);
        List<Contender> contenders = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            RunContext part = run.part((double) i / candidates.size(), (i + 1.0) / candidates.size());
            contenders.add(measure(i, candidates.get(i), features, options, part));
        }
        return new Ranking(options, contenders).leaderboard();
    }

    private static void requireMeasurable(int rows, SelectionOptions options) {
        MetricInfo metric = options.metric().info();
        if (metric.cost().leavesOut(rows, options.metricOptions())) {
            throw new SegmentationException(
                    "The " + metric.name()
                            + " compares all pairs of customers and cannot be estimated: it is"
                            + " measured for at most " + Numbers.count(options.exactUpTo(), "customer")
                            + ", but there are " + Numbers.count(rows),
                    "choose by the silhouette, which is estimated then, or raise the limit for exact values");
        }
    }

    private static Contender measure(
            int index, Candidate candidate, Matrix features, SelectionOptions options, RunContext run) {
        Map<String, MetricResult> results = new LinkedHashMap<>();
        for (Metric metric : options.measured()) {
            results.put(metric.info().id(), metric.measure(features, candidate.labels(), options.metricOptions(), run));
        }
        return new Contender(
                index, candidate, Collections.unmodifiableMap(results), shapeOf(candidate.labels()), options);
    }

    private static Leaderboard.Shape shapeOf(Labels labels) {
        int smallest = Arrays.stream(labels.sizes()).min().orElse(0);
        return new Leaderboard.Shape(labels.size(), labels.segments(), smallest, labels.noise());
    }
}
