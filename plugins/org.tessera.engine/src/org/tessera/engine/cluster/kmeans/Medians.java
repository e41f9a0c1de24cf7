package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.kernel.QuickSelect;
import org.tessera.engine.run.RunContext;

/**
 * Medians of clusters per column, the centroids of k-means with the Manhattan distance, by quickselect ({@link
 * QuickSelect}). The median of an even number of values is the mean of the two in the middle.
 */
final class Medians {

    private Medians() {}

    /** Moves the centroids of all clusters that have rows to their medians. O(n d) on average. */
    static void update(double[] values, int[] labels, int[] sizes, double[] centroids, RunContext run) {
        int n = labels.length;
        int k = sizes.length;
        int d = values.length / n;
        int[] from = new int[k + 1];
        for (int c = 0; c < k; c++) {
            from[c + 1] = from[c] + sizes[c];
        }
        run.forBlocks(d, j -> {
            double[] column = new double[n];
            int[] next = Arrays.copyOf(from, k);
            for (int i = 0; i < n; i++) {
                column[next[labels[i]]++] = values[i * d + j];
            }
            for (int c = 0; c < k; c++) {
                if (sizes[c] > 0) {
                    run.checkCanceled();
                    centroids[c * d + j] = of(column, from[c], from[c + 1]);
                }
            }
        });
    }

    /** The median of the finite values in a range that is not empty; reorders them. */
    static double of(double[] values, int from, int to) {
        int middle = (from + to) >>> 1;
        double upper = QuickSelect.select(values, from, to, middle);
        if ((to - from) % 2 != 0) {
            return upper + 0.0; // -0 and 0 are equal, so either may be selected
        }
        double lower = values[from];
        for (int i = from + 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return (lower + upper) / 2 + 0.0;
    }
}
