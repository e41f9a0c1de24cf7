package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.cluster.KMeansOptions.Initialisation;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * The first centres of k-means, drawn from rows in canonical order.
 *
 * <p>k-means++ is that of Arthur and Vassilvitskii (2007), with the greedy choice of their section 5: of 2 + ln k drawn
 * rows the one that lowers the sum of costs most. Farthest-first is Gonzalez (1985), <a
 * href="https://doi.org/10.1016/0304-3975(85)90224-5">doi:10.1016/0304-3975(85)90224-5</a>.
 */
final class KMeansStart {

    private static final int MAX_BLOCKS = 64;
    private static final int MIN_BLOCK = 512;

    private final Matrix rows;
    private final double[] values;
    private final int n;
    private final int d;
    private final Distance distance;
    private final RandomStream random;
    private final RunContext run;
    private final int blocks;
    /** For each row the cost of its nearest centre so far. */
    private final double[] nearest;

    KMeansStart(Matrix rows, Distance distance, RandomStream random, RunContext run) {
        this.rows = rows;
        this.distance = distance;
        this.random = random;
        this.run = run;
        values = rows.values();
        n = rows.rows();
        d = rows.columns();
        blocks = blocks(n);
        nearest = new double[n];
    }

    /** The number of blocks rows are cut into: by their number only, so that sums do not depend on threads. */
    static int blocks(int n) {
        return Math.max(1, Math.min(MAX_BLOCKS, (n + MIN_BLOCK - 1) / MIN_BLOCK));
    }

    /** The first row of a block. */
    static int border(int n, int blocks, int block) {
        return (int) ((long) n * block / blocks);
    }

    /** Chooses k centres, row-major; k is at most the number of different rows. */
    double[] choose(int k, Initialisation method) {
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        return switch (method) {
            case K_MEANS_PLUS_PLUS -> plusPlus(k);
            case RANDOM -> distinctRows(k);
            case FARTHEST_FIRST -> farthestFirst(new double[k * d], 0);
            case CANOPY -> {
                double[] centres = new double[k * d];
                yield farthestFirst(centres, new Canopies(rows, distance, random, run).densest(centres, k));
            }
        };
    }

    private double[] plusPlus(int k) {
        double[] centres = new double[k * d];
        int trials = 2 + (int) Math.log(k);
        double[] sums = cover(random.nextInt(n), centres, 0);
        for (int c = 1; c < k; c++) {
            int[] candidates = new int[trials];
            for (int t = 0; t < trials; t++) {
                candidates[t] = draw(sums);
            }
            sums = cover(bestOf(candidates), centres, c);
        }
        return centres;
    }

    /** A row with probability proportional to its cost. */
    private int draw(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        double left = random.nextDouble() * total;
        int last = 0;
        for (int block = 0; block < blocks; block++) {
            if (left >= sums[block] && block < blocks - 1) {
                left -= sums[block];
                continue;
            }
            for (int i = border(n, blocks, block); i < border(n, blocks, block + 1); i++) {
                if (nearest[i] > 0) {
                    last = i;
                    left -= nearest[i];
                    if (left < 0) {
                        return i;
                    }
                }
            }
        }
        return nearest[last] > 0 ? last : farthest();
    }

    /** The candidate with the lowest sum of costs, the first of equal ones. */
    private int bestOf(int[] candidates) {
        double[][] potentials = new double[blocks][candidates.length];
        run.forBlocks(blocks, block -> {
            double[] sums = potentials[block];
            Pace pace = new Pace(run, (long) candidates.length * d);
            for (int i = border(n, blocks, block); i < border(n, blocks, block + 1); i++) {
                pace.tick();
                for (int t = 0; t < candidates.length; t++) {
                    sums[t] += Math.min(nearest[i], distance.cost(values, i * d, values, candidates[t] * d, d));
                }
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

    /** Makes a row the centre c and lowers the costs; the sums of costs per block. */
    private double[] cover(int row, double[] centres, int c) {
        System.arraycopy(values, row * d, centres, c * d, d);
        return cover(centres, c);
    }

    private double[] cover(double[] centres, int c) {
        double[] sums = new double[blocks];
        run.forBlocks(blocks, block -> {
            double sum = 0;
            Pace pace = new Pace(run, d);
            for (int i = border(n, blocks, block); i < border(n, blocks, block + 1); i++) {
                pace.tick();
                nearest[i] = Math.min(nearest[i], distance.cost(values, i * d, centres, c * d, d));
                sum += nearest[i];
            }
            sums[block] = sum;
        });
        return sums;
    }

    private int farthest() {
        int best = 0;
        for (int i = 1; i < n; i++) {
            best = nearest[i] > nearest[best] ? i : best;
        }
        return best;
    }

    /** Fills up the centres from number {@code have} on. */
    private double[] farthestFirst(double[] centres, int have) {
        for (int c = 0; c < have; c++) {
            cover(centres, c);
        }
        for (int c = have; c * d < centres.length; c++) {
            cover(c == 0 ? random.nextInt(n) : farthest(), centres, c);
        }
        return centres;
    }

    /** Random rows, each value once. Equal rows stand side by side in canonical order. */
    private double[] distinctRows(int k) {
        double[] centres = new double[k * d];
        int[] group = new int[n];
        for (int i = 1; i < n; i++) {
            group[i] = group[i - 1] + (RowSort.equal(values, i - 1, i, d) ? 0 : 1);
        }
        boolean[] taken = new boolean[group[n - 1] + 1];
        int c = 0;
        for (int row : random.permutation(n)) {
            if (c < k && !taken[group[row]]) {
                taken[group[row]] = true;
                System.arraycopy(values, row * d, centres, c++ * d, d);
            }
        }
        return centres;
    }
}
