package org.tessera.engine.metric;

/** Means of silhouettes per group and overall, weighted by the groups' sizes; the variance for a sample's error. */
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

    void add(int group, double value) {
        counts[group]++;
        sums[group] += value;
        double before = value - means[group];
        means[group] += before / counts[group];
        squares[group] += before * (value - means[group]);
    }

    double[] perGroup() {
        double[] perGroup = new double[sums.length];
        for (int g = 0; g < sums.length; g++) {
            perGroup[g] = sums[g] / counts[g];
        }
        return perGroup;
    }

    double overall(Groups groups) {
        double sum = 0;
        for (int g = 0; g < sums.length; g++) {
            sum += sums[g] * ((double) groups.sizeOf(g) / counts[g]);
        }
        return sum / groups.rows();
    }

    /** Of the stratified mean, with the finite population correction (Cochran 1977, section 5.3). */
    double standardError(Groups groups) {
        double variance = 0;
        for (int g = 0; g < sums.length; g++) {
            int size = groups.sizeOf(g);
            if (counts[g] < size) {
                double weight = (double) size / groups.rows();
                double perRow = squares[g] / (counts[g] - 1);
                variance += weight * weight * perRow / counts[g] * (1 - (double) counts[g] / size);
            }
        }
        return Math.sqrt(variance);
    }
}
