package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * K-means with little effort, the same for every table that is compared: starts by k-means++ on a random part of the rows,
 * of which the best goes on with all rows for a few iterations of Lloyd's algorithm. O(iterations n k d).
 */
final class QuickMeans {

    private static final int PART_ROWS = 800;
    private static final int PART_ITERATIONS = 10;
    private static final int ITERATIONS = 6;

    private final Matrix x;
    private final Matrix part;
    private final RandomStream random;
    private final CancellationCheck cancellation;

    /**
     * @param x n x d features
     * @param random the stream of random numbers
     * @param run cancel
     */
    QuickMeans(Matrix x, RandomStream random, RunContext run) {
        this.x = x;
        this.random = random;
        cancellation = new CancellationCheck(run, 5L * x.columns());
        part = x.rows() <= PART_ROWS ? x : x.select(Arrays.copyOf(random.permutation(x.rows()), PART_ROWS));
    }

    /** Segments of all rows. */
    Groups fit(int k, int starts) {
        Groups best = null;
        for (int s = 0; s < starts; s++) {
            Groups groups = iterate(part, plusPlus(k), k, PART_ITERATIONS);
            best = best == null || groups.within() < best.within() ? groups : best;
        }
        return iterate(x, best.means(), k, ITERATIONS);
    }

    /** Initial centroids by k-means++ (Arthur and Vassilvitskii 2007). */
    private double[] plusPlus(int k) {
        int d = x.columns();
        double[] centroids = new double[k * d];
        double[] distances = new double[part.rows()];
        Arrays.fill(distances, 1);
        for (int c = 0; c < k; c++) {
            System.arraycopy(part.values(), draw(distances) * d, centroids, c * d, d);
            for (int i = 0; i < distances.length; i++) {
                double distance = distance(part.values(), i * d, centroids, c * d, d);
                distances[i] = c == 0 ? distance : Math.min(distances[i], distance);
            }
        }
        return centroids;
    }

    private int draw(double[] weights) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return random.nextInt(weights.length);
    }

    private Groups iterate(Matrix rows, double[] first, int k, int maxIterations) {
        int[] labels = new int[rows.rows()];
        Arrays.fill(labels, -1);
        double[] centroids = first.clone();
        double[] sums = new double[centroids.length];
        int[] sizes = new int[k];
        for (int iteration = 0; iteration < maxIterations; iteration++) {
            Arrays.fill(sums, 0);
            Arrays.fill(sizes, 0);
            if (!assign(rows, centroids, labels, sums, sizes)) {
                break;
            }
            for (int c = 0; c < sums.length; c++) {
                int size = sizes[c / rows.columns()];
                centroids[c] = size == 0 ? centroids[c] : sums[c] / size;
            }
        }
        return Groups.of(rows, labels, k);
    }

    /** Assigns rows to their nearest centroids and adds them up. @return whether a label changed */
    private boolean assign(Matrix rows, double[] centroids, int[] labels, double[] sums, int[] sizes) {
        int d = rows.columns();
        double[] values = rows.values();
        boolean changed = false;
        for (int i = 0; i < labels.length; i++) {
            cancellation.step();
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < sizes.length; c++) {
                double distance = distance(values, i * d, centroids, c * d, d);
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            changed |= labels[i] != nearest;
            labels[i] = nearest;
            sizes[nearest]++;
            for (int j = 0; j < d; j++) {
                sums[nearest * d + j] += values[i * d + j];
            }
        }
        return changed;
    }

    private static double distance(double[] a, int fromA, double[] b, int fromB, int d) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double difference = a[fromA + j] - b[fromB + j];
            sum += difference * difference;
        }
        return sum;
    }
}
