package org.tessera.engine.distance;

/**
 * The distance of two rows. Algorithms compare and sum <em>reduced distances</em>, which have the same order and take
 * no root: the squared Euclidean distance, or the Manhattan distance itself.
 */
public enum Distance {
    /** Square root of the sum of squared differences. */
    EUCLIDEAN,
    /** Sum of absolute differences. */
    MANHATTAN;

    /**
     * The distance of two vectors that are stored in arrays. Computed from differences, not from norms, so that offsets
     * cost no digits. O(d).
     *
     * @param a array of the first vector
     * @param aFrom its first index
     * @param b array of the second vector
     * @param bFrom its first index
     * @param d number of coordinates
     * @return the distance, at least 0
     */
    public double between(double[] a, int aFrom, double[] b, int bFrom, int d) {
        return ofReduced(reduced(a, aFrom, b, bFrom, d));
    }

    /**
     * The reduced distance of two vectors that are stored in arrays: the sum of squared differences, for Manhattan of
     * absolute ones. O(d).
     *
     * @param a array of the first vector
     * @param aFrom its first index
     * @param b array of the second vector
     * @param bFrom its first index
     * @param d number of coordinates
     * @return the reduced distance, at least 0
     */
    public double reduced(double[] a, int aFrom, double[] b, int bFrom, int d) {
        double sum = 0;
        if (this == EUCLIDEAN) {
            for (int j = 0; j < d; j++) {
                double difference = a[aFrom + j] - b[bFrom + j];
                sum += difference * difference;
            }
        } else {
            for (int j = 0; j < d; j++) {
                sum += Math.abs(a[aFrom + j] - b[bFrom + j]);
            }
        }
        return sum;
    }

    /**
     * The distance of a reduced distance.
     *
     * @param reduced a reduced distance, at least 0
     * @return its square root, for Manhattan itself
     */
    public double ofReduced(double reduced) {
        return this == EUCLIDEAN ? Math.sqrt(reduced) : reduced;
    }
}
