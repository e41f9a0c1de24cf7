package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.kernel.UnionFind;
import org.tessera.engine.model.MergeTree;

/**
 * Cuts a dendrogram into segments, any number of times without clustering again: a cut carries out some of its merges,
 * and the clusters that are left are the segments. Labels are numbered by the first row of each segment;
 * {@link org.tessera.engine.data.SegmentOrder} renumbers them by size. O(n) per cut.
 */
public final class DendrogramCut {

    private static final double TIE_TOLERANCE = 1e-12;

    private DendrogramCut() {}

    /**
     * Cuts into k segments by carrying out the first n - k merges. Where merge n - k and the next one have the same
     * height, their order in the dendrogram decides (see {@link #isTied}).
     *
     * @param tree the dendrogram of n rows
     * @param k number of segments, 1 to n
     * @return a label per row, 0 to k - 1, by first row
     * @throws IllegalArgumentException if k is outside 1 to n
     */
    public static int[] labels(MergeTree tree, int k) {
        Bounds.check("Number of segments", k, 1, tree.rows());
        boolean[] merged = new boolean[tree.heights().length];
        Arrays.fill(merged, 0, tree.rows() - k, true);
        return labels(tree, merged);
    }

    /**
     * Cuts at a height: a merge is carried out if its height and the heights of all merges below it are at most the
     * given one (the second matters for inversions of centroid linkage only), as scipy's fcluster does with criterion
     * "distance".
     *
     * @param tree the dendrogram of n rows
     * @param height the height, at least 0
     * @return a label per row, by first row
     */
    public static int[] labelsAt(MergeTree tree, double height) {
        int n = tree.rows();
        double[] maxHeights = new double[n - 1];
        boolean[] merged = new boolean[n - 1];
        for (int i = 0; i < n - 1; i++) {
            maxHeights[i] = tree.heights()[i];
            for (int child : new int[] {tree.left()[i], tree.right()[i]}) {
                maxHeights[i] = child < n ? maxHeights[i] : Math.max(maxHeights[i], maxHeights[child - n]);
            }
            merged[i] = maxHeights[i] <= height;
        }
        return labels(tree, merged);
    }

    /**
     * Whether a cut into k segments separates merges of equal height (to 1e-12, relative), so that other segments
     * would be as good.
     *
     * @param tree the dendrogram of n rows
     * @param k number of segments, 1 to n
     * @return whether the last merge below the cut and the first one above have the same height
     */
    public static boolean isTied(MergeTree tree, int k) {
        int below = tree.rows() - k;
        if (below < 1 || k == 1) {
            return false;
        }
        double last = tree.heights()[below - 1];
        double next = tree.heights()[below];
        return Math.abs(next - last) <= TIE_TOLERANCE * Math.max(Math.abs(next), Math.abs(last));
    }

    /**
     * A height at which the dendrogram is cut into k segments: halfway between the last merge below and the first
     * above.
     *
     * @param tree the dendrogram of n rows
     * @param k number of segments, 1 to n
     * @return the height; that of the last merge for k = 1, 0 for a single row
     */
    public static double height(MergeTree tree, int k) {
        Bounds.check("Number of segments", k, 1, tree.rows());
        int below = tree.rows() - k;
        double last = below == 0 ? 0 : tree.heights()[below - 1];
        return k == 1 ? last : last + (tree.heights()[below] - last) / 2;
    }

    private static int[] labels(MergeTree tree, boolean[] merged) {
        int n = tree.rows();
        UnionFind union = new UnionFind(2 * n - 1);
        for (int i = 0; i < merged.length; i++) {
            if (merged[i]) {
                union.join(union.join(tree.left()[i], tree.right()[i]), n + i);
            }
        }
        int[] labelOf = new int[2 * n - 1];
        Arrays.fill(labelOf, -1);
        int[] labels = new int[n];
        int k = 0;
        for (int row = 0; row < n; row++) {
            int root = union.find(row);
            if (labelOf[root] < 0) {
                labelOf[root] = k++;
            }
            labels[row] = labelOf[root];
        }
        return labels;
    }
}
