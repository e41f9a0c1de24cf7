package org.tessera.engine.select;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricInfo;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.engine.select.column.ColumnLikenesses;

/**
 * Selects one of several segmentations of the same customers by an internal validity metric or by stability, subject to
 * guards.
 *
 * <p>The metric alone is not enough: separating single outliers gives a silhouette of 0.885 on data where useful segments
 * give 0.10. Therefore a candidate that does not pass the {@link Guards} is set aside. Among the others the best value wins;
 * values that tie ({@link SelectionOptions#tie()}) are decided by fewer segments, then the better value, less noise, the
 * larger smallest segment, and finally the order of the candidates. The next rank is found in the same way among the
 * remaining ones.
 *
 * <p>Candidates that were set aside follow in the order of how far they miss the guards, not of their values: the sum of
 * {@link Miss#by()} over the guards. Those without a value (one segment, all noise) are the last. If every candidate is set
 * aside, the one that misses least is selected nevertheless, with a warning that says so and what to try.
 *
 * <p>Noise counts as silhouette 0: otherwise a segmentation could win by leaving out customers that are difficult. Metrics
 * without a value per row leave noise out ({@link org.tessera.engine.metric.Metric#countsNoise()}); there only the guard
 * limits it. Deterministic for any number of threads.
 */
public final class Selection {

    private Selection() {}

    /**
     * Ranks candidates without comparing them with columns.
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
        return rank(candidates, features, List.of(), options, run);
    }

    /**
     * Ranks candidates.
     *
     * @param candidates at least one
     * @param features n x d finite features of the customers
     * @param columns the customers' own columns that the features are made of, with n rows
     * @param options metric, guards, ties
     * @param run seed of a sampled silhouette, threads, progress, cancel
     * @return an entry per candidate, the winner first
     * @throws SegmentationException if there is no candidate or no customer, or more customers than the deciding metric takes
     * @throws IllegalArgumentException if a candidate or a column has another number of rows than the features
     */
    public static Leaderboard rank(
            List<Candidate> candidates,
            Matrix features,
            List<Column> columns,
            SelectionOptions options,
            RunContext run) {
        if (candidates.isEmpty() || features.rows() == 0) {
            throw new SegmentationException(
                    "A choice needs at least 1 segmentation of at least 1 customer, but there are "
                            + Numbers.count(candidates.size(), "segmentation") + " of "
                            + Numbers.count(features.rows(), "customer"),
                    "connect a segmentation and its customers");
        }
        requireMeasurable(features.rows(), options);
        ColumnLikenesses likenesses = likenesses(columns, options, run);
        List<Measures> measures = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            RunContext part = run.part((double) i / candidates.size(), (i + 1.0) / candidates.size());
            measures.add(measure(candidates.get(i).labels(), features, likenesses, options, part));
        }
        return rank(candidates, measures, options);
    }

    /**
     * Ranks candidates that have been measured.
     *
     * @param candidates at least one
     * @param measures what is known of each, in the same order
     * @param options metric, guards, ties
     * @return an entry per candidate, the winner first
     */
    public static Leaderboard rank(List<Candidate> candidates, List<Measures> measures, SelectionOptions options) {
        GuardCheck check = new GuardCheck(options.guards(), options.stability());
        List<Contender> contenders = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            List<Miss> misses = check.misses(measures.get(i), candidates.get(i).consistency());
            contenders.add(new Contender(i, candidates.get(i), measures.get(i), misses, options));
        }
        return new Ranking(options, contenders).leaderboard();
    }

    private static void requireMeasurable(int rows, SelectionOptions options) {
        MetricInfo metric = options.metric().info();
        if (!options.stability().decides() && metric.cost().leavesOut(rows, options.metricOptions())) {
            throw new SegmentationException(
                    "The " + metric.name()
                            + " compares all pairs of customers and cannot be estimated: it is"
                            + " measured for at most " + Numbers.count(options.exactUpTo(), "customer")
                            + ", but there are " + Numbers.count(rows),
                    "choose by the silhouette, which is estimated then, or raise the limit for exact values");
        }
    }

    private static ColumnLikenesses likenesses(List<Column> columns, SelectionOptions options, RunContext run) {
        return ColumnLikenesses.of(options.guards().distinctFromColumns() ? columns : List.of(), run);
    }

    /**
     * Measures all that the ranking of a segmentation needs.
     *
     * @param labels n labels without gaps
     * @param features n x d finite features of the customers
     * @param likenesses the customers' own columns
     * @param options metrics and guards
     * @param run seed of a sampled silhouette, threads, progress, cancel
     * @return its metrics in the order of {@link SelectionOptions#computed()}, shape, worst segment and likeness
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static Measures measure(
            Labels labels, Matrix features, ColumnLikenesses likenesses, SelectionOptions options, RunContext run) {
        Map<String, MetricResult> results = new LinkedHashMap<>();
        for (Metric metric : options.computed()) {
            results.put(metric.info().id(), metric.measure(features, labels, options.metricOptions(), run));
        }
        return new Measures(
                Collections.unmodifiableMap(results),
                Shape.of(labels),
                WorstSegment.of(results.get(Silhouette.METRIC.info().id()), labels),
                likenesses.of(labels, run));
    }
}
