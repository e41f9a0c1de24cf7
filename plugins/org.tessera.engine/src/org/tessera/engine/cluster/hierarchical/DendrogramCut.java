package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.kernel.UnionFind;
import org.tessera.engine.model.MergeTree;

/**
 * Cuts a tree of merges into segments, any number of times without clustering again. Labels are numbered by the first
 * row of each segment; {@link org.tessera.engine.data.SegmentOrder} renumbers them by size. O(n) per cut.
 */
public final class DendrogramCut {

    private DendrogramCut() {}

    /**
     * Cuts into a number of segments: the first n - k merges of the tree are done. Where merge n - k and the next one
     * have the same height, the order of the tree decides which is done (see {@link #isTied}).
     *
     * @param tree the merges of n rows
     * @param k number of segments, 1 to n
     * @return a label per row, 0 to k - 1, by first row
     * @throws IllegalArgumentException if k is outside 1 to n
     */
    public static int[] labels(MergeTree tree, int k) {
        Bounds.check("Number of segments", k, 1, tree.rows());
        boolean[] done = new boolean[tree.heights().length];
        Arrays.fill(done, 0, tree.rows() - k, true);
        return labels(tree, done);
    }

    /**
     * Cuts at a height: a merge is done if its height and the heights of all merges below it are at most the given one
     * (the second matters for inversions of centroid linkage only), as scipy's fcluster does with criterion "distance".
     *
     * @param tree the merges of n rows
     * @param height the height, at least 0
     * @return a label per row, by first row
     */
    public static int[] labelsAt(MergeTree tree, double height) {
        int n = tree.rows();
        double[] highest = new double[n - 1];
        boolean[] done = new boolean[n - 1];
        for (int i = 0; i < n - 1; i++) {
            highest[i] = tree.heights()[i];
            for (int child : new int[] {tree.left()[i], tree.right()[i]}) {
                highest[i] = child < n ? highest[i] : Math.max(highest[i], highest[child - n]);
            }
            done[i] = highest[i] <= height;
        }
        return labels(tree, done);
    }

    /**
     * Whether a cut into k segments parts merges of equal height (to 1e-12, relative), so that other segments would be as
     * good.
     *
     * @param tree the merges of n rows
     * @param k number of segments, 1 to n
     * @return whether the last merge done and the first one undone have the same height
     */
    public static boolean isTied(MergeTree tree, int k) {
        int done = tree.rows() - k;
        if (done < 1 || k == 1) {
            return false;
        }
        double last = tree.heights()[done - 1];
        double next = tree.heights()[done];
        return Math.abs(next - last) <= 1e-12 * Math.max(Math.abs(next), Math.abs(last));
    }

    /**
     * A height at which the tree is cut into k segments: half way between the last merge done and the first one undone.
     *
     * @param tree the merges of n rows
     * @param k number of segments, 1 to n
     * @return the height; the highest one for k = 1, 0 for a single row
     */
    public static double height(MergeTree tree, int k) {
        Bounds.check("Number of segments", k, 1, tree.rows());
        int done = tree.rows() - k;
        double last = done == 0 ? 0 : tree.heights()[done - 1];
        return k == 1 ? last : last + (tree.heights()[done] - last) / 2;
    }

    private static int[] labels(MergeTree tree, boolean[] done) {
        int n = tree.rows();
        UnionFind union = new UnionFind(2 * n - 1);
        for (int i = 0; i < done.length; i++) {
            if (done[i]) {
                union.join(union.join(tree.left()[i], tree.right()[i]), n + i);
            }
        }
        int[] number = new int[2 * n - 1];
        Arrays.fill(number, -1);
        int[] labels = new int[n];
        int k = 0;
        for (int row = 0; row < n; row++) {
            int root = union.find(row);
            if (number[root] < 0) {
                number[root] = k++;
            }
            labels[row] = number[root];
        }
        return labels;
    }
}
