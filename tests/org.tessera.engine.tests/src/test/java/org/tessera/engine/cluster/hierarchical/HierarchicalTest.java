package org.tessera.engine.cluster.hierarchical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.Texts;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.Budget;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

class HierarchicalTest {

    private static final RunContext RUN = RunContext.of(1);

    private static Clustering fit(Matrix x, Linkage linkage, Distance distance, int k) {
        return new Hierarchical(HierarchicalOptions.defaults()
                        .withSegments(k)
                        .withLinkage(linkage)
                        .withDistance(distance))
                .fit(x, RUN);
    }

    private static MergeTree tree(Matrix x, Linkage linkage, Distance distance) {
        return ((TreeModel) fit(x, linkage, distance, 1).model()).tree();
    }

    private static MergeTree tree(Matrix x, Linkage linkage) {
        return tree(x, linkage, Distance.EUCLIDEAN);
    }

    private static void assertTree(List<String[]> expected, int firstField, MergeTree tree) {
        assertEquals(expected.size(), tree.heights().length);
        for (int i = 0; i < expected.size(); i++) {
            String[] row = expected.get(i);
            assertEquals((int) Double.parseDouble(row[firstField]), tree.left()[i], "left of merge " + i);
            assertEquals((int) Double.parseDouble(row[firstField + 1]), tree.right()[i], "right of merge " + i);
            double height = Double.parseDouble(row[firstField + 2]);
            assertEquals(height, tree.heights()[i], 1e-12 * height, "height of merge " + i);
        }
    }

    /** scipy 1.10.1. */
    @ParameterizedTest
    @CsvSource({
        "WARD, EUCLIDEAN",
        "AVERAGE, EUCLIDEAN",
        "COMPLETE, EUCLIDEAN",
        "SINGLE, EUCLIDEAN",
        "CENTROID, EUCLIDEAN",
        "AVERAGE, MANHATTAN",
        "COMPLETE, MANHATTAN",
        "SINGLE, MANHATTAN"
    })
    void trees_are_those_of_scipy(Linkage linkage, Distance distance) {
        String metric = distance == Distance.EUCLIDEAN ? "euclidean" : "cityblock";
        List<String[]> expected = Samples.table("linkage_60.csv").stream()
                .filter(row -> row[0].equals(linkage.name().toLowerCase(Locale.ROOT)) && row[1].equals(metric))
                .toList();
        assertTree(expected, 2, tree(Samples.rows60(), linkage, distance));
    }

    @ParameterizedTest
    @EnumSource(names = {"WARD", "AVERAGE", "COMPLETE", "SINGLE"})
    void trees_of_the_wholesale_customers_are_those_of_scipy(Linkage linkage) throws Exception {
        Path folder = Path.of("../../../shared/reference");
        Assumptions.assumeTrue(Files.exists(folder), "needs the shared reference results");
        List<String> lines = Files.readAllLines(folder.resolve("wholesale_Z.csv"));
        Matrix x = Matrix.of(lines.stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new));
        List<String[]> expected = Files.readAllLines(
                        folder.resolve("wholesale_linkage_" + linkage.name().toLowerCase(Locale.ROOT) + ".csv"))
                .stream()
                .map(line -> line.split(","))
                .toList();
        assertTree(expected, 0, tree(x, linkage));
    }

    @ParameterizedTest
    @EnumSource(names = {"WARD", "AVERAGE", "COMPLETE", "SINGLE"})
    void segments_of_the_credit_customers_are_those_of_scikit_learn(Linkage linkage) {
        MergeTree tree = tree(CreditReference.features(), linkage);
        for (int k = 2; k <= 8; k++) {
            String name = linkage.name().toLowerCase(Locale.ROOT) + "_" + k;
            int[] expected = CreditReference.labels(name).toArray();
            assertTrue(Samples.samePartition(expected, DendrogramCut.labels(tree, k)), name);
        }
    }

    /** Four rows by hand, and by scipy 1.10.1. */
    @ParameterizedTest
    @CsvSource({"WARD, 14.14213562373095", "AVERAGE, 10", "COMPLETE, 11", "SINGLE, 9", "CENTROID, 10"})
    void heights_of_two_pairs(Linkage linkage, double top) {
        MergeTree tree = tree(Samples.column(0, 1, 10, 11), linkage);
        assertArrayEquals(new int[] {0, 2, 4}, tree.left());
        assertArrayEquals(new int[] {1, 3, 5}, tree.right());
        assertArrayEquals(new double[] {1, 1, top}, tree.heights(), 1e-14);
    }

    @Test
    void centroid_linkage_may_fall_and_a_cut_by_height_keeps_to_scipys_rule() {
        Matrix x = Matrix.of(new double[][] {{0, 0}, {1, 0}, {0.5, 0.9}});
        MergeTree tree = tree(x, Linkage.CENTROID);
        assertArrayEquals(new double[] {1, 0.9}, tree.heights(), 1e-15);
        assertArrayEquals(new int[] {0, 1, 2}, DendrogramCut.labelsAt(tree, 0.95));
        assertArrayEquals(new int[] {0, 0, 0}, DendrogramCut.labelsAt(tree, 1));
        assertArrayEquals(new int[] {0, 0, 1}, DendrogramCut.labels(tree, 2));
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void trees_of_permuted_rows_are_the_same_tree(Linkage linkage) {
        for (Matrix x : List.of(Samples.groups(300, 3, 4, 2), Samples.grid(250, 2, 6, 3))) {
            int[] permutation = Samples.permutation(x.rows(), 4);
            MergeTree tree = tree(x, linkage);
            MergeTree permuted = tree(x.select(permutation), linkage);
            assertArrayEquals(tree.heights(), permuted.heights());
            for (int k : new int[] {2, 5, 17, 30}) {
                int[] labels = Samples.unpermuted(Labels.of(DendrogramCut.labels(permuted, k)), permutation)
                        .toArray();
                assertTrue(Samples.samePartition(DendrogramCut.labels(tree, k), labels), linkage + ", " + k);
            }
        }
    }

    @Test
    void a_tie_at_the_cut_is_a_warning_and_decided_by_values() {
        Clustering clustering = fit(Samples.column(2, 0, 1), Linkage.SINGLE, Distance.EUCLIDEAN, 2);
        assertEquals(Labels.of(1, 0, 0), clustering.labels());
        assertTrue(
                clustering.warnings().get(0).contains("equal merges at height 1.0"), clustering.warnings()::toString);
        assertTrue(fit(Samples.column(0, 1, 10, 11), Linkage.WARD, Distance.EUCLIDEAN, 2)
                .warnings()
                .isEmpty());
    }

    /** Two segments of two rows whose centroids are equal to rounding: the one whose first row comes first is 0. */
    @Test
    void segments_of_equal_size_and_centroid_are_numbered_by_their_values_in_any_order_of_the_rows() {
        Matrix x = Samples.column(1e8, 1e8 + 0.001, 1e8 + 0.05, 1e8 + 0.051);
        for (int[] order : new int[][] {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}}) {
            Labels labels =
                    fit(x.select(order), Linkage.AVERAGE, Distance.EUCLIDEAN, 2).labels();
            assertEquals(Labels.of(0, 0, 1, 1), Samples.unpermuted(labels, order));
        }
    }

    @Test
    void cuts_at_a_height_and_says_at_which_it_has_cut() {
        Matrix x = Samples.column(0, 1, 10, 11, 50);
        HierarchicalOptions options = HierarchicalOptions.defaults().withLinkage(Linkage.AVERAGE);
        Clustering byHeight = new Hierarchical(options.withCutHeight(10)).fit(x, RUN);
        assertEquals(Labels.of(0, 0, 0, 0, 1), byHeight.labels());
        assertEquals(10, ((TreeModel) byHeight.model()).cutHeight());
        Clustering byNumber = new Hierarchical(options.withSegments(3)).fit(x, RUN);
        TreeModel model = (TreeModel) byNumber.model();
        assertEquals(5.5, model.cutHeight(), 1e-12);
        assertArrayEquals(new double[] {0.5, 10.5, 50}, model.centroids().values(), 1e-12);
        assertEquals(
                byNumber.labels(),
                new Hierarchical(options.withCutHeight(model.cutHeight()))
                        .fit(x, RUN)
                        .labels());
        assertEquals(
                byHeight.labels(),
                Hierarchical.cut(options.withSegments(2), model.tree(), x, RUN).labels());
    }

    @Test
    void equal_rows_are_merged_at_height_0() {
        double[] heights = tree(Samples.column(0.1, 0.7, 0.1, 0.1, 0.7, 0.1, 0.1), Linkage.WARD)
                .heights();
        assertArrayEquals(new double[] {0, 0, 0, 0, 0}, Arrays.copyOf(heights, 5));
        assertTrue(heights[5] > 0.5);
    }

    @Test
    void refuses_a_matrix_of_distances_that_does_not_fit_and_names_what_would() {
        Budget twoGigabytes = new Budget(2L << 30, Budget.SECONDS);
        SegmentationException e = assertThrows(
                SegmentationException.class,
                () -> estimate(Linkage.AVERAGE, 100_000).requireMemory(twoGigabytes));
        assertTrue(
                e.getMessage()
                        .startsWith("Average linkage of 100,000 rows with 10 features needs about 37 GB of memory, but"
                                + " only 2.0 GB is free: use Ward or single linkage"),
                e.getMessage());
        estimate(Linkage.WARD, 100_000).requireMemory(twoGigabytes);
        estimate(Linkage.SINGLE, 100_000).requireMemory(twoGigabytes);
        estimate(Linkage.COMPLETE, 10_000).requireMemory(twoGigabytes);
    }

    private static Estimate estimate(Linkage linkage, int rows) {
        return new HierarchicalAlgorithm()
                .estimate(HierarchicalOptions.defaults().withLinkage(linkage), new DataSize(rows, 10, 2));
    }

    @Test
    void large_scans_are_shared_between_threads_with_the_same_tree() {
        Matrix x = Samples.groups(1500, 200, 5, 6);
        for (Linkage linkage : List.of(Linkage.WARD, Linkage.SINGLE)) {
            Hierarchical clusterer =
                    new Hierarchical(HierarchicalOptions.defaults().withLinkage(linkage));
            Clustering one = clusterer.fit(x, RUN.withThreads(1));
            Clustering two = clusterer.fit(x, RUN.withThreads(2));
            assertEquals(Texts.of(one.model()), Texts.of(two.model()));
        }
    }

    @Test
    void cuts_are_checked() {
        MergeTree tree = tree(Samples.column(0, 1, 10), Linkage.WARD);
        assertThrows(IllegalArgumentException.class, () -> DendrogramCut.labels(tree, 0));
        assertThrows(IllegalArgumentException.class, () -> DendrogramCut.labels(tree, 4));
        assertArrayEquals(new int[] {0, 1, 2}, DendrogramCut.labels(tree, 3));
        assertArrayEquals(new int[] {0, 0, 0}, DendrogramCut.labels(tree, 1));
    }
}
