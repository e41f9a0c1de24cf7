package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.RowSort;
import org.tessera.engine.kernel.UnionFind;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.run.RunContext;

/** Collects merges of clusters, each named by one of its rows, and makes a tree of them. */
final class DendrogramBuilder {

    private static final int REPORT_INTERVAL = 256;

    private final int rows;
    private final int[] first;
    private final int[] second;
    private final double[] heights;
    private int count;

    DendrogramBuilder(int rows) {
        this.rows = rows;
        first = new int[rows - 1];
        second = new int[rows - 1];
        heights = new double[rows - 1];
    }

    /** Adds a merge of the clusters that hold rows a and b. */
    void add(int a, int b, double height) {
        first[count] = a;
        second[count] = b;
        heights[count++] = height;
    }

    /**
     * Joins equal rows, which lie side by side in a canonical order, at height 0.
     *
     * @param x the rows in canonical order
     * @param weights is filled in at the last row of each kind: how many rows it stands for
     * @return the last row of each kind, ascending
     */
    int[] joinEqual(Matrix x, double[] weights) {
        int[] last = new int[rows];
        int kinds = 0;
        double weight = 1;
        for (int i = 0; i < rows; i++) {
            if (i + 1 < rows && RowSort.equal(x.values(), i, i + 1, x.columns())) {
                add(i, i + 1, 0);
                weight++;
            } else {
                weights[i] = weight;
                last[kinds++] = i;
                weight = 1;
            }
        }
        return Arrays.copyOf(last, kinds);
    }

    int count() {
        return count;
    }

    /** Reports progress after every 256th merge. */
    void report(RunContext run) {
        if (count % REPORT_INTERVAL == 0) {
            run.progress(count / (double) rows, "Merge " + count + " of " + (rows - 1));
        }
    }

    /** Orders the merges by height; of equal heights the one found first comes first. */
    DendrogramBuilder sorted(RunContext run) {
        Matrix keys = Matrix.wrap(count, 1, Arrays.copyOf(heights, count));
        DendrogramBuilder sorted = new DendrogramBuilder(rows);
        for (int i : new RowSort(keys, run).sorted()) {
            sorted.add(first[i], second[i], heights[i]);
        }
        return sorted;
    }

    /**
     * The tree in scipy's layout.
     *
     * @param rowOf for each row number used here the row of the table
     */
    MergeTree tree(int[] rowOf) {
        int[] left = new int[count];
        int[] right = new int[count];
        UnionFind union = new UnionFind(rows);
        int[] cluster = rowOf.clone();
        for (int i = 0; i < count; i++) {
            int a = union.find(first[i]);
            int b = union.find(second[i]);
            left[i] = Math.min(cluster[a], cluster[b]);
            right[i] = Math.max(cluster[a], cluster[b]);
            cluster[union.join(a, b)] = rows + i;
        }
        return new MergeTree(left, right, heights.clone());
    }
}
