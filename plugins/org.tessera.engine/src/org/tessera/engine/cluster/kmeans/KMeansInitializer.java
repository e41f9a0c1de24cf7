package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.kernel.RowSort;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * The first centroids of k-means, drawn from rows in canonical order.
 *
 * <p>k-means++ is that of Arthur and Vassilvitskii (2007), with the greedy choice of their section 5: of 2 + ln k drawn
 * rows the one that lowers the sum of costs most. Farthest-first is Gonzalez (1985), <a
 * href="https://doi.org/10.1016/0304-3975(85)90224-5">doi:10.1016/0304-3975(85)90224-5</a>.
 */
public final class KMeansInitializer {

    private final Matrix rows;
    private final double[] values;
    private final int n;
    private final int d;
    private final ColumnBlocks blocks;
    private final RandomStream random;
    private final RunContext run;
    /** For each row the cost of its nearest centroid so far, by blocks. */
    private final double[][] nearest;

    KMeansInitializer(ColumnBlocks blocks, RandomStream random, RunContext run) {
        this.blocks = blocks;
        this.random = random;
        this.run = run;
        rows = blocks.rows();
        values = rows.values();
        n = rows.rows();
        d = rows.columns();
        nearest = new double[blocks.count()][];
        Arrays.setAll(nearest, block -> new double[blocks.size(block)]);
    }

    /** The first centroids of a restart, row-major. */
    public static double[] of(ColumnBlocks rows, KMeansOptions options, int restart, RunContext run) {
        return new KMeansInitializer(rows, run.random(restart), run).choose(options.k(), options.initialization());
    }

    /** Chooses k centroids, row-major; k is at most the number of different rows. */
    double[] choose(int k, Initialization method) {
        for (double[] block : nearest) {
            Arrays.fill(block, Double.POSITIVE_INFINITY);
        }
        return switch (method) {
            case K_MEANS_PLUS_PLUS -> plusPlus(k);
            case RANDOM -> distinctRows(k);
            case FARTHEST_FIRST -> farthestFirst(new double[k * d], 0);
            case CANOPY -> {
                double[] centroids = new double[k * d];
                yield farthestFirst(
                        centroids, new Canopies(rows, blocks.distance(), random, run).densest(centroids, k));
            }
        };
    }

    private double[] plusPlus(int k) {
        double[] centroids = new double[k * d];
        int trials = 2 + (int) Math.log(k);
        double[] sums = cover(random.nextInt(n), centroids, 0);
        for (int c = 1; c < k; c++) {
            int[] candidates = new int[trials];
            for (int t = 0; t < trials; t++) {
                candidates[t] = draw(sums);
            }
            sums = cover(bestOf(candidates), centroids, c);
        }
        return centroids;
    }

    /** A row with probability proportional to its cost. */
    private int draw(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        double left = random.nextDouble() * total;
        int last = 0;
        for (int block = 0; block < sums.length; block++) {
            if (left >= sums[block] && block < sums.length - 1) {
                left -= sums[block];
                continue;
            }
            for (int t = 0; t < nearest[block].length; t++) {
                double cost = nearest[block][t];
                if (cost > 0) {
                    last = blocks.from(block) + t;
                    left -= cost;
                    if (left < 0) {
                        return last;
                    }
                }
            }
        }
        return nearest(last) > 0 ? last : farthest();
    }

    private double nearest(int row) {
        return nearest[row / ColumnBlocks.SIZE][row % ColumnBlocks.SIZE];
    }

    /** The candidate with the lowest sum of costs, the first of equal ones. */
    private int bestOf(int[] candidates) {
        double[][] potentials = new double[blocks.count()][candidates.length];
        run.forBlocks(potentials.length, block -> {
            double[] costs = new double[ColumnBlocks.SIZE];
            for (int t = 0; t < candidates.length; t++) {
                blocks.costs(block, values, candidates[t] * d, costs);
                potentials[block][t] = sumOfLower(nearest[block], costs);
            }
        });
        int best = 0;
        double[] total = new double[candidates.length];
        for (int t = 0; t < candidates.length; t++) {
            for (double[] sums : potentials) {
                total[t] += sums[t];
            }
            best = total[t] < total[best] ? t : best;
        }
        return candidates[best];
    }

    /** Four sums in turn, so that they do not wait for each other. */
    private static double sumOfLower(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int t = 0;
        for (; t + 3 < a.length; t += 4) {
            s0 += Math.min(a[t], b[t]);
            s1 += Math.min(a[t + 1], b[t + 1]);
            s2 += Math.min(a[t + 2], b[t + 2]);
            s3 += Math.min(a[t + 3], b[t + 3]);
        }
        for (; t < a.length; t++) {
            s0 += Math.min(a[t], b[t]);
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Makes a row the centroid c and lowers the costs; the sums of costs per block. */
    private double[] cover(int row, double[] centroids, int c) {
        System.arraycopy(values, row * d, centroids, c * d, d);
        return cover(centroids, c);
    }

    private double[] cover(double[] centroids, int c) {
        double[] sums = new double[blocks.count()];
        run.forBlocks(sums.length, block -> {
            double[] costs = new double[ColumnBlocks.SIZE];
            blocks.costs(block, centroids, c * d, costs);
            sums[block] = sumOfLower(nearest[block], costs);
            lower(nearest[block], costs);
        });
        return sums;
    }

    private static void lower(double[] costs, double[] others) {
        for (int t = 0; t < costs.length; t++) {
            costs[t] = Math.min(costs[t], others[t]);
        }
    }

    private int farthest() {
        int best = 0;
        for (int block = 0; block < nearest.length; block++) {
            for (int t = 0; t < nearest[block].length; t++) {
                best = nearest[block][t] > nearest(best) ? blocks.from(block) + t : best;
            }
        }
        return best;
    }

    /** Fills up the centroids from number {@code have} on. */
    private double[] farthestFirst(double[] centroids, int have) {
        for (int c = 0; c < have; c++) {
            cover(centroids, c);
        }
        for (int c = have; c * d < centroids.length; c++) {
            cover(c == 0 ? random.nextInt(n) : farthest(), centroids, c);
        }
        return centroids;
    }

    /** Random rows, each value once. Equal rows stand side by side in canonical order. */
    private double[] distinctRows(int k) {
        double[] centroids = new double[k * d];
        int[] group = new int[n];
        for (int i = 1; i < n; i++) {
            group[i] = group[i - 1] + (RowSort.equal(values, i - 1, i, d) ? 0 : 1);
        }
        boolean[] taken = new boolean[group[n - 1] + 1];
        int c = 0;
        for (int row : random.permutation(n)) {
            if (c < k && !taken[group[row]]) {
                taken[group[row]] = true;
                System.arraycopy(values, row * d, centroids, c++ * d, d);
            }
        }
        return centroids;
    }
}
