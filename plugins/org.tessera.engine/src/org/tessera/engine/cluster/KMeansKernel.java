package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/** One start of k-means: Lloyd's iteration with Hamerly's bounds. Sums are kept per block and added in block order. */
final class KMeansKernel {

    /** What a start ends with; labels per canonical row, centres row-major. */
    record Result(int[] labels, double[] centres, double inertia, int iterations, boolean converged) {}

    private static final double ULP = 0x1p-52;

    private final double[] values;
    private final int n;
    private final int d;
    private final int k;
    private final Distance distance;
    private final RunContext run;
    private final int blocks;
    private final int[] labels;
    /** At least the distance to the own centre. */
    private final double[] upper;
    /** At most the distance to any other centre. */
    private final double[] lower;

    private final double[] centres;
    /** d x k, so that one row meets all centres in a loop that vectorises. */
    private final double[] transposed;

    private final double[] half;
    private final double[] drift;
    private final double[][] sums;
    private final int[][] counts;
    private final int[] changes;
    private final double slack;
    private int farthestMover;
    private double largestDrift;
    private double secondDrift;

    private KMeansKernel(Matrix x, double[] first, Distance distance, RunContext run) {
        values = x.values();
        n = x.rows();
        d = x.columns();
        k = first.length / d;
        this.distance = distance;
        this.run = run;
        blocks = KMeansStart.blocks(n);
        labels = new int[n];
        upper = new double[n];
        lower = new double[n];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        centres = first;
        transposed = new double[d * k];
        half = new double[k];
        drift = new double[k];
        sums = distance == Distance.EUCLIDEAN ? new double[blocks][k * d] : new double[0][];
        counts = new int[blocks][k];
        changes = new int[blocks];
        slack = 1 - 2 * (d + 8) * ULP;
    }

    /** Runs until no row changes or the iterations are used up. Takes over the array of first centres. */
    static Result run(Matrix x, double[] first, KMeansOptions options, RunContext run) {
        return new KMeansKernel(x, first, options.distance(), run).run(options.maxIterations());
    }

    private Result run(int maxIterations) {
        int iterations = 0;
        boolean converged = false;
        assign(true);
        while (!converged && iterations < maxIterations) {
            iterations++;
            move();
            converged = assign(false) == 0;
            run.progress(iterations / (double) maxIterations, "k-means, iteration " + iterations);
        }
        return new Result(labels, centres, inertia(), iterations, converged);
    }

    /** Assigns every row to its nearest centre, of equal ones the first. @return the number of rows that changed */
    private int assign(boolean all) {
        transpose();
        halves();
        run.forBlocks(blocks, block -> assign(block, all));
        int changed = 0;
        for (int c : changes) {
            changed += c;
        }
        return changed;
    }

    private void assign(int block, boolean all) {
        int[] count = counts[block];
        double[] sum = sums.length == 0 ? null : sums[block];
        Arrays.fill(count, 0);
        if (sum != null) {
            Arrays.fill(sum, 0);
        }
        double[] distances = new double[k];
        Pace pace = new Pace(run, (long) k * d);
        int changed = 0;
        int end = KMeansStart.border(n, blocks, block + 1);
        for (int i = KMeansStart.border(n, blocks, block); i < end; i++) {
            pace.tick();
            int before = labels[i];
            if (all || !settled(i)) {
                nearest(i, distances);
            }
            int label = labels[i];
            changed += label == before && !all ? 0 : 1;
            count[label]++;
            if (sum != null) {
                for (int j = 0, s = label * d, v = i * d; j < d; j++) {
                    sum[s + j] += values[v + j];
                }
            }
        }
        changes[block] = changed;
    }

    /** Whether the bounds prove that the own centre is strictly nearest. Moves the bounds by the centres' drift. */
    private boolean settled(int i) {
        int label = labels[i];
        double away = label == farthestMover ? secondDrift : largestDrift;
        double u = (upper[i] + drift[label]) * (1 + 4 * ULP);
        double l = lower[i] - away;
        l -= 4 * ULP * (Math.abs(l) + away);
        upper[i] = u;
        lower[i] = l;
        double bound = Math.max(half[label], l) * slack;
        if (u < bound) {
            return true;
        }
        upper[i] = distance.between(values, i * d, centres, label * d, d);
        return upper[i] < bound;
    }

    private void nearest(int i, double[] distances) {
        Arrays.fill(distances, 0);
        boolean euclidean = distance == Distance.EUCLIDEAN;
        for (int j = 0; j < d; j++) {
            double value = values[i * d + j];
            int from = j * k;
            if (euclidean) {
                for (int c = 0; c < k; c++) {
                    double difference = value - transposed[from + c];
                    distances[c] += difference * difference;
                }
            } else {
                for (int c = 0; c < k; c++) {
                    distances[c] += Math.abs(value - transposed[from + c]);
                }
            }
        }
        int best = 0;
        double second = Double.POSITIVE_INFINITY;
        for (int c = 1; c < k; c++) {
            if (distances[c] < distances[best]) {
                second = distances[best];
                best = c;
            } else if (distances[c] < second) {
                second = distances[c];
            }
        }
        labels[i] = best;
        upper[i] = euclidean ? Math.sqrt(distances[best]) : distances[best];
        lower[i] = euclidean ? Math.sqrt(second) : second;
    }

    private void transpose() {
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                transposed[j * k + c] = centres[c * d + j];
            }
        }
    }

    /** Half the distance of each centre to the nearest other one. */
    private void halves() {
        int groups = Math.min(k, 16);
        run.forBlocks(groups, group -> {
            for (int a = group; a < k; a += groups) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int b = 0; b < k; b++) {
                    if (b != a) {
                        nearest = Math.min(nearest, distance.between(centres, a * d, centres, b * d, d));
                    }
                }
                half[a] = nearest / 2;
            }
        });
    }

    /** Moves centres to the mean or median of their rows and notes how far they went. */
    private void move() {
        double[] before = centres.clone();
        int[] count = new int[k];
        for (int[] part : counts) {
            for (int c = 0; c < k; c++) {
                count[c] += part[c];
            }
        }
        repair(count, before);
        if (sums.length == 0) {
            Medians.update(values, labels, count, centres, run);
        } else {
            means(count);
        }
        largestDrift = 0;
        secondDrift = 0;
        farthestMover = 0;
        for (int c = 0; c < k; c++) {
            drift[c] = distance.between(before, c * d, centres, c * d, d);
            if (drift[c] > largestDrift) {
                secondDrift = largestDrift;
                largestDrift = drift[c];
                farthestMover = c;
            } else {
                secondDrift = Math.max(secondDrift, drift[c]);
            }
        }
    }

    private void means(int[] count) {
        for (int s = 0; s < k * d; s++) {
            double total = 0;
            for (double[] part : sums) {
                total += part[s];
            }
            if (count[s / d] > 0) {
                centres[s] = total / count[s / d];
            }
        }
    }

    /** Gives every centre without a row the row that is farthest from its own centre, one after the other. */
    private void repair(int[] count, double[] before) {
        for (int c = 0; c < k; c++) {
            if (count[c] > 0) {
                continue;
            }
            int far = -1;
            double farCost = 0;
            for (int i = 0; i < n; i++) {
                double cost = distance.cost(values, i * d, before, labels[i] * d, d);
                if (cost > farCost && count[labels[i]] > 1) {
                    far = i;
                    farCost = cost;
                }
            }
            if (far >= 0) {
                take(far, c, count);
                System.arraycopy(values, far * d, before, c * d, d);
                System.arraycopy(values, far * d, centres, c * d, d);
            }
        }
    }

    private void take(int row, int c, int[] count) {
        count[labels[row]]--;
        count[c]++;
        if (sums.length > 0) {
            for (int j = 0; j < d; j++) {
                sums[0][labels[row] * d + j] -= values[row * d + j];
                sums[0][c * d + j] += values[row * d + j];
            }
        }
        labels[row] = c;
        upper[row] = 0;
        Arrays.fill(lower, 0);
    }

    private double inertia() {
        double[] parts = new double[blocks];
        run.forBlocks(blocks, block -> {
            int end = KMeansStart.border(n, blocks, block + 1);
            for (int i = KMeansStart.border(n, blocks, block); i < end; i++) {
                parts[block] += distance.cost(values, i * d, centres, labels[i] * d, d);
            }
        });
        double total = 0;
        for (double part : parts) {
            total += part;
        }
        return total;
    }
}
