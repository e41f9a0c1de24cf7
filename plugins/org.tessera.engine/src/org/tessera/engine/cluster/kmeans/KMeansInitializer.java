package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.kernel.RowSort;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Initial centroids of k-means. K-means++ draws rows with probability proportional to their cost, the squared distance
 * (Manhattan: the distance) to the nearest centroid so far, by Arthur and Vassilvitskii (2007), k-means++: the
 * advantages of careful seeding, with the greedy choice of their section 5: of 2 + ln k drawn rows the one that lowers
 * the sum of costs most. Farthest-first adds the row farthest from the centroids so far, by Gonzalez (1985), <a
 * href="https://doi.org/10.1016/0304-3975(85)90224-5">doi:10.1016/0304-3975(85)90224-5</a>. Canopies ({@link Canopies})
 * and random rows are the other two.
 *
 * <p>Rows are in canonical order and sums are added in the order of the blocks, so the result does not depend on
 * threads or on the order of the table. O(n k d log k) for k-means++, O(n k d) for farthest-first.
 */
public final class KMeansInitializer {

    private final Matrix rows;
    private final double[] values;
    private final int n;
    private final int d;
    private final ColumnBlocks blocks;
    private final RandomStream random;
    private final RunContext run;
    /** Per block and row the cost at the nearest centroid so far. */
    private final double[][] lowestCosts;

    private KMeansInitializer(ColumnBlocks blocks, RandomStream random, RunContext run) {
        this.blocks = blocks;
        this.random = random;
        this.run = run;
        rows = blocks.rows();
        values = rows.values();
        n = rows.rows();
        d = rows.columns();
        lowestCosts = new double[blocks.count()][];
        Arrays.setAll(lowestCosts, block -> {
            double[] costs = new double[blocks.size(block)];
            Arrays.fill(costs, Double.POSITIVE_INFINITY);
            return costs;
        });
    }

    /**
     * Chooses the initial centroids of a restart.
     *
     * @param blocks rows in canonical order, at least k of them different
     * @param options k and the initialization
     * @param restart number of the restart from 0; each has a random stream of its own
     * @param run seed, threads, cancel
     * @return k x d centroids, row-major
     */
    public static double[] firstCentroids(ColumnBlocks blocks, KMeansOptions options, int restart, RunContext run) {
        KMeansInitializer initializer = new KMeansInitializer(blocks, run.random(restart), run);
        int k = options.k();
        return switch (options.initialization()) {
            case K_MEANS_PLUS_PLUS -> initializer.plusPlus(k);
            case RANDOM -> initializer.distinctRows(k);
            case CANOPY -> initializer.canopies(k);
            case FARTHEST_FIRST -> initializer.farthestFirst(new double[k * initializer.d], 0);
        };
    }

    private double[] plusPlus(int k) {
        double[] centroids = new double[k * d];
        int trials = 2 + (int) Math.log(k);
        double[] sums = addCentroid(random.nextInt(n), centroids, 0);
        for (int c = 1; c < k; c++) {
            int[] candidates = new int[trials];
            for (int t = 0; t < trials; t++) {
                candidates[t] = draw(sums);
            }
            sums = addCentroid(bestOf(candidates), centroids, c);
        }
        return centroids;
    }

    /** Draws a row with probability proportional to its cost, given the sums of costs per block. */
    private int draw(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        double remaining = random.nextDouble() * total;
        int last = 0;
        for (int block = 0; block < sums.length; block++) {
            if (remaining >= sums[block] && block < sums.length - 1) {
                remaining -= sums[block];
                continue;
            }
            for (int t = 0; t < lowestCosts[block].length; t++) {
                double cost = lowestCosts[block][t];
                if (cost > 0) {
                    last = blocks.from(block) + t;
                    remaining -= cost;
                    if (remaining < 0) {
                        return last;
                    }
                }
            }
        }
        return lowestCost(last) > 0 ? last : farthest();
    }

    private double lowestCost(int row) {
        return lowestCosts[row / ColumnBlocks.SIZE][row % ColumnBlocks.SIZE];
    }

    /** The candidate with the lowest sum of costs, the first of equal ones. */
    private int bestOf(int[] candidates) {
        double[][] potentials = new double[blocks.count()][candidates.length];
        run.forBlocks(potentials.length, block -> {
            double[] costs = new double[ColumnBlocks.SIZE];
            for (int t = 0; t < candidates.length; t++) {
                blocks.costs(block, values, candidates[t] * d, costs);
                potentials[block][t] = sumOfMinima(lowestCosts[block], costs);
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

    /** The sum of the lower of two costs per row; four partial sums, so that additions need not wait for each other. */
    private static double sumOfMinima(double[] a, double[] b) {
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

    /** Makes a row centroid c. @return the sums of costs per block */
    private double[] addCentroid(int row, double[] centroids, int c) {
        System.arraycopy(values, row * d, centroids, c * d, d);
        return lowerCosts(centroids, c);
    }

    /** Lowers the costs of rows that are nearer to centroid c. @return the sums of costs per block */
    private double[] lowerCosts(double[] centroids, int c) {
        double[] sums = new double[blocks.count()];
        run.forBlocks(sums.length, block -> {
            double[] costs = new double[ColumnBlocks.SIZE];
            blocks.costs(block, centroids, c * d, costs);
            sums[block] = sumOfMinima(lowestCosts[block], costs);
            takeMinima(lowestCosts[block], costs);
        });
        return sums;
    }

    private static void takeMinima(double[] costs, double[] others) {
        for (int t = 0; t < costs.length; t++) {
            costs[t] = Math.min(costs[t], others[t]);
        }
    }

    /** The row of highest cost, of equal ones the first. */
    private int farthest() {
        int best = 0;
        for (int block = 0; block < lowestCosts.length; block++) {
            for (int t = 0; t < lowestCosts[block].length; t++) {
                best = lowestCosts[block][t] > lowestCost(best) ? blocks.from(block) + t : best;
            }
        }
        return best;
    }

    /** The centroids of the largest canopies; if there are fewer than k, farthest-first goes on from them. */
    private double[] canopies(int k) {
        double[] centroids = new double[k * d];
        int count = new Canopies(rows, blocks.distance(), random, run).largest(centroids, k);
        return farthestFirst(centroids, count);
    }

    /** Adds centroids to the first {@code count} ones. */
    private double[] farthestFirst(double[] centroids, int count) {
        for (int c = 0; c < count; c++) {
            lowerCosts(centroids, c);
        }
        for (int c = count; c * d < centroids.length; c++) {
            addCentroid(c == 0 ? random.nextInt(n) : farthest(), centroids, c);
        }
        return centroids;
    }

    /** Random rows, no two of them equal. Equal rows are neighbors in canonical order. */
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
