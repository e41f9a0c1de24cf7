package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.engine.select.Candidate;
import org.tessera.engine.select.Leaderboard;
import org.tessera.engine.select.Selection;
import org.tessera.engine.select.SelectionOptions;

/**
 * A search for the best segmentation over algorithms and numbers of segments. What is tried is planned before by
 * estimates; more rows than the options allow are searched on a systematic sample in the order of their values, and the
 * winner is found again among all rows.
 *
 * <p>The same seed, rows and options give the same result, bit for bit, for any order of the rows, any number of threads
 * and any machine, unless the search ends by the clock. Time and memory are those of the plan.
 */
public final class Sweep {

    private static final String NAME = "Auto Segmentation";

    /** The share of the progress that the search has; the rest is for measuring, and for all rows. */
    private static final double TRIALS = 0.6;

    private static final double MEASURED = 0.8;

    /** What the curves show, beside the metrics of the options. */
    private static final List<Metric> CURVES =
            List.of(Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC, WithinSumOfSquares.METRIC);

    private final Matrix x;
    /** The rows that are searched, in canonical order. */
    private final Matrix rows;

    /** The customers' own columns of these rows. */
    private final List<Column> columns;

    private final SweepOptions options;
    private final Plan plan;

    private Sweep(Matrix x, List<Column> columns, CanonicalRows canonical, SweepOptions options) {
        this.x = x;
        this.options = withCurves(options);
        int most = Math.min(options.maxSegments(), canonical.distinct());
        rows = SystematicSample.of(canonical.matrix(), options.sampleRows(), most);
        int[] every = SystematicSample.every(x.rows(), rows.rows());
        int[] inTable = Arrays.stream(every).map(i -> canonical.order()[i]).toArray();
        this.columns = columns.stream().map(column -> column.select(inTable)).toList();
        plan = Plan.of(this.options, x.rows(), rows.rows(), x.columns(), most);
    }

    private static SweepOptions withCurves(SweepOptions options) {
        SelectionOptions selection = options.selection();
        List<Metric> measured = Stream.concat(selection.others().stream(), CURVES.stream())
                .distinct()
                .toList();
        return options.withSelection(selection.withOthers(measured));
    }

    /**
     * Prepares a search. O(n d log n) time, O(n d) memory.
     *
     * @param x n x d finite features
     * @param columns the customers' own columns that the features are made of, with n rows, to tell segmentations that
     *     say no more than one of them; none for no comparison
     * @param options what is tried
     * @param run threads, cancel
     * @return the search with its plan
     * @throws SegmentationException if there is no row or no column, if the rows are too much alike for the fewest
     *     segments, or if the budget is too small for one trial
     */
    public static Sweep of(Matrix x, List<Column> columns, SweepOptions options, RunContext run) {
        Inputs.check(NAME, x);
        Inputs.checkSegments(SweepOptions.FEWEST_OPTION, options.minSegments(), x.rows());
        CanonicalRows canonical = CanonicalRows.of(x, run);
        requireDifferent(canonical.distinct(), options.minSegments(), x.rows());
        return new Sweep(x, columns, canonical, options);
    }

    private static void requireDifferent(int distinct, int fewest, int rows) {
        if (distinct == 1) {
            throw new SegmentationException(
                    "All " + Numbers.count(rows, "customer")
                            + " have the same features, so there is nothing to segment",
                    "choose columns that tell customers apart");
        }
        if (distinct < fewest) {
            throw new SegmentationException(
                    SweepOptions.FEWEST_OPTION + " = " + fewest + ", but only " + Numbers.count(distinct, "customer")
                            + " of " + Numbers.count(rows) + " differ in their features",
                    "lower '" + SweepOptions.FEWEST_OPTION + "' to " + distinct + " or less",
                    "add columns that tell customers apart");
        }
    }

    /** @return what is tried within the budget, and what is not */
    public Plan plan() {
        return plan;
    }

    /**
     * Carries out the plan.
     *
     * @param timeIsUp whether the time is over; asked before each trial if the options end the search by the clock
     * @param run seed, threads, progress, cancel
     * @return the best segmentation, leaderboard and curves
     * @throws SegmentationException if every trial fails, or a metric cannot be measured
     */
    public SweepResult run(BooleanSupplier timeIsUp, RunContext run) {
        Trials trials = new Trials(plan, rows, options.byClock() ? timeIsUp : () -> false);
        InRange inRange = InRange.of(trials.run(run.part(0, TRIALS)), options);
        List<Tried> tried = inRange.tried();
        Leaderboard board = Selection.rank(candidates(tried), rows, columns, options.selection(), run.part(TRIALS, MEASURED));
        Tried winner = tried.get(board.winner().index());
        AllRows all =
                AllRows.of(winner, rows, x, plan.rest(), run.part(MEASURED, 1).named(winner.title()));
        List<String> notes = new ArrayList<>(List.of(fewerSegments(), plan.leftOutInWords()));
        notes.addAll(trials.notes());
        notes.add(inRange.note());
        notes.add(all.note());
        return new SweepResult(
                board,
                Curves.of(tried, board),
                all.configured(),
                all.clustering(),
                rows.rows(),
                notes.stream().filter(note -> !note.isEmpty()).toList());
    }

    private String fewerSegments() {
        return plan.maxSegments() == options.maxSegments()
                ? ""
                : "No more than " + plan.maxSegments() + " segments were tried, as only " + plan.maxSegments()
                        + " customers differ in their features.";
    }

    private static List<Candidate> candidates(List<Tried> tried) {
        return tried.stream()
                .map(t -> new Candidate(
                        t.title(),
                        t.result().configured().algorithm().id(),
                        t.result().clustering().labels()))
                .toList();
    }
}
