package org.tessera.weka;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
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
 * Weka's SimpleKMeans, run once per restart with normalization off; the run with the lowest inertia, computed anew, is
 * kept. O(restarts iterations n k d) time on one thread: about 0.15 s per restart for 10,000 rows, 13 features and 5
 * segments.
 *
 * <p>Random, farthest-first and canopy starts are Weka's own, with a seed per restart. A k-means++ start is Tessera's,
 * because Weka draws rows with probability proportional to the distance, not its square, and only once: so Weka and
 * Tessera end at the same segments from the same start. Rows are brought into an order of their values first, so the
 * result does not depend on their order.
 */
public final class WekaKMeans implements Clusterer {

    private static final String NAME = "SimpleKMeans";

    private final KMeansOptions options;

    /** @param options the options */
    public WekaKMeans(KMeansOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    @Override
    public Implementation implementation() {
        return Implementation.WEKA;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Fewer segments than asked for, because there are fewer different rows or because Weka gave up empty ones, are a
     * warning.
     *
     * @throws SegmentationException if there is no row, no column, k is above the number of rows, or Weka fails
     */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        Inputs.check("K-means", x);
        Inputs.checkSegments("k", options.k(), x.rows());
        WekaEnvironment.prepare(run);
        return new Instance(options, CanonicalRows.of(x, run), run).fit();
    }

    /** Where a restart ends, on canonical rows. */
    private record End(int[] labels, Matrix centroids, double inertia, int iterations) {}

    private static final class Instance {

        private final KMeansOptions options;
        private final CanonicalRows rows;
        private final Matrix x;
        private final RunContext run;
        private final int k;

        Instance(KMeansOptions options, CanonicalRows rows, RunContext run) {
            this.options = options;
            this.rows = rows;
            this.run = run;
            x = rows.matrix();
            k = Math.min(options.k(), rows.distinct());
        }

        Clustering fit() {
            Instances instances = WatchedRows.of(x, new Watch(run));
            End best = null;
            for (int restart = 0; restart < options.restarts(); restart++) {
                End end = start(instances, restart);
                if (best == null || end.inertia() < best.inertia()) {
                    best = end;
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

        private End start(Instances instances, int restart) {
            boolean own = options.initialization() == KMeansOptions.Initialization.K_MEANS_PLUS_PLUS;
            Matrix first = own ? MultiStartSearch.firstCentroids(x, options.withK(k), restart, run) : null;
            int seed = run.random(restart).nextInt(Integer.MAX_VALUE);
            return WekaRun.call(run, NAME, () -> {
                StartedKMeans weka = new StartedKMeans(first);
                configure(weka, seed);
                weka.buildClusterer(instances);
                int[] labels = weka.getAssignments();
                Matrix centroids = matrix(weka.getClusterCentroids());
                return new End(labels, centroids, inertia(labels, centroids), weka.iterations());
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
                warnings.add(
                        "k = " + options.k() + ", but Weka gave up " + Numbers.count(options.k() - segments, "segment")
                                + " that had lost all rows: " + Numbers.count(segments, "segment")
                                + " made. Choose k-means++ or set the"
                                + " implementation to Tessera.");
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

    /** SimpleKMeans whose k-means++ start is given. */
    private static final class StartedKMeans extends SimpleKMeans {

        private static final long serialVersionUID = 1L;

        private final transient Matrix first;

        StartedKMeans(Matrix first) {
            this.first = first;
        }

        @Override
        protected void kMeansPlusPlusInit(Instances data) {
            for (int c = 0; c < first.rows(); c++) {
                m_ClusterCentroids.add(new DenseInstance(1, first.row(c)));
            }
        }

        int iterations() {
            return m_Iterations;
        }
    }
}
