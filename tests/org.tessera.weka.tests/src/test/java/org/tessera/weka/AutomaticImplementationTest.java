package org.tessera.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansAlgorithm;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.RunContext;

/** What Automatic runs gives the segments of Tessera, whatever the data and their size. */
class AutomaticImplementationTest {

    private static final RunContext RUN = RunContext.of(1);

    private static <O extends Record> ImplementationChoice choice(Algorithm<O> algorithm, O options, Matrix x) {
        return algorithm.choose(Implementation.AUTOMATIC, options, DataSize.of(x.rows(), x.columns()));
    }

    private static <O extends Record> Clustering automatic(Algorithm<O> algorithm, O options, Matrix x) {
        ImplementationChoice choice = choice(algorithm, options, x);
        Clusterer clusterer =
                choice.isWeka() ? WekaClusterers.of(algorithm, options, choice.byHand()) : algorithm.clusterer(options);
        return clusterer.fit(x, RUN);
    }

    /** Whole numbers with ties and duplicates, of which the second half may repeat the first. */
    private static List<Matrix> tiedTables() {
        List<Matrix> tables = new ArrayList<>();
        for (int seed = 1; seed <= 12; seed++) {
            int n = 30 + 60 * seed;
            Matrix x = Samples.grid(n, 1 + seed % 4, 2 + seed, seed);
            int repeated = seed % 3 == 0 ? n / 2 : n;
            tables.add(x.select(IntStream.range(0, n).map(i -> i % repeated).toArray()));
        }
        return tables;
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void k_means_by_weka_ends_at_the_segments_of_tessera_where_rows_tie(Distance distance) {
        for (Matrix x : tiedTables()) {
            for (int k : new int[] {2, 5, 9}) {
                KMeansOptions options =
                        KMeansOptions.defaults().withK(k).withDistance(distance).withRestarts(3);
                assertTrue(choice(Algorithms.K_MEANS, options, x).isWeka());
                assertEquals(
                        Algorithms.K_MEANS.clusterer(options).fit(x, RUN).labels(),
                        automatic(Algorithms.K_MEANS, options, x).labels(),
                        x.rows() + " x " + x.columns() + ", k = " + k);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void k_means_is_the_same_on_both_sides_of_the_limit(int beyond) {
        KMeansOptions options = KMeansOptions.defaults().withK(10).withRestarts(10);
        int columns = 50;
        int rows = (int) (KMeansAlgorithm.MAX_WEKA_OPERATIONS / (100 * columns)) + beyond;
        Matrix x = Samples.grid(rows, columns, 3, 5);
        assertEquals(beyond <= 0, choice(Algorithms.K_MEANS, options, x).isWeka());
        assertEquals(
                Algorithms.K_MEANS.clusterer(options).fit(x, RUN).labels(),
                automatic(Algorithms.K_MEANS, options, x).labels());
    }

    @Test
    void other_initializations_draw_other_rows_in_weka_and_are_tesseras() {
        Matrix x = Samples.grid(50, 2, 5, 1);
        for (Initialization initialization : Initialization.values()) {
            KMeansOptions options = KMeansOptions.defaults().withInitialization(initialization);
            assertEquals(
                    initialization == Initialization.K_MEANS_PLUS_PLUS,
                    choice(Algorithms.K_MEANS, options, x).isWeka());
        }
    }

    @Test
    void radius_on_a_distance_counts_neighbors_at_exactly_the_radius_for_any_number_of_rows() {
        for (int n : new int[] {12, 200, 2000, 2001}) {
            Matrix x = Matrix.wrap(
                    n, 1, IntStream.range(0, n).mapToDouble(i -> i % 12).toArray());
            Clustering found = automatic(
                    Algorithms.DBSCAN, DbscanOptions.defaults().withEps(1).withMinPoints(2), x);
            assertEquals(1, found.labels().segments(), n + " rows");
            assertEquals(0, found.labels().noise(), n + " rows");
        }
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void a_tree_does_not_depend_on_the_number_of_rows_nor_wait_for_weka(Linkage linkage) {
        HierarchicalOptions options =
                new HierarchicalOptions(5, HierarchicalOptions.defaults().cutHeight(), linkage, Distance.EUCLIDEAN);
        for (Matrix x : tiedTables()) {
            assertEquals(
                    Algorithms.HIERARCHICAL.clusterer(options).fit(x, RUN).labels(),
                    automatic(Algorithms.HIERARCHICAL, options, x).labels());
        }
        DataSize wide = DataSize.of(300, 5000);
        assertFalse(Algorithms.HIERARCHICAL
                .choose(Implementation.AUTOMATIC, options, wide)
                .isWeka());
    }

    /** Measured on one core: 44 s with Ward linkage. */
    @Test
    void the_estimate_of_wekas_tree_grows_with_the_features() {
        HierarchicalOptions ward = HierarchicalOptions.defaults();
        double wide = Algorithms.HIERARCHICAL
                .estimate(Implementation.WEKA, ward, DataSize.of(300, 5000))
                .seconds();
        double narrow = Algorithms.HIERARCHICAL
                .estimate(Implementation.WEKA, ward, DataSize.of(300, 13))
                .seconds();
        assertTrue(wide > 22 && wide < 88, wide + " s");
        assertTrue(narrow < 1, narrow + " s");
    }

    @Test
    void mixtures_are_wekas_only_where_tessera_has_no_such_choice() {
        for (GaussianMixtureOptions.Choice choice : GaussianMixtureOptions.Choice.values()) {
            GaussianMixtureOptions options = GaussianMixtureOptions.defaults()
                    .withCovariance(org.tessera.engine.model.Covariance.DIAGONAL)
                    .withChoice(choice);
            assertEquals(
                    choice == GaussianMixtureOptions.Choice.WEKA_CROSS_VALIDATION,
                    choice(Algorithms.GAUSSIAN_MIXTURE, options, Samples.grid(20, 2, 4, 1))
                            .isWeka());
        }
    }

    @Test
    void dbscan_of_two_groups_is_the_same_by_weka_with_the_automatic_radius() {
        for (Matrix x : tiedTables()) {
            double[] shifted = x.values().clone();
            Arrays.setAll(shifted, i -> shifted[i] + (i / x.columns() % 2 == 0 ? 0 : 60));
            Matrix groups = Matrix.wrap(x.rows(), x.columns(), shifted);
            DbscanOptions options = DbscanOptions.defaults();
            assertEquals(
                    automatic(Algorithms.DBSCAN, options, groups).labels(),
                    WekaClusterers.of(Algorithms.DBSCAN, options, true)
                            .fit(groups, RUN)
                            .labels());
        }
    }
}
