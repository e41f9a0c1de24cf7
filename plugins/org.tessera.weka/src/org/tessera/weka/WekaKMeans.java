package org.tessera.weka;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.cluster.kmeans.search.MultiStartSearch;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import weka.clusterers.SimpleKMeans;
import weka.core.DenseInstance;
import weka.core.EuclideanDistance;
import weka.core.Instances;
import weka.core.ManhattanDistance;
import weka.core.NormalizableDistance;
import weka.core.SelectedTag;

/**
 * K-means by Weka's SimpleKMeans, once per restart with a seed of its own and without normalization; the result of
 * lowest inertia, computed anew, is kept. O(restarts iterations n k d) time on one thread: about 0.15 s per restart for
 * 10,000 rows, 13 features and 5 segments.
 *
 * <p>Chosen by hand, Weka initializes as Weka does, with its own random, k-means++, canopy or farthest-first
 * initialization. Its k-means++ draws rows with probability proportional to the distance, not to its square, and only
 * once per centroid, so it ends at worse optima than Tessera's. Chosen automatically, k-means++ starts once, where Tessera's
 * initialization and search end ({@link MultiStartSearch#firstCentroids}), so that the segments do not depend on which
 * implementation runs.
 *
 * <p>Rows are brought into canonical order first, so the result does not depend on the order of the table.
 */
final class WekaKMeans implements Clusterer {

    private static final String NAME = "SimpleKMeans";

    private final KMeansOptions options;
    private final boolean byHand;

    /**
     * K-means by Weka.
     *
     * @param options the options
     * @param byHand whether the user chose Weka, so that Weka initializes k-means++, too
     */
    WekaKMeans(KMeansOptions options, boolean byHand) {
        this.options = Objects.requireNonNull(options, "options");
        this.byHand = byHand;
    }

    @Override
    public Implementation implementation() {
        return Implementation.WEKA;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Fewer segments than asked for are a warning: there may be fewer different rows, and Weka removes clusters that
     * lose all rows.
     *
     * @throws SegmentationException if there is no row, no column, k is above the number of rows, or Weka fails
     */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        Inputs.check("K-means", x);
        Inputs.checkSegments("k", options.k(), x.rows());
        WekaEnvironment.prepare(run);
        return new Instance(options, byHand, CanonicalRows.of(x, run), run).fit();
    }

    /** The end of a restart, on canonical rows. */
    private record Result(int[] labels, Matrix centroids, double inertia, int iterations) {}

    private static final class Instance {

        private final KMeansOptions options;
        private final boolean byHand;
        private final CanonicalRows rows;
        private final Matrix x;
        private final RunContext run;
        private final int k;

        Instance(KMeansOptions options, boolean byHand, CanonicalRows rows, RunContext run) {
            this.options = options;
            this.byHand = byHand;
            this.rows = rows;
            this.run = run;
            x = rows.matrix();
            k = Math.min(options.k(), rows.distinct());
        }

        Clustering fit() {
            Instances instances = WatchedRows.of(x, new Watch(run));
            Result best = null;
            for (int restart = isGiven() ? options.restarts() - 1 : 0; restart < options.restarts(); restart++) {
                Result result = run(instances, restart);
                if (best == null || result.inertia() < best.inertia()) {
                    best = result;
                }
                run.progress(
                        (restart + 1.0) / options.restarts(),
                        "Weka's " + NAME + ", start " + (restart + 1) + " of " + options.restarts());
            }
            SegmentOrder order = rows.number(best.labels(), best.centroids().rows());
            Matrix centroids = best.centroids().select(order.newToOld());
            boolean converged = best.iterations() < options.maxIterations();
            return new Clustering(
                    new CentroidModel(centroids, options.distance(), best.inertia()),
                    rows.restore(order.labels()),
                    best.iterations(),
                    converged,
                    warnings(centroids.rows(), converged));
        }

        /** Whether Weka starts where Tessera's search ends, and only there. */
        private boolean isGiven() {
            return !byHand && options.initialization() == Initialization.K_MEANS_PLUS_PLUS;
        }

        private Result run(Instances instances, int restart) {
            Matrix first = isGiven() ? MultiStartSearch.firstCentroids(x, options.withK(k), run) : null;
            int seed = run.random(restart).nextInt(Integer.MAX_VALUE);
            return WekaRun.call(run, NAME, () -> {
                InitializedKMeans weka = new InitializedKMeans(first);
                configure(weka, seed);
                weka.buildClusterer(instances);
                int[] labels = weka.getAssignments();
                Matrix centroids = matrix(weka.getClusterCentroids());
                return new Result(labels, centroids, inertia(labels, centroids), weka.iterations());
            });
        }

        private void configure(SimpleKMeans weka, int seed) throws Exception {
            NormalizableDistance distance =
                    options.distance() == Distance.EUCLIDEAN ? new EuclideanDistance() : new ManhattanDistance();
            distance.setDontNormalize(true);
            weka.setDistanceFunction(distance);
            weka.setNumClusters(k);
            weka.setMaxIterations(options.maxIterations());
            weka.setSeed(seed);
            weka.setPreserveInstancesOrder(true);
            weka.setNumExecutionSlots(1);
            weka.setDisplayStdDevs(false);
            weka.setFastDistanceCalc(false);
            weka.setReduceNumberOfDistanceCalcsViaCanopies(false);
            weka.setInitializationMethod(new SelectedTag(
                    switch (options.initialization()) {
                        case RANDOM -> SimpleKMeans.RANDOM;
                        case K_MEANS_PLUS_PLUS -> SimpleKMeans.KMEANS_PLUS_PLUS;
                        case CANOPY -> SimpleKMeans.CANOPY;
                        case FARTHEST_FIRST -> SimpleKMeans.FARTHEST_FIRST;
                    },
                    SimpleKMeans.TAGS_SELECTION));
        }

        private double inertia(int[] labels, Matrix centroids) {
            int d = x.columns();
            double inertia = 0;
            for (int i = 0; i < labels.length; i++) {
                double distance = options.distance().between(x.values(), i * d, centroids.values(), labels[i] * d, d);
                inertia += options.distance() == Distance.EUCLIDEAN ? distance * distance : distance;
            }
            return inertia;
        }

        private List<String> warnings(int segments, boolean converged) {
            List<String> warnings = new ArrayList<>();
            if (rows.distinct() < options.k()) {
                warnings.add(Inputs.fewerDistinct("k", options.k(), rows.distinct(), segments));
            } else if (segments < options.k()) {
                String remedy = options.initialization() == Initialization.K_MEANS_PLUS_PLUS
                        ? " made. Set the implementation to Tessera."
                        : " made. Choose k-means++ or set the implementation to Tessera.";
                warnings.add("k = " + options.k() + ", but Weka gave up "
                        + Numbers.count(options.k() - segments, "segment") + " that had lost all rows: "
                        + Numbers.count(segments, "segment") + remedy);
            }
            if (!converged) {
                warnings.add("Weka's " + NAME + " stopped at its limit of "
                        + Numbers.count(options.maxIterations(), "iteration") + ": raise the maximum iterations.");
            }
            return warnings;
        }
    }

    private static Matrix matrix(Instances instances) {
        int d = instances.numAttributes();
        double[] values = new double[instances.numInstances() * d];
        for (int i = 0; i < instances.numInstances(); i++) {
            System.arraycopy(instances.instance(i).toDoubleArray(), 0, values, i * d, d);
        }
        return Matrix.wrap(instances.numInstances(), d, values);
    }

    /** SimpleKMeans that may be given its initial centroids for k-means++, and tells its number of iterations. */
    private static final class InitializedKMeans extends SimpleKMeans {

        private static final long serialVersionUID = 1L;

        /** Null for Weka's own initialization. */
        private final transient Matrix first;

        InitializedKMeans(Matrix first) {
            this.first = first;
        }

        @Override
        protected void kMeansPlusPlusInit(Instances data) throws Exception {
            if (first == null) {
                super.kMeansPlusPlusInit(data);
                return;
            }
            for (int c = 0; c < first.rows(); c++) {
                m_ClusterCentroids.add(new DenseInstance(1, first.row(c)));
            }
        }

        int iterations() {
            return m_Iterations;
        }
    }
}
