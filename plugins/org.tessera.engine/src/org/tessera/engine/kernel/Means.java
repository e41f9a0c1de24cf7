package org.tessera.engine.kernel;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;

/** Means of segments. */
public final class Means {

    private Means() {}

    /**
     * Computes the mean of each segment. Noise is left out; sums run in the order of the rows. O(n d).
     *
     * @param x n x d values
     * @param labels a label per row
     * @return k x d means
     */
    public static Matrix of(Matrix x, Labels labels) {
        int d = x.columns();
        double[] means = new double[labels.segments() * d];
        double[] values = x.values();
        for (int i = 0; i < x.rows(); i++) {
            int label = labels.at(i);
            for (int j = 0; label != Labels.NOISE && j < d; j++) {
                means[label * d + j] += values[i * d + j];
            }
        }
        for (int s = 0; s < means.length; s++) {
            means[s] /= labels.sizeOf(s / d);
        }
        return Matrix.wrap(labels.segments(), d, means);
    }
}
