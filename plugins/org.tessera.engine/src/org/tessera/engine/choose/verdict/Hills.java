package org.tessera.engine.choose.verdict;

/**
 * The valley between the hills of a kernel density: the largest share by which the density falls below the lower of the
 * highest hills on either side. A Gaussian kernel of the width 1.06 s n^(-1/5) (Silverman 1986) on values that are counted in
 * bins of a quarter of that width. So that few values make no valleys by chance, the density in the valley can be taken so
 * many standard errors higher, and those on the hills lower: the square root of a sum of kernels of height 1 has the standard
 * error {@value #ROOT_ERROR}, whatever the density, as the sum's variance is that of a Poisson variable divided by √2. O(n).
 */
final class Hills {

    private static final double SILVERMAN = 1.06;
    private static final int BINS_PER_WIDTH = 4;
    private static final int REACH = 4 * BINS_PER_WIDTH;
    private static final int MAX_BINS = 2000;
    /** 2^(-5/4). */
    private static final double ROOT_ERROR = 0.42;

    private Hills() {}

    /**
     * Measures the valley.
     *
     * @param values n values
     * @param low where the first hill may be
     * @param high where the last hill may be
     * @param sd standard deviation within hills
     * @param errors by how many standard errors densities are taken less far apart, 0 or more
     * @return 0 (no valley) to 1 (no value in it)
     */
    static double depth(double[] values, double low, double high, double sd, double errors) {
        double width = SILVERMAN * sd * Math.pow(values.length, -0.2);
        double bin = Math.max(width / BINS_PER_WIDTH, (high - low) / MAX_BINS);
        if (!(bin > 0)) {
            return high > low ? 1 : 0;
        }
        int bins = (int) Math.ceil((high - low) / bin) + 1;
        double[] counts = counts(values, low, bin, bins);
        double[] kernel = kernel(bin, width);
        double[] density = new double[bins];
        for (int c = 0; c < bins; c++) {
            for (int o = -REACH; o <= REACH; o++) {
                density[c] += counts[c + o + REACH] * kernel[Math.abs(o)];
            }
        }
        return depth(density, errors * ROOT_ERROR);
    }

    /** Values per bin, those between two bins divided among them, with the kernel's reach on both sides. */
    private static double[] counts(double[] values, double low, double bin, int bins) {
        double[] counts = new double[bins + 2 * REACH];
        for (double value : values) {
            double place = (value - low) / bin + REACH;
            if (place >= 0 && place < counts.length - 1) {
                int left = (int) place;
                counts[left + 1] += place - left;
                counts[left] += 1 - (place - left);
            }
        }
        return counts;
    }

    private static double[] kernel(double bin, double width) {
        double[] kernel = new double[REACH + 1];
        for (int o = 0; o <= REACH; o++) {
            double distance = o * bin / Math.max(width, Double.MIN_NORMAL);
            kernel[o] = Math.exp(-distance * distance / 2);
        }
        return kernel;
    }

    private static double depth(double[] density, double margin) {
        double[] right = new double[density.length];
        double highest = 0;
        for (int c = density.length - 1; c >= 0; c--) {
            highest = Math.max(highest, density[c]);
            right[c] = highest;
        }
        double depth = 0;
        double left = 0;
        for (int c = 0; c < density.length; c++) {
            left = Math.max(left, density[c]);
            double lower = Math.sqrt(Math.min(left, right[c])) - margin;
            double share = (Math.sqrt(density[c]) + margin) / lower;
            depth = Math.max(depth, lower > 0 ? 1 - share * share : 0);
        }
        return depth;
    }
}
