package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.RowSort;
import org.tessera.engine.kernel.UnionFind;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.run.RunContext;

/**
 * Collects the merges of an agglomerative clustering and builds its dendrogram. Clusters are given by their
 * representatives, as in Müllner's stepwise dendrogram (2011), <a
 * href="https://arxiv.org/abs/1109.2378">arXiv:1109.2378</a>, and numbered as in scipy only at the end.
 */
final class DendrogramBuilder {

    /** Merges between two reports of progress. */
    private static final int REPORT_INTERVAL = 256;

    private final int rows;
    private final int[] absorbed;
    private final int[] survivors;
    private final double[] heights;
    private int count;

    DendrogramBuilder(int rows) {
        this.rows = rows;
        absorbed = new int[rows - 1];
        survivors = new int[rows - 1];
        heights = new double[rows - 1];
    }

    /** Adds a merge of two clusters, given by their representatives. */
    void add(int absorbedCluster, int survivor, double height) {
        absorbed[count] = absorbedCluster;
        survivors[count] = survivor;
        heights[count++] = height;
    }

    /**
     * Merges duplicate rows, which are neighbors in canonical order, at height 0.
     *
     * @param x the rows in canonical order
     * @param sizes per row; receives at the representative of each group of duplicates their number
     * @return the representatives, ascending
     */
    int[] mergeDuplicates(Matrix x, double[] sizes) {
        int[] representatives = new int[rows];
        int groups = 0;
        double size = 1;
        for (int i = 0; i < rows; i++) {
            if (i + 1 < rows && RowSort.equal(x.values(), i, i + 1, x.columns())) {
                add(i, i + 1, 0);
                size++;
            } else {
                sizes[i] = size;
                representatives[groups++] = i;
                size = 1;
            }
        }
        return Arrays.copyOf(representatives, groups);
    }

    /** Number of merges so far. */
    int count() {
        return count;
    }

    /** Reports progress after every {@value #REPORT_INTERVAL}th merge. */
    void report(RunContext run) {
        if (count % REPORT_INTERVAL == 0) {
            run.progress(count / (double) rows, "Merge " + count + " of " + (rows - 1));
        }
    }

    /** The merges by ascending height, those of equal height in the order in which they were added. */
    DendrogramBuilder sorted(RunContext run) {
        Matrix keys = Matrix.wrap(count, 1, Arrays.copyOf(heights, count));
        DendrogramBuilder sorted = new DendrogramBuilder(rows);
        for (int i : new RowSort(keys, run).sorted()) {
            sorted.add(absorbed[i], survivors[i], heights[i]);
        }
        return sorted;
    }

    /**
     * The dendrogram in scipy's layout.
     *
     * @param order for each row in canonical order the row of the table
     */
    MergeTree tree(int[] order) {
        int[] left = new int[count];
        int[] right = new int[count];
        UnionFind union = new UnionFind(rows);
        int[] cluster = order.clone();
        for (int i = 0; i < count; i++) {
            int a = union.find(absorbed[i]);
            int b = union.find(survivors[i]);
            left[i] = Math.min(cluster[a], cluster[b]);
            right[i] = Math.max(cluster[a], cluster[b]);
            cluster[union.join(a, b)] = rows + i;
        }
        return new MergeTree(left, right, heights.clone());
    }
}
