package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import java.util.Comparator;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * One start of k-means: Lloyd's iteration with Hamerly's bounds. Rows whose bounds ({@link
 * HamerlyBounds}) do not settle them are gathered into tiles ({@link CentroidDistances}) and meet all centroids there. Only rows that change their centroid touch the sums
 * ({@link ReproducibleSums}), which are exact: nothing depends on threads or on the order of the rows. 12 n bytes.
 */
public final class HamerlyLloyd {

    /** What a start ends with; labels per row, centroids row-major, and what another run needs to go on from there. */
    public record Result(
            int[] labels, double[] centroids, double inertia, int iterations, boolean converged, Sizes sizes) {

        /** By inertia, the lowest first. */
        public static final Comparator<Result> BY_INERTIA = Comparator.comparingDouble(Result::inertia);

        int columns() {
            return centroids.length / sizes.count.length;
        }
    }

    /** Rows per centroid and their sums (of the Euclidean distance, else null). */
    record Sizes(int[] count, ReproducibleSums sums) {}

    private static final int MOST_BLOCKS = 64;
    private static final long MOST_BYTES = 32 << 20;

    private final double[] values;
    private final int n;
    private final int d;
    private final int k;
    private final Distance distance;
    private final RunContext run;
    private final Block[] blocks;
    private final int[] labels;
    private final HamerlyBounds bounds;
    private final double[] centroids;
    private final int[] count;
    /** Of the Euclidean distance, else null. */
    private final ReproducibleSums sums;

    private int changed;
    private int iterations;
    private boolean converged;
    private double gain;

    /** A kernel for one start after the other. */
    public HamerlyLloyd(Matrix x, int k, Distance distance, RunContext run) {
        values = x.values();
        n = x.rows();
        d = x.columns();
        this.k = k;
        this.distance = distance;
        this.run = run;
        labels = new int[n];
        bounds = new HamerlyBounds(n, k, d, distance);
        centroids = new double[k * d];
        count = new int[k];
        sums = distance == Distance.EUCLIDEAN ? ReproducibleSums.of(values, k, d, run) : null;
        long bytes = 16L * k * d + 8L * (k + d) * CentroidDistances.SIZE;
        int most = run.threads() == 1 ? 1 : (int) Math.min(MOST_BLOCKS, Math.max(1, MOST_BYTES / bytes));
        blocks = new Block[Math.min(most, (n + 4 * CentroidDistances.SIZE - 1) / (4 * CentroidDistances.SIZE))];
        Arrays.setAll(blocks, b -> new Block());
    }

    /** Runs from centroids until no row changes or the iterations are used up. */
    public static Result run(Matrix x, double[] first, KMeansOptions options, RunContext run) {
        return run(x, first, options, 0, run);
    }

    /**
     * The same, but also stops, not converged, once the moves of the centroids lower the inertia by less than a share of
     * what all have lowered it by.
     */
    public static Result run(Matrix x, double[] first, KMeansOptions options, double enough, RunContext run) {
        HamerlyLloyd kernel = new HamerlyLloyd(x, first.length / x.columns(), options.distance(), run);
        kernel.begin(first);
        kernel.iterate(options.maxIterations(), enough);
        return kernel.result();
    }

    /** Begins at centroids. */
    public void begin(double[] first) {
        Arrays.fill(labels, -1);
        Arrays.fill(count, 0);
        if (sums != null) {
            sums.clear();
        }
        place(first);
    }

    /** Begins at centroids most of which are those of an earlier end, which saves work. */
    public void begin(double[] first, Result from) {
        System.arraycopy(from.labels, 0, labels, 0, n);
        System.arraycopy(from.sizes.count, 0, count, 0, k);
        if (sums != null) {
            sums.set(from.sizes.sums);
        }
        place(first);
    }

    private void place(double[] first) {
        System.arraycopy(first, 0, centroids, 0, k * d);
        bounds.restart();
        iterations = 0;
        converged = false;
        assign(true);
    }

    /**
     * Goes on until no row changes, so many iterations were done in all, or one gains less than a share of what those of
     * this call have gained.
     */
    public void iterate(int most, double enough) {
        double gained = 0;
        while (!converged && iterations < most) {
            iterations++;
            gain = move();
            assign(false);
            converged = changed == 0;
            run.progress(iterations / (double) most, "k-means, iteration " + iterations);
            gained += gain;
            if (gain < enough * gained) {
                return;
            }
        }
    }

    public boolean isConverged() {
        return converged;
    }

    /** By how much the last moves of the centroids lowered the inertia. */
    public double gain() {
        return gain;
    }

    /** The centroids; shared, not to be changed. */
    public double[] centroids() {
        return centroids;
    }

    /** Rows per centroid; shared, not to be changed. */
    public int[] sizes() {
        return count;
    }

    public Result result() {
        Sizes sizes = new Sizes(count.clone(), sums == null ? null : sums.copy());
        return new Result(labels.clone(), centroids.clone(), inertia(), iterations, converged, sizes);
    }

    /** Assigns every row to its nearest centroid, of equal ones the first. */
    private void assign(boolean all) {
        bounds.among(centroids, run);
        run.forBlocks(blocks.length, block -> blocks[block].assign(border(block), border(block + 1), all));
        changed = 0;
        for (Block block : blocks) {
            changed += block.changed;
            for (int c = 0; c < k; c++) {
                count[c] += block.gained[c];
            }
            if (sums != null && block.changed > 0) {
                sums.add(block.summed);
            }
        }
    }

    private int border(int block) {
        return (int) ((long) n * block / blocks.length);
    }

    /** The rows of one block, in one iteration after the other. */
    private final class Block {

        private final CentroidDistances tile = new CentroidDistances(k, d, distance);
        private final int[] open = new int[2 * CentroidDistances.SIZE];
        private final int[] gained = new int[k];
        private final ReproducibleSums summed = sums == null ? null : sums.empty();
        private int changed;

        void assign(int from, int to, boolean all) {
            if (changed > 0 && summed != null) {
                summed.clear();
            }
            Arrays.fill(gained, 0);
            changed = 0;
            CancellationCheck cancellation = new CancellationCheck(run, (long) k * d * CentroidDistances.SIZE);
            int filled = 0;
            for (int start = from; start < to; start += CentroidDistances.SIZE) {
                int end = Math.min(to, start + CentroidDistances.SIZE);
                filled = collect(start, end, all, filled);
                if (filled >= CentroidDistances.SIZE) {
                    cancellation.step();
                    meet(CentroidDistances.SIZE);
                    filled -= CentroidDistances.SIZE;
                    System.arraycopy(open, CentroidDistances.SIZE, open, 0, filled);
                }
            }
            meet(filled);
        }

        /** Appends the rows that are not settled to the open ones. @return their number */
        private int collect(int from, int to, boolean all, int filled) {
            int count = filled;
            for (int i = from; i < to; i++) {
                open[count] = i;
                count += all || !bounds.settle(i, labels[i]) ? 1 : 0;
            }
            return count;
        }

        /** Finds the nearest centroid of the open rows. */
        private void meet(int filled) {
            tile.load(values, open, filled);
            tile.measure(centroids, filled);
            tile.bound(bounds.error(), filled);
            for (int t = 0; t < filled; t++) {
                int i = open[t];
                int before = labels[i];
                int now = tile.nearest(t, before);
                if (now != before) {
                    change(i, before, now);
                }
                bounds.set(i, now, tile.upper(t), tile.lower(t));
            }
        }

        private void change(int row, int before, int now) {
            labels[row] = now;
            changed++;
            gained[now]++;
            if (before >= 0) {
                gained[before]--;
            }
            if (summed != null) {
                summed.move(values, row * d, before, now);
            }
        }
    }

    /**
     * Moves centroids to the mean or median of their rows and notes how far they went.
     *
     * @return by how much that lowers the inertia, for medians at most
     */
    private double move() {
        double[] before = centroids.clone();
        repair(before);
        if (sums == null) {
            Medians.update(values, labels, count, centroids, run);
        } else {
            means();
        }
        bounds.moved(before, centroids);
        double gained = 0;
        for (int c = 0; c < k; c++) {
            gained += count[c] * distance.reduced(before, c * d, centroids, c * d, d);
        }
        return gained;
    }

    private void means() {
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d && count[c] > 0; j++) {
                centroids[c * d + j] = sums.mean(c, j, count[c]);
            }
        }
    }

    /** Gives every centroid without a row the row that is farthest from its own centroid, one after the other. */
    private void repair(double[] before) {
        for (int c = 0; c < k; c++) {
            if (count[c] > 0) {
                continue;
            }
            int far = -1;
            double farCost = 0;
            for (int i = 0; i < n; i++) {
                double cost = distance.reduced(values, i * d, before, labels[i] * d, d);
                if (count[labels[i]] > 1 && (cost > farCost || (far >= 0 && cost == farCost && isBelow(i, far)))) {
                    far = i;
                    farCost = cost;
                }
            }
            if (far >= 0) {
                take(far, c);
                System.arraycopy(values, far * d, before, c * d, d);
                System.arraycopy(values, far * d, centroids, c * d, d);
            }
        }
    }

    /** Whether the values of a row come before those of another one, so that the order of the rows does not matter. */
    private boolean isBelow(int row, int other) {
        int at = Arrays.compare(values, row * d, (row + 1) * d, values, other * d, (other + 1) * d);
        return at < 0;
    }

    private void take(int row, int c) {
        count[labels[row]]--;
        count[c]++;
        if (sums != null) {
            sums.move(values, row * d, labels[row], c);
        }
        labels[row] = c;
        bounds.forget();
    }

    /** The sum of costs, added up exactly below the largest one. */
    public double inertia() {
        double[] costs = new double[n];
        run.forBlocks(blocks.length, block -> {
            for (int i = border(block); i < border(block + 1); i++) {
                costs[i] = distance.reduced(values, i * d, centroids, labels[i] * d, d);
            }
        });
        ReproducibleSums total = ReproducibleSums.of(costs, 1, 1, run);
        ReproducibleSums[] parts = new ReproducibleSums[blocks.length];
        run.forBlocks(blocks.length, block -> {
            parts[block] = total.empty();
            for (int i = border(block); i < border(block + 1); i++) {
                parts[block].move(costs, i, -1, 0);
            }
        });
        for (ReproducibleSums part : parts) {
            total.add(part);
        }
        return total.mean(0, 0, 1);
    }
}
