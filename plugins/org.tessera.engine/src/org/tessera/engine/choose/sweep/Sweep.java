package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.cluster.Inputs;
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

    /** The progress when trials, stability and metrics are done; the rest is for all rows. */
    private static final double TRIALS = 0.5;

    private static final double STABLE = 0.8;
    private static final double MEASURED = 0.95;

    /** What the curves show, beside the metrics of the options. */
    private static final List<Metric> CURVES =
            List.of(Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC, WithinSumOfSquares.METRIC);

    private final Matrix x;
    /** The rows that are searched, in canonical order. */
    private final SweepData searched;

    private final SweepOptions options;
    private final Plan plan;

    private Sweep(SweepData data, CanonicalRows canonical, SweepOptions options) {
        x = data.features();
        this.options = withCurves(options);
        int most = Math.min(options.maxSegments(), canonical.distinct());
        Matrix rows = SystematicSample.of(canonical.matrix(), options.sampleRows(), most);
        int[] every = SystematicSample.every(x.rows(), rows.rows());
        searched = data.select(
                rows, Arrays.stream(every).map(i -> canonical.order()[i]).toArray());
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
     * @param data the customers
     * @param options what is tried
     * @param run threads, cancel
     * @return the search with its plan
     * @throws SegmentationException if there is no row or no column, if the rows are too much alike for the fewest
     *     segments, or if the budget is too small for one trial
     */
    public static Sweep of(SweepData data, SweepOptions options, RunContext run) {
        Matrix x = data.features();
        Inputs.check(NAME, x);
        requireTwo(x.rows());
        Inputs.checkSegments(SweepOptions.FEWEST_OPTION, options.minSegments(), x.rows());
        CanonicalRows canonical = CanonicalRows.of(x, run);
        requireDifferent(canonical.distinct(), options.minSegments(), x.rows());
        return new Sweep(data, canonical, options);
    }

    private static void requireTwo(int rows) {
        if (rows == 1) {
            throw new SegmentationException(
                    NAME + " got 1 row, but at least 2 are needed to compare customers",
                    "check the filters before this step",
                    "fill missing values so that more rows are complete");
        }
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
        Matrix rows = searched.features();
        Trials trials = new Trials(plan, rows, options.byClock() ? timeIsUp : () -> false);
        InRange inRange = InRange.of(trials.run(run.part(0, TRIALS)), options);
        List<Tried> tried = inRange.tried();
        List<Consistency> stability =
                options.stability() ? new Consistencies(searched, run.part(TRIALS, STABLE)).of(tried) : List.of();
        Leaderboard board = Selection.rank(
                candidates(tried), rows, searched.columns(), options.selection(), run.part(STABLE, MEASURED));
        Tried winner = tried.get(board.winner().index());
        AllRows all =
                AllRows.of(winner, rows, x, plan.rest(), run.part(MEASURED, 1).named(winner.title()));
        List<String> notes = new ArrayList<>(List.of(fewerSegments(), plan.leftOutInWords()));
        notes.addAll(trials.notes());
        notes.add(inRange.note());
        notes.add(all.note());
        return new SweepResult(
                board,
                new Curves(tried, board, stability).points(),
                all.configured(),
                all.clustering(),
                rows.rows(),
                all.fitted(),
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
