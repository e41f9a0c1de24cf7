package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;

/**
 * Rows in groups, with the groups' means.
 *
 * @param labels n labels, 0 to k - 1
 * @param sizes k numbers of rows
 * @param means k x d means, in rows
 * @param within the sum of squared distances of the rows to their means
 */
record Groups(int[] labels, int[] sizes, double[] means, double within) {

    /** Measures groups. O(n d). */
    static Groups of(Matrix x, int[] labels, int k) {
        int d = x.columns();
        int[] sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
        double[] means = means(x, labels, k, new double[k * d]);
        double within = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < d; j++) {
                double difference = x.values()[i * d + j] - means[labels[i] * d + j];
                within += difference * difference;
            }
        }
        return new Groups(labels, sizes, means, within);
    }

    /** The means of groups; those of a group without rows stay as they were. */
    static double[] means(Matrix x, int[] labels, int k, double[] before) {
        int d = x.columns();
        double[] means = new double[k * d];
        int[] sizes = new int[k];
        for (int i = 0; i < labels.length; i++) {
            int to = labels[i] * d;
            sizes[labels[i]]++;
            for (int j = 0; j < d; j++) {
                means[to + j] += x.values()[i * d + j];
            }
        }
        for (int c = 0; c < means.length; c++) {
            means[c] = sizes[c / d] == 0 ? before[c] : means[c] / sizes[c / d];
        }
        return means;
    }

    /** The number of groups. */
    int count() {
        return sizes.length;
    }

    /** The same with two groups made one, first below second; the groups behind the second move up by one. */
    Groups merged(Matrix x, int first, int second) {
        int[] renumbered = Arrays.stream(labels)
                .map(l -> l == second ? first : l > second ? l - 1 : l)
                .toArray();
        return of(x, renumbered, count() - 1);
    }
}
