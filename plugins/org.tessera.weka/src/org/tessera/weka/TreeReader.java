package org.tessera.weka;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.run.RunContext;

/**
 * Converts a tree of Weka to scipy's form, merges by increasing height. Weka prints heights to five digits, so they are
 * computed anew from the rows by the definition of the linkage; Ward's are scipy's then, too. O(n² d) time.
 */
final class TreeReader {

    private final Matrix x;
    private final Linkage linkage;
    private final Distance distance;
    private final RunContext run;
    private final int n;
    private final int d;
    private final Newick newick;
    /** Leaves from left to right: those of a node are a range. */
    private final int[] leaves;

    /** Per node the first index of its leaves. */
    private final int[] from;
    /** Per node the number of its leaves. */
    private final int[] size;

    private final double[][] means;
    private final double[] heights;

    TreeReader(Newick newick, Matrix x, Linkage linkage, Distance distance, RunContext run) {
        this.newick = newick;
        this.x = x;
        this.linkage = linkage;
        this.distance = distance;
        this.run = run;
        n = x.rows();
        d = x.columns();
        leaves = new int[n];
        from = new int[2 * n - 1];
        size = new int[2 * n - 1];
        means = new double[2 * n - 1][];
        heights = new double[n - 1];
    }

    /**
     * Converts the tree.
     *
     * @param rowOf for each row of x its row in the table
     */
    MergeTree tree(int[] rowOf) {
        arrangeLeaves();
        for (int i = 0; i < n; i++) {
            means[i] = x.row(i);
        }
        for (int i = 0; i < n - 1; i++) {
            run.checkCanceled();
            heights[i] = height(i);
        }
        return sortedByHeight(rowOf);
    }

    /** Sets the range of leaves of every node. */
    private void arrangeLeaves() {
        for (int i = 0; i < n; i++) {
            size[i] = 1;
        }
        for (int i = 0; i < n - 1; i++) {
            size[n + i] = size[newick.first()[i]] + size[newick.second()[i]];
        }
        for (int i = n - 2; i >= 0; i--) {
            from[newick.first()[i]] = from[n + i];
            from[newick.second()[i]] = from[n + i] + size[newick.first()[i]];
        }
        for (int i = 0; i < n; i++) {
            leaves[from[i]] = i;
        }
    }

    private double height(int merge) {
        int a = newick.first()[merge];
        int b = newick.second()[merge];
        double height = linkage.needsEuclidean() ? heightOfMeans(merge, a, b) : heightOfPairs(a, b);
        if (linkage != Linkage.CENTROID) {
            height = Math.max(height, Math.max(below(a), below(b)));
        }
        return height;
    }

    private double below(int node) {
        return node < n ? 0 : heights[node - n];
    }

    private double heightOfMeans(int merge, int a, int b) {
        double share = (double) size[b] / (size[a] + size[b]);
        double[] mean = new double[d];
        for (int j = 0; j < d; j++) {
            mean[j] = means[a][j] + (means[b][j] - means[a][j]) * share;
        }
        means[n + merge] = mean;
        double between = distance.between(means[a], 0, means[b], 0, d);
        means[a] = null;
        means[b] = null;
        return linkage == Linkage.WARD ? between * Math.sqrt(2 * share * size[a]) : between;
    }

    private double heightOfPairs(int a, int b) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = 0;
        for (int p = from[a]; p < from[a] + size[a]; p++) {
            run.checkCanceled();
            for (int q = from[b]; q < from[b] + size[b]; q++) {
                double pair = distance.between(x.values(), leaves[p] * d, x.values(), leaves[q] * d, d);
                sum += pair;
                min = Math.min(min, pair);
                max = Math.max(max, pair);
            }
        }
        return switch (linkage) {
            case SINGLE -> min;
            case COMPLETE -> max;
            default -> sum / ((double) size[a] * size[b]);
        };
    }

    /** Sorts the merges by height; of merges whose clusters exist always the lowest is next, so children stay first. */
    private MergeTree sortedByHeight(int[] rowOf) {
        int[] parent = new int[2 * n - 1];
        int[] openChildren = new int[n - 1];
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.<Integer>comparingDouble(i -> heights[i]).thenComparing(i -> i));
        for (int i = 0; i < n - 1; i++) {
            parent[newick.first()[i]] = i;
            parent[newick.second()[i]] = i;
            openChildren[i] = (newick.first()[i] < n ? 0 : 1) + (newick.second()[i] < n ? 0 : 1);
            if (openChildren[i] == 0) {
                ready.add(i);
            }
        }
        int[] left = new int[n - 1];
        int[] right = new int[n - 1];
        double[] ordered = new double[n - 1];
        int[] newNumber = new int[2 * n - 1];
        System.arraycopy(rowOf, 0, newNumber, 0, n);
        for (int count = 0; count < n - 1; count++) {
            int merge = ready.remove();
            int a = newNumber[newick.first()[merge]];
            int b = newNumber[newick.second()[merge]];
            left[count] = Math.min(a, b);
            right[count] = Math.max(a, b);
            ordered[count] = heights[merge];
            newNumber[n + merge] = n + count;
            if (count < n - 2 && --openChildren[parent[n + merge]] == 0) {
                ready.add(parent[n + merge]);
            }
        }
        return new MergeTree(left, right, ordered);
    }
}
