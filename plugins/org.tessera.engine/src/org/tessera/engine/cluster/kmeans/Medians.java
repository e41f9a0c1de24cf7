package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.run.RunContext;

/**
 * Medians of segments per column, the centroids of k-means with the Manhattan distance. Values are parted until the one in
 * the middle is found: Hoare (1961), Algorithm 65: find, <a href="https://doi.org/10.1145/366622.366647">doi:
 * 10.1145/366622.366647</a>.
 */
public final class Medians {

    private Medians() {}

    /**
     * Sets the centroids of all segments that have rows. Of an even number of values the mean of the two in the middle. O(n
     * d) on average.
     */
    static void update(double[] values, int[] labels, int[] count, double[] centroids, RunContext run) {
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
                    centroids[c * d + j] = of(column, from[c], from[c + 1]);
                }
            }
        });
    }

    /** The median of finite values from one place to another, exclusively, at least one; parts them. */
    static double of(double[] values, int from, int to) {
        int middle = (from + to) >>> 1;
        double upper = part(values, from, to - 1, middle);
        if ((to - from) % 2 != 0) {
            return upper + 0.0; // -0 is 0 wherever it stands
        }
        double lower = values[from];
        for (int i = from + 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return (lower + upper) / 2 + 0.0;
    }

    /** The value that sorting would bring to a place; none before it is above it then. */
    private static double part(double[] values, int first, int last, int place) {
        int lo = first;
        int hi = last;
        while (lo < hi) {
            double pivot = values[(lo + hi) >>> 1];
            int i = lo;
            int j = hi;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (place <= j) {
                hi = j;
            } else if (place >= i) {
                lo = i;
            } else {
                break;
            }
        }
        return values[place];
    }
}
