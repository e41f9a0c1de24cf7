package org.tessera.bench;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;

/**
 * Overlapping Gaussian clouds as a matrix of standardized features: {@value #COUNT} groups of different size, spread and
 * correlation. Same size and seed, same values.
 *
 * @param matrix n x d values, mean 0 and standard deviation 1 per column
 * @param groups the group that each row was drawn from, each group at least once for n of some hundreds
 */
public record Clouds(Matrix matrix, int[] groups) {

    static final int COUNT = 8;

    /** Standard deviation of the groups' centroids, beside one of about 1 within a group. */
    private static final double APART = 1.5;

    private static final int CENTROIDS = -1;

    /**
     * Draws clouds.
     *
     * @param n number of rows
     * @param d number of columns
     * @param seed same seed, same clouds
     * @return the clouds
     */
    public static Clouds of(int n, int d, long seed) {
        RandomStream shape = RandomStream.of(seed, CENTROIDS);
        double[] centroids = new double[COUNT * d];
        double[] spread = new double[COUNT * d];
        double[] common = new double[COUNT * d];
        for (int i = 0; i < COUNT * d; i++) {
            centroids[i] = APART * shape.nextGaussian();
            spread[i] = 0.5 + 0.7 * shape.nextDouble();
            common[i] = 0.5 * shape.nextGaussian();
        }
        double[] values = new double[n * d];
        int[] groups = new int[n];
        for (int i = 0; i < n; i++) {
            RandomStream random = RandomStream.of(seed, i);
            int group = group(random.nextDouble());
            groups[i] = group;
            double shared = random.nextGaussian();
            for (int j = 0, g = group * d; j < d; j++, g++) {
                values[i * d + j] = centroids[g] + spread[g] * random.nextGaussian() + common[g] * shared;
            }
        }
        standardize(values, n, d);
        return new Clouds(Matrix.wrap(n, d, values), groups);
    }

    /** Group g has a share in proportion to g + 2. */
    private static int group(double place) {
        double left = place * COUNT * (COUNT + 3) / 2;
        int group = 0;
        while (group < COUNT - 1 && left >= group + 2) {
            left -= group + 2;
            group++;
        }
        return group;
    }

    private static void standardize(double[] values, int n, int d) {
        double[] mean = new double[d];
        double[] square = new double[d];
        for (int i = 0; i < values.length; i++) {
            mean[i % d] += values[i] / n;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i % d];
            square[i % d] += values[i] * values[i] / n;
        }
        double[] sd = Arrays.stream(square).map(Math::sqrt).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] /= sd[i % d];
        }
    }
}
