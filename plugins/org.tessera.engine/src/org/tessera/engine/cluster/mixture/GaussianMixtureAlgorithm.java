package org.tessera.engine.cluster.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.WekaTwin;
import org.tessera.engine.cluster.kmeans.KMeansAlgorithm;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.Estimate;

/** Gaussian mixtures, see {@link GaussianMixture}. */
public final class GaussianMixtureAlgorithm
        implements Algorithm<GaussianMixtureOptions>, WekaTwin<GaussianMixtureOptions> {

    /** Usual number of EM steps of a start. */
    private static final int ITERATIONS = 50;
    /** Iterations of k-means, and EM steps, by which the starts are compared. */
    private static final int ITERATIONS_PER_START = 20;

    private static final double STEPS_PER_START = 2.5;

    /** Nanoseconds of a row and a component in an EM step, and beside that per feature and per pair of features. */
    private static final double ROW = 8;

    private static final double FEATURE = 1.4;
    private static final double PRODUCT = 0.33;
    private static final double WEKA = 40;

    private static final int WEKA_FOLDS = 10;

    private static final String FEWER_RESTARTS = "lower 'Restarts'";

    private final GaussianMixture.Refinement refinement;

    /** @param refinement looks for a mixture of higher likelihood than the best start */
    public GaussianMixtureAlgorithm(GaussianMixture.Refinement refinement) {
        this.refinement = Objects.requireNonNull(refinement, "refinement");
    }

    @Override
    public String id() {
        return "gaussian-mixture";
    }

    @Override
    public String title() {
        return "Gaussian Mixture";
    }

    @Override
    public GaussianMixtureOptions defaults() {
        return GaussianMixtureOptions.defaults();
    }

    @Override
    public Clusterer clusterer(GaussianMixtureOptions options) {
        return new GaussianMixture(options, refinement);
    }

    @Override
    public Estimate estimate(GaussianMixtureOptions options, DataSize size) {
        boolean full = isFull(options);
        double seconds = 0;
        for (int k = fewest(options); k <= options.components(); k++) {
            seconds += seconds(options, k, size);
        }
        double k = options.components();
        double d = size.columns();
        double matrices = full ? 16 * k * d * d + Math.min(256 << 20, 8 * 64 * k * d * d) : 0;
        List<String> cheaper = new ArrayList<>();
        if (full) {
            cheaper.add("choose diagonal covariances");
        }
        if (options.choice() != Choice.FIXED) {
            cheaper.add("give the number of components");
        }
        cheaper.add(FEWER_RESTARTS);
        cheaper.add(DataSize.SAMPLE_ROWS);
        return size.estimate(
                "Gaussian mixture of", size.canonicalRowsBytes() + 16 * size.rows() * k + matrices, seconds, cheaper);
    }

    /** Time of k components: the starts on a sample, EM on all rows, and the refinement. */
    private double seconds(GaussianMixtureOptions options, int k, DataSize size) {
        long n = size.rows();
        int d = size.columns();
        double products = isFull(options) ? PRODUCT * d * d : 0;
        double starts = EmInitializer.rows(n) * options.restarts();
        double refined = n > 0 && d > 0 ? n * (double) refinement.steps(options, k, n, d) : 0;
        double rows = STEPS_PER_START * starts + n * options.restarts() * iterations(options) + refined;
        double factorizations = isFull(options) ? k * rows / Math.max(1, n) * d * d * d : 0;
        return size.seconds(ROW + FEATURE * d + products, k * rows)
                + size.seconds(KMeansAlgorithm.assignmentNanoseconds(k, d), starts * ITERATIONS_PER_START)
                + size.seconds(PRODUCT, factorizations);
    }

    private static boolean isFull(GaussianMixtureOptions options) {
        return options.covariance() == Covariance.FULL || options.covariance() == Covariance.TIED;
    }

    private static int fewest(GaussianMixtureOptions options) {
        return options.choice() == Choice.FIXED ? options.components() : 1;
    }

    private static double iterations(GaussianMixtureOptions options) {
        return Math.min(options.maxIterations(), ITERATIONS);
    }

    @Override
    public Optional<WekaTwin<GaussianMixtureOptions>> weka() {
        return Optional.of(this);
    }

    @Override
    public String className() {
        return "EM";
    }

    @Override
    public ImplementationChoice automatic(GaussianMixtureOptions options, DataSize size) {
        if (options.choice() == Choice.WEKA_CROSS_VALIDATION && options.covariance() == Covariance.DIAGONAL) {
            return ImplementationChoice.weka("Only Weka chooses the number of components by cross-validation.");
        }
        return ImplementationChoice.tessera(
                "Weka's EM knows diagonal covariances only, and stops far from the optimum on 0/1 features.");
    }

    @Override
    public Demand demand(GaussianMixtureOptions options, DataSize size) {
        double folds = options.choice() == Choice.WEKA_CROSS_VALIDATION ? WEKA_FOLDS : 1;
        double steps = 0;
        for (int k = fewest(options); k <= options.components(); k++) {
            steps += k * options.restarts() * iterations(options);
        }
        return new Demand(
                3 * WekaTwin.instancesBytes(size) + 16.0 * size.rows() * options.components(),
                size.secondsOnOneThread(WEKA, folds * steps * size.rows() * size.columns()));
    }

    @Override
    public List<String> cheaper() {
        return List.of(FEWER_RESTARTS);
    }
}
