package org.tessera.engine.choose.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.engine.select.Leaderboard;

class SweepTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final SweepOptions DEFAULTS = SweepOptions.defaults().withStability(false);
    private static final String K_MEANS = Algorithms.K_MEANS.id();
    private static final String WARD = Algorithms.HIERARCHICAL.id();
    private static final String DBSCAN = Algorithms.DBSCAN.id();
    private static final String MIXTURE = Algorithms.GAUSSIAN_MIXTURE.id();

    /** Four groups far from each other. */
    private static Matrix groups;

    private static SweepResult found;

    @BeforeAll
    static void search() {
        groups = Samples.groups(600, 5, 4, 3);
        found = run(groups, DEFAULTS, RUN);
    }

    private static SweepData data(Matrix x) {
        List<String> names =
                IntStream.range(0, x.columns()).mapToObj(j -> "x" + j).toList();
        return new SweepData(x, FeatureColumns.numbers(names), List.of());
    }

    private static SweepResult run(Matrix x, SweepOptions options, RunContext run) {
        return Sweep.of(data(x), options, run).run(() -> false, run);
    }

    @Test
    void planted_groups_are_found_with_their_number() {
        assertEquals(4, found.clustering().labels().segments());
        assertEquals(600, found.searched());
        assertEquals(List.of(), found.notes());
        assertFalse(found.board().guardsRelaxed());
    }

    @Test
    void inertia_has_its_knee_at_the_planted_number() {
        List<CurvePoint> knees =
                found.curves().stream().filter(CurvePoint::knee).toList();
        assertEquals(
                List.of("Hierarchical (Ward)", "K-Means", "Gaussian Mixture"),
                knees.stream().map(CurvePoint::algorithm).toList());
        knees.forEach(knee -> assertEquals(4, knee.asked()));
    }

    @Test
    void curves_show_what_the_metrics_give() {
        CurvePoint point = found.curves().stream()
                .filter(p -> p.segmentation().equals("K-Means, k = 3"))
                .findFirst()
                .orElseThrow();
        Clustering three = Algorithms.K_MEANS
                .clusterer(Algorithms.K_MEANS.defaults().withK(3))
                .fit(groups, RUN);
        assertEquals(3, point.asked());
        assertEquals(
                Silhouette.of(groups, three.labels(), MetricOptions.defaults(), RUN)
                        .overall(),
                point.silhouette(),
                1e-12);
        double inertia = WithinSumOfSquares.of(groups, three.labels(), NoisePolicy.LEAVE_OUT, RUN)
                .overall();
        assertEquals(inertia, point.inertia(), 1e-9 * inertia);
        assertTrue(Double.isNaN(point.bic()));
    }

    @Test
    void mixtures_have_their_bic_on_the_curve() {
        CurvePoint point = found.curves().stream()
                .filter(p -> p.algorithm().equals("Gaussian Mixture") && p.asked() == 4)
                .findFirst()
                .orElseThrow();
        Clustering four = Algorithms.GAUSSIAN_MIXTURE
                .clusterer(Algorithms.GAUSSIAN_MIXTURE.defaults().withComponents(4))
                .fit(groups, RUN);
        assertEquals(((MixtureModel) four.model()).bic(), point.bic(), 1e-9 * Math.abs(point.bic()));
    }

    @Test
    void planted_groups_are_stable_and_more_stable_than_without_segments() {
        SweepResult result = run(
                groups,
                DEFAULTS.withAlgorithms(K_MEANS, WARD).withSegments(4, 6).withStability(true),
                RUN);
        for (CurvePoint point : result.curves()) {
            Consistency stability = point.stability();
            if (point.asked() == 4) {
                assertEquals(1, stability.adjustedRand(), 1e-12, point.segmentation());
                assertEquals(1, stability.worstJaccard(), 1e-12, point.segmentation());
                assertTrue(stability.nullAdjustedRand() < 1, point::toString);
            } else {
                assertTrue(stability.worstJaccard() < 0.9, point::toString);
            }
        }
        assertTrue(Double.isNaN(found.curves().get(0).stability().jaccard()), "not measured");
    }

    @Test
    void stability_depends_neither_on_the_order_of_rows_nor_on_threads() {
        SweepOptions options = DEFAULTS.withAlgorithms(K_MEANS, DBSCAN, MIXTURE)
                .withSegments(3, 4)
                .withStability(true);
        SweepResult expected = run(groups, options, RUN.withThreads(1));
        int[] permutation = Samples.permutation(600, 4);
        assertEquals(
                expected.curves(),
                run(groups.select(permutation), options, RUN.withThreads(3)).curves());
    }

    @Test
    void winner_is_what_its_own_node_makes_of_the_table() {
        SweepResult kMeans = run(groups, DEFAULTS.withAlgorithms(K_MEANS), RUN);
        Clustering alone = Algorithms.K_MEANS
                .clusterer(Algorithms.K_MEANS.defaults().withK(4))
                .fit(groups, RUN);
        assertEquals("K-Means, k = 4", kMeans.title());
        assertEquals(alone.labels(), kMeans.clustering().labels());
    }

    @Test
    void every_cut_is_that_of_a_linkage_of_its_own() {
        SweepResult ward = run(groups, DEFAULTS.withAlgorithms(WARD).withSegments(3, 6), RUN);
        assertEquals(4, ward.board().entries().size());
        for (Leaderboard.Entry entry : ward.board().entries()) {
            HierarchicalOptions options =
                    HierarchicalOptions.defaults().withSegments(entry.shape().segments());
            Clustering alone = Algorithms.HIERARCHICAL.clusterer(options).fit(groups, RUN);
            assertArrayEquals(
                    sorted(alone.labels().sizes()),
                    sorted(entry.candidate().labels().sizes()));
        }
    }

    private static int[] sorted(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    @Test
    void radii_include_the_automatic_one() {
        SweepResult dbscan = run(groups, DEFAULTS.withAlgorithms(DBSCAN), RUN);
        Clustering automatic =
                Algorithms.DBSCAN.clusterer(DbscanOptions.defaults()).fit(groups, RUN);
        String title = Algorithms.DBSCAN.title(DbscanOptions.defaults(), automatic.model());
        assertTrue(dbscan.curves().stream().anyMatch(p -> p.segmentation().equals(title)));
        assertTrue(dbscan.curves().size() > 3);
        assertTrue(dbscan.curves().stream().noneMatch(CurvePoint::knee));
    }

    @Test
    void result_depends_neither_on_the_order_of_rows_nor_on_threads() {
        Matrix x = Samples.groups(700, 3, 5, 9);
        SweepOptions options = DEFAULTS.withSampleRows(500).withSegments(2, 6);
        SweepResult expected = run(x, options, RUN);
        int[] permutation = Samples.permutation(700, 4);
        SweepResult other = run(x.select(permutation), options, RUN.withThreads(5));
        assertEquals(expected.curves(), other.curves());
        assertEquals(
                expected.clustering().labels(),
                Samples.unpermuted(other.clustering().labels(), permutation));
    }

    @Test
    void many_rows_are_searched_on_a_sample_and_the_winner_fitted_to_all() {
        Matrix x = Samples.groups(2_000, 4, 3, 5);
        SweepResult result = run(x, DEFAULTS.withAlgorithms(K_MEANS).withSampleRows(500), RUN);
        assertEquals(500, result.searched());
        assertEquals(500, result.board().winner().candidate().labels().size());
        assertEquals(
                List.of("The search looked at a sample of 500 of 2,000 customers; the best segmentation was fitted to"
                        + " all."),
                result.notes());
        Clustering all = Algorithms.K_MEANS
                .clusterer(Algorithms.K_MEANS.defaults().withK(3))
                .fit(x, RUN);
        assertEquals(all.labels(), result.clustering().labels());
    }

    @Test
    void winner_is_extended_to_all_rows_where_fitting_takes_longer_than_the_budget() {
        Matrix x = Samples.groups(30_000, 4, 3, 5);
        SweepOptions options = DEFAULTS.withAlgorithms(WARD)
                .withSampleRows(500)
                .withSegments(2, 4)
                .withSeconds(0.1);
        SweepResult result = run(x, options, RUN);
        assertEquals(3, result.clustering().labels().segments());
        assertEquals(30_000, result.clustering().labels().size());
        assertEquals(500, ((TreeModel) result.clustering().model()).tree().rows());
        String note = result.notes().get(result.notes().size() - 1);
        assertTrue(
                note.startsWith(
                        "The search looked at a sample of 500 of 30,000 customers; its segments were extended to"
                                + " all, because fitting Hierarchical (Ward), k = 3 to all would take about"),
                note);
        assertTrue(note.endsWith("raise 'Time budget (seconds)' by as much to fit it."), note);
        Clustering all = Algorithms.HIERARCHICAL
                .clusterer(HierarchicalOptions.defaults().withSegments(3))
                .fit(x, RUN);
        assertTrue(Samples.samePartition(
                all.labels().toArray(), result.clustering().labels().toArray()));
    }

    @Test
    void radius_of_a_sample_needs_more_neighbors_among_all_rows() {
        Matrix x = Samples.groups(3_000, 2, 3, 6);
        SweepResult result = run(x, DEFAULTS.withAlgorithms(DBSCAN).withSampleRows(1_000), RUN);
        DbscanOptions options = (DbscanOptions) result.configured().options();
        assertEquals(15, options.minPoints().orElseThrow());
        assertEquals(3, result.clustering().labels().segments());
    }

    @Test
    void small_budget_tries_the_cheapest_and_names_what_it_leaves_out() {
        double all = Sweep.of(data(groups), DEFAULTS, RUN).plan().estimate().seconds();
        Plan plan = Sweep.of(data(groups), DEFAULTS.withSeconds(all / 2), RUN).plan();
        assertTrue(plan.estimate().seconds() <= all / 2);
        assertEquals(35, plan.tried().size() + plan.leftOut().size());
        Trial first = plan.leftOut().get(0);
        assertEquals("Gaussian Mixture", first.algorithm());
        String words = plan.leftOutInWords();
        assertTrue(
                words.startsWith("The time budget of 1 second left out Gaussian Mixture, k = " + first.segments()
                        + " to 10 (about "),
                words);
        assertTrue(
                words.endsWith(
                        " by estimate): raise 'Time budget (seconds)' to " + (int) Math.ceil(all) + " to try them."),
                words);
    }

    @Test
    void what_the_verdict_takes_is_part_of_the_budget() {
        double all = Sweep.of(data(groups), DEFAULTS, RUN).plan().estimate().seconds();
        SweepOptions twice = DEFAULTS.withSeconds(2 * all);
        Plan plan = Sweep.of(data(groups), twice.withReserved(1.5 * all), RUN).plan();
        assertEquals(
                Sweep.of(data(groups), DEFAULTS.withSeconds(all / 2), RUN)
                        .plan()
                        .tried(),
                plan.tried());
        assertTrue(plan.estimate().seconds() > 1.5 * all && plan.estimate().seconds() <= 2 * all);
        assertEquals(all / 2, plan.searchSeconds(), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withReserved(-1));
    }

    @Test
    void budget_too_small_for_one_candidate_is_refused() {
        SegmentationException e = assertThrows(
                SegmentationException.class, () -> Sweep.of(data(groups), DEFAULTS.withSeconds(1e-9), RUN));
        assertTrue(e.problem().startsWith("A time budget of 1 second is too small for one candidate: "), e.problem());
        assertEquals("lower 'Search on at most (customers)'", e.remedies().get(1));
    }

    @Test
    void plan_tells_trials_before_any_is_carried_out() {
        Plan plan = Sweep.of(data(groups), DEFAULTS.withAlgorithms(K_MEANS, MIXTURE), RUN)
                .plan();
        assertEquals(18, plan.tried().size());
        assertEquals("K-Means, k = 2", plan.tried().get(0).title());
        assertEquals(List.of(), plan.leftOut());
        assertEquals("", plan.leftOutInWords());
    }

    @Test
    void search_by_the_clock_stops_and_says_so() {
        AtomicInteger questions = new AtomicInteger();
        SweepOptions options = DEFAULTS.withAlgorithms(K_MEANS).withByClock(true);
        SweepResult result = Sweep.of(data(groups), options, RUN).run(() -> questions.incrementAndGet() > 3, RUN);
        assertEquals(4, result.board().entries().size());
        assertEquals(
                List.of(
                        "The time budget ended the search before 5 candidates (K-Means, k = 6 and later): another run may"
                                + " try others. Raise 'Time budget (seconds)' to try them."),
                result.notes());
    }

    @Test
    void clock_is_not_asked_unless_wanted() {
        SweepOptions options = DEFAULTS.withAlgorithms(K_MEANS);
        assertEquals(
                9,
                Sweep.of(data(groups), options, RUN)
                        .run(() -> true, RUN)
                        .board()
                        .entries()
                        .size());
    }

    @Test
    void progress_names_what_is_tried() {
        List<String> messages = Collections.synchronizedList(new ArrayList<>());
        List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
        RunContext run = RUN.withThreads(1).withProgress((fraction, message) -> {
            messages.add(message);
            fractions.add(fraction);
        });
        run(groups, DEFAULTS.withAlgorithms(K_MEANS, WARD), run);
        assertEquals("Hierarchical (Ward), k = 2 (1 of 18)", messages.get(0));
        assertTrue(messages.contains("K-Means, k = 4 (12 of 18)"));
        assertTrue(fractions.stream().allMatch(f -> f >= 0 && f <= 1));
        assertTrue(fractions.get(fractions.size() - 1) > 0.8);
    }

    @Test
    void cancel_ends_the_search() {
        RunContext canceled = Samples.canceledAt(200);
        assertThrows(RunCanceledException.class, () -> run(groups, DEFAULTS, canceled));
    }

    @Test
    void fewer_different_rows_than_segments_limit_the_search() {
        double[] values = new double[40];
        Arrays.setAll(values, i -> i % 4 * 10);
        SweepResult result = run(Samples.column(values), DEFAULTS, RUN);
        assertEquals(4, result.clustering().labels().segments());
        assertEquals(
                "No more than 4 segments were tried, as only 4 customers differ in their features.",
                result.notes().get(0));
    }

    @Test
    void constant_features_are_refused() {
        SegmentationException e = assertThrows(
                SegmentationException.class, () -> Sweep.of(data(Samples.column(3, 3, 3, 3)), DEFAULTS, RUN));
        assertEquals(
                "All 4 customers have the same features, so there is nothing to segment: choose columns that tell"
                        + " customers apart.",
                e.getMessage());
    }

    @Test
    void two_rows_are_two_segments() {
        SweepResult result = run(Samples.column(1, 5), DEFAULTS, RUN);
        assertEquals(2, result.clustering().labels().segments());
    }

    @Test
    void one_row_and_no_row_are_refused() {
        String one = assertThrows(SegmentationException.class, () -> Sweep.of(data(Samples.column(1)), DEFAULTS, RUN))
                .getMessage();
        assertTrue(one.startsWith("Auto Segmentation got 1 row, but at least 2 are needed"), one);
        String none = assertThrows(SegmentationException.class, () -> Sweep.of(data(Samples.column()), DEFAULTS, RUN))
                .getMessage();
        assertTrue(none.startsWith("Auto Segmentation got no row to cluster"), none);
    }

    @Test
    void numbers_of_segments_that_were_not_asked_for_are_set_aside() {
        Matrix x = Samples.groups(900, 2, 6, 8);
        SweepResult result = run(x, DEFAULTS.withAlgorithms(DBSCAN, K_MEANS).withSegments(2, 3), RUN);
        assertTrue(result.board().entries().stream().allMatch(e -> e.shape().segments() <= 3));
        assertTrue(
                result.notes().get(0).startsWith("Set aside for a number of segments outside 2 to 3: DBSCAN with "),
                result.notes().toString());
    }
}
