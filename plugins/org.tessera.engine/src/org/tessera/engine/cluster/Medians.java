package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.run.RunContext;

/** Medians of segments per column, the centres of k-means with the Manhattan distance. */
final class Medians {

    private Medians() {}

    /**
     * Sets the centres of all segments that have rows. Of an even number of values the mean of the two in the middle.
     * O(n d log n).
     */
    static void update(double[] values, int[] labels, int[] count, double[] centres, RunContext run) {
        int n = labels.length;
        int k = count.length;
        int d = values.length / n;
        int[] from = new int[k + 1];
        for (int c = 0; c < k; c++) {
            from[c + 1] = from[c] + count[c];
        }
        run.forBlocks(d, j -> {
            double[] column = new double[n];
            int[] next = Arrays.copyOf(from, k);
            for (int i = 0; i < n; i++) {
                column[next[labels[i]]++] = values[i * d + j];
            }
            for (int c = 0; c < k; c++) {
                if (count[c] > 0) {
                    run.checkCanceled();
                    Arrays.sort(column, from[c], from[c + 1]);
                    int middle = from[c] + count[c] / 2;
                    centres[c * d + j] = count[c] % 2 != 0 ? column[middle] : (column[middle - 1] + column[middle]) / 2;
                }
            }
        });
    }
}
