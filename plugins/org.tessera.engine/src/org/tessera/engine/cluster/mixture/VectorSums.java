package org.tessera.engine.cluster.mixture;

/**
 * Sums over the rows of a tile, as four interleaved partial sums: always split in the same way, so that the bits do not
 * depend on the machine, and independent of each other, so that a processor works on all four at once.
 */
final class VectorSums {

    private VectorSums() {}

    static double sum(double[] values, int size) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int t = 0;
        for (; t + 3 < size; t += 4) {
            s0 += values[t];
            s1 += values[t + 1];
            s2 += values[t + 2];
            s3 += values[t + 3];
        }
        for (; t < size; t++) {
            s0 += values[t];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** The dot product. */
    static double dot(double[] a, double[] b, int size) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int t = 0;
        for (; t + 3 < size; t += 4) {
            s0 += a[t] * b[t];
            s1 += a[t + 1] * b[t + 1];
            s2 += a[t + 2] * b[t + 2];
            s3 += a[t + 3] * b[t + 3];
        }
        for (; t < size; t++) {
            s0 += a[t] * b[t];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * Adds the weighted sum of values to a first moment, and that of their squares to a second one, in one pass.
     *
     * @param weights a weight per row
     * @param values a value per row
     * @param size number of rows
     * @param firstMoments array of the first moment
     * @param first its index
     * @param secondMoments array of the second moment
     * @param second its index
     */
    static void addMoments(
            double[] weights,
            double[] values,
            int size,
            double[] firstMoments,
            int first,
            double[] secondMoments,
            int second) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        int t = 0;
        for (; t + 3 < size; t += 4) {
            double w0 = weights[t] * values[t];
            double w1 = weights[t + 1] * values[t + 1];
            double w2 = weights[t + 2] * values[t + 2];
            double w3 = weights[t + 3] * values[t + 3];
            a0 += w0;
            a1 += w1;
            a2 += w2;
            a3 += w3;
            b0 += w0 * values[t];
            b1 += w1 * values[t + 1];
            b2 += w2 * values[t + 2];
            b3 += w3 * values[t + 3];
        }
        for (; t < size; t++) {
            double w0 = weights[t] * values[t];
            a0 += w0;
            b0 += w0 * values[t];
        }
        firstMoments[first] += (a0 + a1) + (a2 + a3);
        secondMoments[second] += (b0 + b1) + (b2 + b3);
    }
}
