package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.RowBlocks;
import org.tessera.engine.run.RunContext;

/**
 * Lloyd's algorithm with Hamerly's bounds, from given centroids to a local optimum. The assignment step assigns every
 * row to its nearest centroid; the update step moves every centroid to the mean of its rows (Manhattan: the median);
 * both alternate until no row changes its centroid. Rows whose bounds prove that their centroid is still the nearest
 * are skipped. Lloyd (1982), <a href="https://doi.org/10.1109/TIT.1982.1056489">doi:10.1109/TIT.1982.1056489</a>;
 * Hamerly (2010), <a href="https://doi.org/10.1137/1.9781611972801.12">doi:10.1137/1.9781611972801.12</a>.
 *
 * <p>The sums behind the means ({@link ReproducibleSums}) are exact and updated only for rows that change their
 * centroid, so nothing depends on threads or on the order of the rows. A centroid that loses all rows moves to the row
 * farthest from its own centroid.
 *
 * <p>O(n k d) time per iteration at worst, 12 n + O(k d) bytes. An instance can run several times, one run after the
 * other; not for use by several threads.
 */
public final class HamerlyLloyd {

    private final double[] values;
    private final int n;
    private final int d;
    private final int k;
    private final Distance distance;
    private final RunContext run;
    private final double[] centroids;
    private final HamerlyAssignment assignment;

    private int iterations;
    private boolean converged;
    private double gain;

    /**
     * Prepares runs on a matrix. O(n d).
     *
     * @param x n x d finite features, n at least 1
     * @param k number of centroids
     * @param distance Euclidean for means, Manhattan for medians
     * @param run threads, progress, cancel
     */
    public HamerlyLloyd(Matrix x, int k, Distance distance, RunContext run) {
        values = x.values();
        n = x.rows();
        d = x.columns();
        this.k = k;
        this.distance = distance;
        this.run = run;
        centroids = new double[k * d];
        assignment = new HamerlyAssignment(x, centroids, distance, run);
    }

    /**
     * Runs until no row changes its centroid, or the maximum of iterations is reached.
     *
     * @param x n x d finite features
     * @param first first centroids, row-major
     * @param options distance and maximum of iterations; the rest is not used
     * @param run threads, progress, cancel
     * @return the local optimum, or the state at the maximum of iterations
     */
    public static LloydResult run(Matrix x, double[] first, KMeansOptions options, RunContext run) {
        return run(x, first, options, 0, run);
    }

    /**
     * Runs until an iteration gains little, too.
     *
     * @param x n x d finite features
     * @param first first centroids, row-major
     * @param options distance and maximum of iterations; the rest is not used
     * @param gainTolerance see {@link #iterate}
     * @param run threads, progress, cancel
     * @return the state at the end of the run
     */
    public static LloydResult run(
            Matrix x, double[] first, KMeansOptions options, double gainTolerance, RunContext run) {
        HamerlyLloyd lloyd = new HamerlyLloyd(x, first.length / x.columns(), options.distance(), run);
        lloyd.start(first);
        lloyd.iterate(options.maxIterations(), gainTolerance);
        return lloyd.result();
    }

    /**
     * Starts a run with an assignment step.
     *
     * @param first k x d centroids, row-major
     */
    public void start(double[] first) {
        assignment.clear();
        assignAll(first);
    }

    /**
     * Starts a run near the end of an earlier one: sums are updated only for rows whose label differs.
     *
     * @param first k x d centroids, row-major
     * @param earlier the end of a run on the same rows with the same k and distance
     */
    public void start(double[] first, LloydResult earlier) {
        assignment.restore(earlier);
        assignAll(first);
    }

    private void assignAll(double[] first) {
        System.arraycopy(first, 0, centroids, 0, k * d);
        iterations = 0;
        converged = false;
        assignment.assignAll();
    }

    /**
     * Alternates update and assignment steps until no row changes its centroid, the run has reached a maximum of
     * iterations, or the gain of an iteration is below a share of the gain of this call so far.
     *
     * @param maxIterations maximum of iterations of the run, those of earlier calls included
     * @param gainTolerance the share, 0 to go on to convergence
     */
    public void iterate(int maxIterations, double gainTolerance) {
        double totalGain = 0;
        while (!converged && iterations < maxIterations) {
            iterations++;
            gain = update();
            converged = assignment.assign() == 0;
            run.progress(iterations / (double) maxIterations, "k-means, iteration " + iterations);
            totalGain += gain;
            if (gain < gainTolerance * totalGain) {
                return;
            }
        }
    }

    /** @return whether the last assignment step changed no label */
    public boolean isConverged() {
        return converged;
    }

    /** @return by how much the last update step lowered the inertia; for medians an upper bound */
    public double gain() {
        return gain;
    }

    /** @return the centroids, row-major; shared, not to be changed */
    public double[] centroids() {
        return centroids;
    }

    /** @return rows per centroid; shared, not to be changed */
    public int[] sizes() {
        return assignment.sizes();
    }

    /** @return a copy of the state of the run */
    public LloydResult result() {
        return new LloydResult(
                assignment.labels().clone(),
                centroids.clone(),
                inertia(),
                iterations,
                converged,
                assignment.copyOfClusters());
    }

    /** @return the sum of the costs of all rows at their centroids, added up exactly */
    public double inertia() {
        int[] labels = assignment.labels();
        double[] costs = new double[n];
        RowBlocks blocks = RowBlocks.of(n);
        run.forBlocks(blocks.count(), block -> {
            for (int i = blocks.start(block); i < blocks.end(block); i++) {
                costs[i] = distance.reduced(values, i * d, centroids, labels[i] * d, d);
            }
        });
        return ReproducibleSums.sum(costs, run);
    }

    /**
     * The update step: every centroid to the mean or median of its rows.
     *
     * @return by how much that lowers the inertia
     */
    private double update() {
        int[] sizes = assignment.sizes();
        double[] before = centroids.clone();
        refillEmptyClusters(before);
        if (distance == Distance.EUCLIDEAN) {
            updateMeans();
        } else {
            Medians.update(values, assignment.labels(), sizes, centroids, run);
        }
        assignment.centroidsMoved(before, centroids);
        double lowered = 0;
        for (int c = 0; c < k; c++) {
            lowered += sizes[c] * distance.reduced(before, c * d, centroids, c * d, d);
        }
        return lowered;
    }

    private void updateMeans() {
        int[] sizes = assignment.sizes();
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d && sizes[c] > 0; j++) {
                centroids[c * d + j] = assignment.mean(c, j);
            }
        }
    }

    /** Gives every empty cluster in turn the row that is farthest from its centroid. */
    private void refillEmptyClusters(double[] before) {
        for (int c = 0; c < k; c++) {
            int farthest = assignment.sizes()[c] > 0 ? -1 : farthestRow(before);
            if (farthest >= 0) {
                assignment.moveRow(farthest, c);
                System.arraycopy(values, farthest * d, before, c * d, d);
                System.arraycopy(values, farthest * d, centroids, c * d, d);
            }
        }
    }

    /** The farthest row of clusters of several rows; -1 if all of these are at their centroids. */
    private int farthestRow(double[] before) {
        int[] labels = assignment.labels();
        int[] sizes = assignment.sizes();
        int farthest = -1;
        double maxCost = 0;
        for (int i = 0; i < n; i++) {
            double cost = distance.reduced(values, i * d, before, labels[i] * d, d);
            boolean farther = cost > maxCost || (farthest >= 0 && cost == maxCost && precedes(i, farthest));
            if (sizes[labels[i]] > 1 && farther) {
                farthest = i;
                maxCost = cost;
            }
        }
        return farthest;
    }

    /** Compares the values of two rows, so that ties do not depend on the order of the rows. */
    private boolean precedes(int row, int other) {
        return Arrays.compare(values, row * d, (row + 1) * d, values, other * d, (other + 1) * d) < 0;
    }
}
