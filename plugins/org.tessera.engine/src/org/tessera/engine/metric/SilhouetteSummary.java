package org.tessera.engine.metric;

/**
 * Mean silhouettes per group and overall (a stratified mean, weighted by the sizes of groups), and the standard error of a
 * stratified sample. Variances are accumulated by Welford's method.
 */
final class SilhouetteSummary {

    private final int[] counts;
    private final double[] sums;
    private final double[] means;
    private final double[] squares;

    SilhouetteSummary(int groups) {
        counts = new int[groups];
        sums = new double[groups];
        means = new double[groups];
        squares = new double[groups];
    }

    /** Adds the silhouette of a row. */
    void add(int group, double value) {
        counts[group]++;
        sums[group] += value;
        double difference = value - means[group];
        means[group] += difference / counts[group];
        squares[group] += difference * (value - means[group]);
    }

    /** Mean silhouette per group. */
    double[] perGroup() {
        double[] perGroup = new double[sums.length];
        for (int g = 0; g < sums.length; g++) {
            perGroup[g] = sums[g] / counts[g];
        }
        return perGroup;
    }

    /** Mean of the groups' means, weighted by their numbers of rows in the data. */
    double overall(Groups groups) {
        double sum = 0;
        for (int g = 0; g < sums.length; g++) {
            sum += sums[g] * ((double) groups.sizeOf(g) / counts[g]);
        }
        return sum / groups.rows();
    }

    /** Standard error of the stratified mean, with the finite population correction (Cochran 1977, section 5.3). */
    double standardError(Groups groups) {
        double variance = 0;
        for (int g = 0; g < sums.length; g++) {
            int size = groups.sizeOf(g);
            if (counts[g] < size) {
                double weight = (double) size / groups.rows();
                double groupVariance = squares[g] / (counts[g] - 1);
                variance += weight * weight * groupVariance / counts[g] * (1 - (double) counts[g] / size);
            }
        }
        return Math.sqrt(variance);
    }
}
