package org.tessera.engine.distance;

/** The distance between two customers' feature vectors. */
public enum Distance {
    /** Square root of the sum of squared differences. */
    EUCLIDEAN,
    /** Sum of absolute differences. */
    MANHATTAN;

    /**
     * The distance of two vectors that lie in arrays. Computed from differences, not from norms, so that offsets cost
     * no digits. O(d).
     *
     * @param a array of the first vector
     * @param aFrom its first index
     * @param b array of the second vector
     * @param bFrom its first index
     * @param d number of coordinates
     * @return the distance, at least 0
     */
    public double between(double[] a, int aFrom, double[] b, int bFrom, int d) {
        return ofCost(cost(a, aFrom, b, bFrom, d));
    }

    /**
     * What k-means adds up and neighbors are compared by: the squared distance, for Manhattan the distance. O(d).
     *
     * @param a array of the first vector
     * @param aFrom its first index
     * @param b array of the second vector
     * @param bFrom its first index
     * @param d number of coordinates
     * @return the cost, at least 0
     */
    public double cost(double[] a, int aFrom, double[] b, int bFrom, int d) {
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
     * The distance that a cost stands for.
     *
     * @param cost a cost
     * @return its square root, for Manhattan itself
     */
    public double ofCost(double cost) {
        return this == EUCLIDEAN ? Math.sqrt(cost) : cost;
    }
}
