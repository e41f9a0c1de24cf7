package org.tessera.engine.cluster.kmeans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.Texts;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.cluster.kmeans.search.MultiStartSearch;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class KMeansTest {

    private static final RunContext RUN = RunContext.of(1);

    private static double inertia(Clustering clustering) {
        return ((CentroidModel) clustering.model()).inertia();
    }

    @Test
    void is_never_worse_than_the_best_of_10_starts_of_scikit_learn_on_the_credit_customers() {
        Matrix x = CreditReference.features();
        for (int k = 2; k <= 8; k++) {
            String name = "kmeans_" + k;
            double reference = CreditReference.runs().stream()
                    .filter(run -> run.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .inertia();
            double inertia = inertia(Algorithms.K_MEANS
                    .clusterer(KMeansOptions.defaults().withK(k))
                    .fit(x, RUN));
            assertTrue(inertia <= (1 + 1e-12) * reference, name + " ended at " + inertia + ", reference " + reference);
        }
    }

    /** scikit-learn 1.2.1, Lloyd with tolerance 0 from the first k different rows of the credit customers. */
    @ParameterizedTest
    @CsvSource({
        "2, 110843.87341110408, 4387 67",
        "3, 101842.62832937902, 3626 761 67",
        "5, 87245.552922844654, 2451 847 666 423 67",
        "8, 75972.945396135212, 1510 631 570 551 546 412 167 67"
    })
    void repeats_lloyd_of_scikit_learn_from_the_same_start(int k, double inertia, String sizes) {
        Matrix x = CreditReference.features();
        Matrix first = x.select(IntStream.range(0, k).toArray());
        Clustering clustering = new KMeans(KMeansOptions.defaults()).fitFrom(x, first, RUN);
        assertEquals(inertia, inertia(clustering), 1e-12 * inertia);
        assertArrayEquals(
                Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray(),
                clustering.labels().sizes());
        assertTrue(clustering.converged());
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void skipping_distances_by_bounds_changes_nothing(Distance distance) {
        for (int seed = 1; seed <= 12; seed++) {
            Matrix x = seed % 3 == 0 ? Samples.grid(300, 3, 4, seed) : Samples.groups(300, 1 + seed % 4, 6, seed);
            Matrix rows = CanonicalRows.of(x, RUN).matrix();
            int k = 2 + seed % 7;
            Matrix first = rows.select(IntStream.range(0, k).map(i -> i * 29).toArray());
            KMeansOptions options = KMeansOptions.defaults().withK(k).withDistance(distance);
            LloydResult result = HamerlyLloyd.run(rows, first.values().clone(), options, RUN);
            assertArrayEquals(plainLloyd(rows, first, distance), result.labels(), "seed " + seed);
        }
    }

    /** Lloyd as in the book; these starts lose no centroid. */
    private static int[] plainLloyd(Matrix x, Matrix first, Distance distance) {
        int k = first.rows();
        int d = x.columns();
        double[] centroids = first.values().clone();
        int[] labels = nearest(x, centroids, k, distance);
        for (int iteration = 0; iteration < 300; iteration++) {
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d; j++) {
                    int segment = c;
                    int column = j;
                    int[] labeled = labels;
                    double[] values = IntStream.range(0, x.rows())
                            .filter(i -> labeled[i] == segment)
                            .mapToDouble(i -> x.at(i, column))
                            .sorted()
                            .toArray();
                    if (values.length > 0) {
                        int middle = values.length / 2;
                        centroids[c * d + j] = distance == Distance.EUCLIDEAN
                                ? Arrays.stream(values).sum() / values.length
                                : values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
                    }
                }
            }
            labels = nearest(x, centroids, k, distance);
        }
        return labels;
    }

    private static int[] nearest(Matrix x, double[] centroids, int k, Distance distance) {
        int d = x.columns();
        int[] labels = new int[x.rows()];
        for (int i = 0; i < labels.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                double cost = distance.reduced(x.values(), i * d, centroids, c * d, d);
                if (cost < best) {
                    best = cost;
                    labels[i] = c;
                }
            }
        }
        return labels;
    }

    @Test
    void one_segment_is_the_mean_and_the_sum_of_squares() {
        Clustering clustering =
                Algorithms.K_MEANS.clusterer(KMeansOptions.defaults().withK(1)).fit(Samples.column(0, 1, 10, 11), RUN);
        assertEquals(101, inertia(clustering), 1e-12);
        assertEquals(5.5, ((CentroidModel) clustering.model()).centroids().at(0, 0), 1e-15);
    }

    @Test
    void a_segment_per_row_costs_nothing() {
        Clustering clustering =
                Algorithms.K_MEANS.clusterer(KMeansOptions.defaults().withK(4)).fit(Samples.column(0, 1, 10, 11), RUN);
        assertEquals(0, inertia(clustering));
        assertEquals(4, clustering.labels().segments());
    }

    @Test
    void manhattan_centroids_are_medians() {
        KMeansOptions options = KMeansOptions.defaults().withK(2).withDistance(Distance.MANHATTAN);
        Clustering clustering =
                Algorithms.K_MEANS.clusterer(options).fit(Samples.column(0, 1, 5, 100, 101, 102, 109), RUN);
        assertEquals(Labels.of(1, 1, 1, 0, 0, 0, 0), clustering.labels());
        assertArrayEquals(
                new double[] {101.5, 1},
                ((CentroidModel) clustering.model()).centroids().values());
        assertEquals(10 + 5, inertia(clustering), 1e-12);
    }

    @Test
    void a_centroid_that_loses_its_rows_moves_to_the_farthest_row() {
        Matrix first = Samples.column(0, 1000, 5);
        Clustering clustering =
                new KMeans(KMeansOptions.defaults()).fitFrom(Samples.column(0, 1, 2, 8, 9, 30), first, RUN);
        assertEquals(3, clustering.labels().segments());
        assertEquals(Labels.of(0, 0, 0, 1, 1, 2), clustering.labels());
    }

    @ParameterizedTest
    @EnumSource(Initialization.class)
    void every_start_is_k_different_rows_or_means(Initialization method) {
        Matrix x = CanonicalRows.of(Samples.grid(200, 2, 4, 3), RUN).matrix();
        KMeansOptions options = KMeansOptions.defaults().withK(9).withInitialization(method);
        ColumnBlocks blocks = new ColumnBlocks(x, options.distance(), RUN);
        for (int restart = 0; restart < 6; restart++) {
            Matrix centroids =
                    Matrix.wrap(9, x.columns(), KMeansInitializer.firstCentroids(blocks, options, restart, RUN));
            assertEquals(9, centroids.rows());
            assertEquals(9, CanonicalRows.of(centroids, RUN).distinct(), method + ", restart " + restart);
        }
    }

    @Test
    void given_centroids_lead_to_the_same_bits_for_any_order_of_the_rows_and_any_threads() {
        Matrix x = Samples.groups(5000, 3, 6, 11);
        int[] order = RandomStream.of(5, 0).permutation(5000);
        Matrix first = x.select(new int[] {0, 900, 1800, 2700, 3600});
        KMeans kMeans = new KMeans(KMeansOptions.defaults(), MultiStartSearch.OPTIMIZER);
        Clustering one = kMeans.fitFrom(x, first, RUN.withThreads(1));
        Clustering other = kMeans.fitFrom(x.select(order), first, RUN.withThreads(4));
        assertEquals(Texts.of(one.model()), Texts.of(other.model()));
        assertEquals(Labels.of(Arrays.stream(order).map(i -> one.labels().at(i)).toArray()), other.labels());
    }

    @Test
    void offsets_cost_no_digits() {
        Matrix x = Samples.groups(500, 2, 3, 2);
        double[] moved = Arrays.stream(x.values()).map(v -> v + 1e8).toArray();
        KMeansOptions options = KMeansOptions.defaults().withK(3);
        Clustering here = Algorithms.K_MEANS.clusterer(options).fit(x, RUN);
        Clustering there = Algorithms.K_MEANS.clusterer(options).fit(Matrix.wrap(500, 2, moved), RUN);
        assertEquals(here.labels(), there.labels());
    }

    @Test
    void says_when_the_iterations_were_not_enough() {
        KMeansOptions options = new KMeansOptions(6, Initialization.RANDOM, 1, 1, Distance.EUCLIDEAN);
        Clustering clustering = Algorithms.K_MEANS.clusterer(options).fit(Samples.groups(2000, 3, 6, 3), RUN);
        assertFalse(clustering.converged());
        assertEquals(1, clustering.iterations());
        assertTrue(clustering.warnings().get(0).contains("limit of 1 iteration"), clustering.warnings()::toString);
    }

    @Test
    void large_tables_run_their_restarts_one_after_the_other_with_the_same_result() {
        Matrix x = Samples.groups(60_000, 8, 10, 1);
        KMeansOptions options = KMeansOptions.defaults().withK(10).withRestarts(2);
        Clustering one = Algorithms.K_MEANS.clusterer(options).fit(x, RUN.withThreads(1));
        Clustering four = Algorithms.K_MEANS.clusterer(options).fit(x, RUN.withThreads(4));
        assertEquals(Texts.of(one.model()), Texts.of(four.model()));
        assertEquals(one.labels(), four.labels());
    }

    @Test
    void given_centroids_have_to_fit() {
        KMeans kMeans = new KMeans(KMeansOptions.defaults(), MultiStartSearch.OPTIMIZER);
        assertThrows(
                IllegalArgumentException.class,
                () -> kMeans.fitFrom(Samples.column(1, 2), Matrix.of(new double[][] {{1, 2}}), RUN));
    }
}
