package org.tessera.engine.cluster;

import java.util.Arrays;
import java.util.Comparator;
import org.tessera.engine.model.MergeTree;

/** Collects merges of clusters, each named by one of its rows, and makes a tree of them. */
final class Merges {

    private final int rows;
    private final int[] first;
    private final int[] second;
    private final double[] heights;
    private int count;

    Merges(int rows) {
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

    int count() {
        return count;
    }

    /** Orders the merges by height; of equal heights the one found first comes first. */
    Merges sorted() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> heights[i]));
        Merges sorted = new Merges(rows);
        for (int i : order) {
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
        Union union = new Union(rows);
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
