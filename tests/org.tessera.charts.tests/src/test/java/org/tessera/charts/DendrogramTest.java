package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.TreeModel;

class DendrogramTest {

    /** Rows 0 to 5: {0, 1} at 1, {2, 3} at 2, {4, 5} at 3, the first two pairs at 4, all at 10. */
    private static final MergeTree TREE =
            new MergeTree(new int[] {0, 2, 4, 6, 8}, new int[] {1, 3, 5, 7, 9}, new double[] {1, 2, 3, 4, 10});

    private static Dendrogram.Spec spec(double cut, int segments, int... labels) {
        TreeModel model = new TreeModel(
                Linkage.AVERAGE, Distance.EUCLIDEAN, TREE, cut, Matrix.wrap(segments, 1, new double[segments]));
        return Dendrogram.spec(model, Labels.of(labels), "Hierarchical", Samples.RUN);
    }

    @Test
    void small_tree_is_shown_whole_with_the_larger_branch_first() {
        Dendrogram.Spec spec = spec(3.5, 3, 0, 0, 1, 1, 2, 2);
        assertEquals(
                List.of(0, 0, 1, 1, 2, 2),
                spec.leaves().stream().map(Dendrogram.Leaf::label).toList());
        assertEquals(
                List.of(
                        new Dendrogram.Merge(0, 1, 1, 0),
                        new Dendrogram.Merge(2, 3, 2, 1),
                        new Dendrogram.Merge(4, 5, 3, 2),
                        new Dendrogram.Merge(6, 7, 4, Dendrogram.SEVERAL),
                        new Dendrogram.Merge(8, 9, 10, Dendrogram.SEVERAL)),
                spec.merges());
        assertEquals(3.5, spec.cut());
        assertEquals("Cut into 3 segments; the longest stretch without a merge gives 2", spec.title());
        assertEquals(
                "Cut into 2 segments, where the tree has its longest stretch without a merge",
                spec(7, 2, 0, 0, 0, 0, 1, 1).title());
    }

    @Test
    void large_tree_is_collapsed_to_branches_with_their_sizes_and_heights() {
        int n = 1000;
        Matrix features = Samples.features(Samples.labels(n, 4, false));
        Dendrogram.Spec spec = Samples.dendrogram(features, 4);
        assertEquals(Dendrogram.DEFAULT_LEAVES, spec.leaves().size());
        assertEquals(n, spec.leaves().stream().mapToInt(Dendrogram.Leaf::size).sum());
        assertEquals(Dendrogram.DEFAULT_LEAVES - 1, spec.merges().size());
        double lowest = spec.merges().get(0).height();
        assertTrue(spec.leaves().stream().allMatch(leaf -> leaf.height() <= lowest && leaf.label() >= 0));
        assertTrue(spec.subtitle().endsWith("The first 970 merges are inside the wedges"), spec.subtitle());
        assertEquals(
                3, spec.merges().stream().filter(m -> m.height() > spec.cut()).count(), "merges above a cut into 4");
        assertEquals(80, Samples.dendrogram(features, 40).leaves().size());
        assertEquals(
                Dendrogram.MAX_LEAVES,
                Samples.dendrogram(features, 200).leaves().size());
    }

    @Test
    void branches_of_several_segments_and_noise_have_no_color() {
        Dendrogram.Spec spec = spec(20, 1, 0, 0, -1, 0, 0, 0);
        assertEquals(
                List.of(0, 0, Dendrogram.SEVERAL, 0, 0, 0),
                spec.leaves().stream().map(Dendrogram.Leaf::label).toList());
        assertEquals(Dendrogram.SEVERAL, spec.merges().get(1).label());
    }

    @Test
    void other_models_have_none_and_say_what_to_take() {
        Dendrogram.Spec spec = Dendrogram.spec(Samples.density(), Labels.of(0), "DBSCAN, radius 1.5", Samples.RUN);
        assertTrue(spec.isEmpty());
        assertEquals(
                "The segments are of DBSCAN, radius 1.5, which merges nothing: take a model of Hierarchical"
                        + " Segmentation.",
                spec.subtitle());
        assertTrue(Charts.svg(spec, 800, 600, Samples.RUN).contains("No dendrogram"));
    }
}
