package org.tessera.engine.apply;

import java.util.Arrays;
import java.util.function.Supplier;
import org.tessera.engine.cluster.dbscan.CorePointIndex;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.Posteriors;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunContext;

/**
 * Assigns new rows to the segments of a model. Rows are assigned independently: a row's segment never depends on other
 * rows, their order or the number of threads. Training rows are assigned to their segments of training, with the
 * exceptions below.
 *
 * <ul>
 *   <li><b>Centroids</b> (k-means): the segment of the nearest centroid under the model's distance, ties to the lowest;
 *       the runner-up is that of the second nearest. Confidence is 1 - a / b for the distances a to the nearest and b
 *       to the second nearest centroid, the simplified silhouette of Hruschka, Campello and de Castro (2006), Evolving
 *       clusters in gene-expression data, <a href="https://doi.org/10.1016/j.ins.2005.07.015">doi:
 *       10.1016/j.ins.2005.07.015</a>; 1 for a single segment. Training rows keep their segments, except for ties of
 *       two centroids and if k-means stopped at its limit of iterations.
 *   <li><b>Mixture</b>: the component with the largest posterior probability; the runner-up is that with the second
 *       largest, also where it is too small to be a number. Confidence is the posterior probability of the segment at the
 *       temperature of the model, which is learned so that of the rows of which .8 is said about .8 are right. Training
 *       rows keep their segments.
 *   <li><b>Density</b> (DBSCAN): the segment of a core row within eps by the rule of {@link CorePointIndex}, otherwise
 *       noise; the runner-up is the nearest other segment, for noise the nearest one. Confidence is 1 - a / b for the
 *       distances a to the nearest core row of the segment and b to that of the runner-up, or eps where that is less.
 *       Training rows keep their segments.
 *   <li><b>Tree</b> (hierarchical clustering): as for centroids, by the nearest mean of a segment. A dendrogram does
 *       not define a partition of the feature space, so training rows may get another segment;
 *       {@link Assignment#unchanged} counts those that do not.
 * </ul>
 *
 * <p>O(n k d) time for centroids and diagonal mixtures, O(n k d²) for full ones, O(n log c) to O(n c d) for c core
 * rows.
 */
public final class Assigner {

    /** Rows assigned by one task. */
    private static final int BLOCK = 256;

    /** Rows whose densities are computed at once, which limits memory to k of them per row. */
    private static final int SLICE = 1 << 15;

    private final ClusterModel model;
    /** The core rows of a density model, otherwise null. */
    private final CorePointIndex cores;

    private Assigner(ClusterModel model, CorePointIndex cores) {
        this.model = model;
        this.cores = cores;
    }

    /**
     * Prepares to assign rows, part by part. O(c d log c) time for c core rows, otherwise O(1).
     *
     * @param model a model of d features
     * @param run cancel
     * @return the rule of assignment
     */
    public static Assigner of(ClusterModel model, RunContext run) {
        return new Assigner(model, model instanceof DensityModel density ? new CorePointIndex(density, run) : null);
    }

    /**
     * Assigns rows.
     *
     * @param model a model of d features
     * @param x n x d features; a row with a value that is not finite gets no segment
     * @param run threads, progress, cancel
     * @return a segment per row
     * @throws IllegalArgumentException if the numbers of features differ
     */
    public static Assignment assign(ClusterModel model, Matrix x, RunContext run) {
        return of(model, run).assign(x, run);
    }

    /**
     * Assigns rows.
     *
     * @param x n x d features; a row with a value that is not finite gets no segment
     * @param run threads, progress, cancel
     * @return a segment per row
     * @throws IllegalArgumentException if the numbers of features differ
     */
    public Assignment assign(Matrix x, RunContext run) {
        if (model.segments() > 0 && model.features() != x.columns()) {
            throw new IllegalArgumentException(
                    "The model has " + model.features() + " features, but the rows have " + x.columns());
        }
        Instance instance = new Instance(x, run);
        if (model instanceof CentroidModel centroids) {
            instance.toCentroids(centroids.centroids(), centroids.distance());
        } else if (model instanceof TreeModel tree) {
            instance.toCentroids(tree.centroids(), tree.distance());
        } else if (model instanceof MixtureModel mixture) {
            instance.toComponents(mixture);
        } else {
            instance.toCoreRows(cores);
        }
        return new Assignment(instance.segments, instance.runnersUp, instance.confidences);
    }

    /** Finds the segment of one row. */
    @FunctionalInterface
    private interface RowTask {
        void assign(int row, double[] features);
    }

    /** The rows of one call. */
    private static final class Instance {

        private final Matrix x;
        private final RunContext run;
        private final int[] segments;
        private final int[] runnersUp;
        private final double[] confidences;

        Instance(Matrix x, RunContext run) {
            this.x = x;
            this.run = run;
            segments = new int[x.rows()];
            runnersUp = new int[x.rows()];
            confidences = new double[x.rows()];
            Arrays.fill(segments, Assignment.NONE);
            Arrays.fill(runnersUp, Assignment.NONE);
            Arrays.fill(confidences, Double.NaN);
        }

        /**
         * Assigns the rows without missing or infinite values. Each block has a task of its own, which may hold buffers.
         */
        private void forFiniteRows(Supplier<RowTask> tasks) {
            int n = x.rows();
            int blocks = (n + BLOCK - 1) / BLOCK;
            run.forBlocks(blocks, block -> {
                RowTask task = tasks.get();
                for (int row = block * BLOCK; row < Math.min(n, (block + 1) * BLOCK); row++) {
                    run.checkCanceled();
                    double[] features = x.row(row);
                    if (isFinite(features)) {
                        task.assign(row, features);
                    }
                }
                run.progress((block + 1.0) / blocks, "Assigning row " + block * BLOCK + " of " + n);
            });
        }

        private void set(int row, int segment, int runnerUp, double confidence) {
            segments[row] = segment;
            runnersUp[row] = runnerUp;
            confidences[row] = confidence;
        }

        private void toCentroids(Matrix centroids, Distance distance) {
            forFiniteRows(() -> (row, features) -> {
                int best = Assignment.NONE;
                int second = Assignment.NONE;
                double bestCost = Double.POSITIVE_INFINITY;
                double secondCost = Double.POSITIVE_INFINITY;
                for (int s = 0; s < centroids.rows(); s++) {
                    double cost =
                            distance.reduced(features, 0, centroids.values(), s * features.length, features.length);
                    if (cost < bestCost) {
                        second = best;
                        secondCost = bestCost;
                        best = s;
                        bestCost = cost;
                    } else if (cost < secondCost) {
                        second = s;
                        secondCost = cost;
                    }
                }
                if (best != Assignment.NONE) {
                    double toSecond = distance.ofReduced(secondCost);
                    set(row, best, second, toSecond > 0 ? 1 - distance.ofReduced(bestCost) / toSecond : 0);
                }
            });
        }

        private void toCoreRows(CorePointIndex cores) {
            forFiniteRows(() -> {
                CorePointIndex.Search search = cores.search();
                return (row, features) -> {
                    CorePointIndex.Assignment near = search.assign(features);
                    int other =
                            near.other() == Labels.NOISE ? search.nearestOther(features, near.segment()) : near.other();
                    set(row, near.segment(), other == Labels.NOISE ? Assignment.NONE : other, near.margin());
                };
            });
        }

        private void toComponents(MixtureModel model) {
            int n = x.rows();
            int d = x.columns();
            for (int from = 0; from < n; from += SLICE) {
                int to = Math.min(n, from + SLICE);
                double[] values = Arrays.copyOfRange(x.values(), from * d, to * d);
                Matrix logs = GaussianMixture.logDensities(model, Matrix.wrap(to - from, d, values), run);
                for (int i = 0; i < to - from; i++) {
                    toComponent(from + i, logs.row(i));
                }
                run.progress(to / (double) n, "Assigning row " + to + " of " + n);
            }
        }

        private void toComponent(int row, double... logs) {
            double[] posteriors = logs.clone();
            Posteriors.ofLogs(posteriors);
            int best = largest(posteriors, Assignment.NONE);
            if (best != Assignment.NONE) {
                set(row, best, largest(logs, best), posteriors[best]);
            }
        }
    }

    private static boolean isFinite(double[] features) {
        for (double value : features) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** The index of the largest value that is a number, of equal ones the first, except one. */
    private static int largest(double[] values, int except) {
        int largest = Assignment.NONE;
        for (int c = 0; c < values.length; c++) {
            boolean number = c != except && values[c] > Double.NEGATIVE_INFINITY;
            if (number && (largest == Assignment.NONE || values[c] > values[largest])) {
                largest = c;
            }
        }
        return largest;
    }
}
