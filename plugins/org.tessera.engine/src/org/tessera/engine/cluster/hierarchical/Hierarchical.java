package org.tessera.engine.cluster.hierarchical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.Means;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Agglomerative hierarchical clustering: every row starts as a cluster of its own, the two closest clusters are merged
 * until one is left, and the dendrogram of the merges is cut into segments. Heights are those of scipy.
 *
 * <p>Ward linkage merges reciprocal nearest neighbors among the centroids ({@link ReciprocalWardLinkage}), centroid
 * linkage uses Müllner's generic algorithm ({@link GenericCentroidLinkage}), and single linkage is a minimum spanning
 * tree ({@link SpanningTree}): O(n d) memory. Average and complete linkage merge reciprocal nearest neighbors on the
 * pairwise distances ({@link ReciprocalMatrixLinkage}): 4 n² bytes, checked against the free memory before the work.
 * O(n² d) time at worst, for centroid linkage O(n³ d).
 *
 * <p>Ties are broken by the values of the rows, so the dendrogram depends neither on their order nor on the number of
 * threads.
 */
public final class Hierarchical implements Clusterer {

    private final HierarchicalOptions options;

    /** @param options the options */
    public Hierarchical(HierarchicalOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    @Override
    public Implementation implementation() {
        return Implementation.TESSERA;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SegmentationException if there is no row, no column, more segments than rows are asked for, or the
     *     pairwise distances do not fit into the memory
     */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        checkInput(options, x);
        new HierarchicalAlgorithm()
                .estimate(options, DataSize.of(x.rows(), x.columns()))
                .requireMemory();
        CanonicalRows rows = CanonicalRows.of(x, run);
        DendrogramBuilder merges = merges(rows.matrix(), run);
        run.checkCanceled();
        return cut(options, merges.tree(rows.order()), rows, run);
    }

    /**
     * Cuts a dendrogram of the same rows by other options, without clustering again.
     *
     * @param options number of segments or cut height; linkage and distance are those of the dendrogram
     * @param tree the dendrogram of the rows of x
     * @param x n x d features
     * @param run progress, cancel
     * @return segments by decreasing size and the dendrogram with its new cut
     * @throws SegmentationException if more segments than rows are asked for
     */
    public static Clustering cut(HierarchicalOptions options, MergeTree tree, Matrix x, RunContext run) {
        checkInput(options, x);
        return cut(options, tree, CanonicalRows.of(x, run), run);
    }

    private static void checkInput(HierarchicalOptions options, Matrix x) {
        Inputs.check("Hierarchical clustering", x);
        if (options.cutHeight().isEmpty()) {
            Inputs.checkSegments("Number of segments", options.segments(), x.rows());
        }
    }

    private DendrogramBuilder merges(Matrix x, RunContext run) {
        if (x.rows() == 1) {
            return new DendrogramBuilder(1);
        }
        Distance distance = options.distance();
        return switch (options.linkage()) {
            case WARD -> ReciprocalWardLinkage.merges(x, run);
            case CENTROID -> GenericCentroidLinkage.merges(x, run);
            case SINGLE -> SpanningTree.merges(x, distance, run);
            case AVERAGE, COMPLETE -> ReciprocalMatrixLinkage.merges(x, options.linkage(), distance, run);
        };
    }

    private static Clustering cut(HierarchicalOptions options, MergeTree tree, CanonicalRows rows, RunContext run) {
        run.checkCanceled();
        List<String> warnings = new ArrayList<>();
        double height;
        int[] labels;
        if (options.cutHeight().isPresent()) {
            height = options.cutHeight().getAsDouble();
            labels = DendrogramCut.labelsAt(tree, height);
        } else {
            int k = Math.min(options.segments(), rows.distinct());
            if (k < options.segments()) {
                warnings.add(Inputs.fewerDistinct("Number of segments", options.segments(), rows.distinct()));
            } else if (DendrogramCut.isTied(tree, k)) {
                warnings.add(tieWarning(tree, k));
            }
            height = DendrogramCut.height(tree, k);
            labels = DendrogramCut.labels(tree, k);
        }
        run.checkCanceled();
        SegmentOrder order = rows.number(byFirstRow(rows.arrange(labels)), tree.rows());
        run.checkCanceled();
        Matrix centroids = Means.of(rows.matrix(), order.labels());
        TreeModel model = new TreeModel(options.linkage(), options.distance(), tree, height, centroids);
        return new Clustering(model, rows.restore(order.labels()), 0, true, warnings);
    }

    /** Labels numbered by first row: in canonical order the numbers do not depend on the order of the rows. */
    private static int[] byFirstRow(int[] labels) {
        int[] newLabels = new int[labels.length];
        Arrays.fill(newLabels, -1);
        int next = 0;
        int[] renumbered = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            if (newLabels[labels[i]] < 0) {
                newLabels[labels[i]] = next++;
            }
            renumbered[i] = newLabels[labels[i]];
        }
        return renumbered;
    }

    private static String tieWarning(MergeTree tree, int k) {
        return "The tree has equal merges at height " + tree.heights()[tree.rows() - k] + ", where it is cut into "
                + Numbers.count(k, "segment")
                + ": other segments would be as good. Try another number of segments or cut by height.";
    }
}
