package org.tessera.weka;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.run.RunContext;

/**
 * Makes scipy's layout of a tree that Weka has found. Weka prints heights to five digits, so they are computed anew from
 * the rows by the definition of the linkage, which also turns Weka's Ward heights into scipy's. O(n² d) time.
 */
final class TreeReader {

    private final Matrix x;
    private final Linkage linkage;
    private final Distance distance;
    private final RunContext run;
    private final int n;
    private final int d;
    private final Newick newick;
    /** Leaves in the order of the tree; every inner node holds a range of them. */
    private final int[] leaves;

    private final int[] from;
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
     * The tree, its leaves named by the rows of the table.
     *
     * @param rowOf for each row of x its row in the table
     */
    MergeTree tree(int[] rowOf) {
        place();
        for (int i = 0; i < n; i++) {
            means[i] = x.row(i);
        }
        for (int i = 0; i < n - 1; i++) {
            run.checkCanceled();
            heights[i] = height(i);
        }
        return inOrder(rowOf);
    }

    /** Gives every node its range of leaves. */
    private void place() {
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
        double height = linkage.needsEuclidean() ? ofMeans(merge, a, b) : ofPairs(a, b);
        if (linkage != Linkage.CENTROID) {
            height = Math.max(height, Math.max(below(a), below(b)));
        }
        return height;
    }

    private double below(int node) {
        return node < n ? 0 : heights[node - n];
    }

    private double ofMeans(int merge, int a, int b) {
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

    private double ofPairs(int a, int b) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int p = from[a]; p < from[a] + size[a]; p++) {
            run.checkCanceled();
            for (int q = from[b]; q < from[b] + size[b]; q++) {
                double pair = distance.between(x.values(), leaves[p] * d, x.values(), leaves[q] * d, d);
                sum += pair;
                least = Math.min(least, pair);
                most = Math.max(most, pair);
            }
        }
        return switch (linkage) {
            case SINGLE -> least;
            case COMPLETE -> most;
            default -> sum / ((double) size[a] * size[b]);
        };
    }

    /** DendrogramBuilder in the order in which they were done: of those whose clusters exist always the lowest. */
    private MergeTree inOrder(int[] rowOf) {
        int[] parent = new int[2 * n - 1];
        int[] waiting = new int[n - 1];
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.<Integer>comparingDouble(i -> heights[i]).thenComparing(i -> i));
        for (int i = 0; i < n - 1; i++) {
            parent[newick.first()[i]] = i;
            parent[newick.second()[i]] = i;
            waiting[i] = (newick.first()[i] < n ? 0 : 1) + (newick.second()[i] < n ? 0 : 1);
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        int[] left = new int[n - 1];
        int[] right = new int[n - 1];
        double[] ordered = new double[n - 1];
        int[] name = new int[2 * n - 1];
        System.arraycopy(rowOf, 0, name, 0, n);
        for (int count = 0; count < n - 1; count++) {
            int merge = ready.remove();
            int a = name[newick.first()[merge]];
            int b = name[newick.second()[merge]];
            left[count] = Math.min(a, b);
            right[count] = Math.max(a, b);
            ordered[count] = heights[merge];
            name[n + merge] = n + count;
            if (count < n - 2 && --waiting[parent[n + merge]] == 0) {
                ready.add(parent[n + merge]);
            }
        }
        return new MergeTree(left, right, ordered);
    }
}
