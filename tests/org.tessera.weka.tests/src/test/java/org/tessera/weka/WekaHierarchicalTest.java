package org.tessera.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.hierarchical.DendrogramCut;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.Budget;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

class WekaHierarchicalTest {

    private static final RunContext RUN = RunContext.of(1);

    private static void assertSameTree(Matrix x, HierarchicalOptions options) {
        Clustering weka =
                WekaClusterers.of(Algorithms.HIERARCHICAL, options, true).fit(x, RUN);
        Clustering tessera = new Hierarchical(options).fit(x, RUN);
        assertEquals(tessera.labels(), weka.labels());
        MergeTree expected = ((TreeModel) tessera.model()).tree();
        MergeTree tree = ((TreeModel) weka.model()).tree();
        assertArrayEquals(expected.heights(), tree.heights(), 1e-9, options.toString());
        for (int k = 1; k <= Math.min(40, x.rows()); k++) {
            assertTrue(
                    DendrogramCut.isTied(expected, k)
                            || Samples.samePartition(DendrogramCut.labels(expected, k), DendrogramCut.labels(tree, k)),
                    options + " cut into " + k);
        }
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void trees_are_those_of_tessera(Linkage linkage) {
        HierarchicalOptions options = HierarchicalOptions.defaults().withLinkage(linkage);
        for (int seed = 1; seed <= 24; seed++) {
            int n = 5 + RandomStream.of(17, seed).nextInt(120);
            assertSameTree(Samples.groups(n, 1 + seed % 7, 1 + seed % 5, seed), options.withSegments(4));
        }
        assertSameTree(Samples.groups(2, 2, 1, 9), options.withSegments(2));
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void trees_of_credit_customers_are_those_of_tessera(Linkage linkage) {
        assertSameTree(Rows.credit(), HierarchicalOptions.defaults().withLinkage(linkage));
    }

    @ParameterizedTest
    @EnumSource(names = {"AVERAGE", "COMPLETE", "SINGLE"})
    void manhattan_trees_are_those_of_tessera(Linkage linkage) {
        HierarchicalOptions options =
                HierarchicalOptions.defaults().withLinkage(linkage).withDistance(Distance.MANHATTAN);
        assertSameTree(Samples.groups(80, 3, 3, 5), options);
    }

    /** scipy 1.10: 0, 1, 10, 11 with Ward. */
    @Test
    void ward_has_the_heights_of_scipy() {
        Matrix x = Matrix.of(new double[][] {{0}, {1}, {10}, {11}});
        TreeModel model = (TreeModel) WekaClusterers.of(
                        Algorithms.HIERARCHICAL, HierarchicalOptions.defaults().withSegments(2), true)
                .fit(x, RUN)
                .model();
        assertArrayEquals(new double[] {1, 1, 14.14213562373095}, model.tree().heights(), 1e-14);
        assertArrayEquals(new int[] {0, 2, 4}, model.tree().left());
        assertArrayEquals(new int[] {1, 3, 5}, model.tree().right());
    }

    @Test
    void reads_the_tree_that_weka_prints() {
        Newick tree = Newick.parse("Newick:((0.0:1,2.0:1):9,(1.0:2.5,3.0:2.5):7.5)", 4);
        assertArrayEquals(new int[] {0, 1, 4}, tree.first());
        assertArrayEquals(new int[] {2, 3, 5}, tree.second());
        assertArrayEquals(new double[] {1, 2.5, 10}, tree.heights());
        assertThrows(IllegalStateException.class, () -> Newick.parse("Newick:(no,clusters)", 4));
        assertThrows(IllegalStateException.class, () -> Newick.parse("digraph", 4));
    }

    @Test
    void cuts_at_a_height_and_takes_one_row() {
        Matrix x = Matrix.of(new double[][] {{0}, {1}, {10}, {11}, {50}});
        HierarchicalOptions options =
                HierarchicalOptions.defaults().withLinkage(Linkage.AVERAGE).withCutHeight(10);
        assertEquals(
                Labels.of(0, 0, 0, 0, 1),
                WekaClusterers.of(Algorithms.HIERARCHICAL, options, true)
                        .fit(x, RUN)
                        .labels());
        assertEquals(
                Labels.of(0),
                WekaClusterers.of(
                                Algorithms.HIERARCHICAL,
                                HierarchicalOptions.defaults().withSegments(1),
                                true)
                        .fit(Matrix.of(new double[][] {{3}}), RUN)
                        .labels());
    }

    @Test
    void refuses_more_rows_than_weka_or_the_memory_can_take() {
        Budget gigabyte = new Budget(1L << 30, Budget.SECONDS);
        List<String> messages = List.of(
                assertThrows(SegmentationException.class, () -> WekaHierarchical.checkRows(46_001))
                        .getMessage(),
                assertThrows(SegmentationException.class, () -> estimate(4_000).requireMemory(gigabyte))
                        .getMessage());
        assertTrue(messages.get(0).contains("at most 46,000 rows, but there are 46,001"), messages.get(0));
        assertTrue(
                messages.get(1)
                        .startsWith("Weka's HierarchicalClusterer on 4,000 rows with 10 features needs about 2.7 GB of"
                                + " memory, but only 1.0 GB is free"),
                messages.get(1));
        assertTrue(messages.stream().allMatch(m -> m.contains("to Tessera")));
        WekaHierarchical.checkRows(46_000);
        estimate(1_000).requireMemory(gigabyte);
    }

    private static Estimate estimate(int rows) {
        return Algorithms.HIERARCHICAL.estimate(
                Implementation.WEKA, HierarchicalOptions.defaults(), new DataSize(rows, 10, 1));
    }
}
