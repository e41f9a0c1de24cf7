package org.tessera.engine.cluster.mixture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.WekaTwin;
import org.tessera.engine.cluster.kmeans.KMeansAlgorithm;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.CovarianceChoice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Search;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.run.Estimate;

/** Gaussian mixtures, see {@link GaussianMixture}. */
public final class GaussianMixtureAlgorithm
        implements Algorithm<GaussianMixtureOptions>, WekaTwin<GaussianMixtureOptions> {

    /** Usual number of EM iterations of a run. */
    private static final int ITERATIONS = 50;
    /** Usual numbers of k-means and EM iterations of a candidate of the initialization. */
    private static final int K_MEANS_ITERATIONS_PER_CANDIDATE = 20;

    private static final double EM_ITERATIONS_PER_CANDIDATE = 2.5;

    /** Nanoseconds of an EM iteration per row and component, and in addition per feature and per pair of features. */
    private static final double ROW_NANOSECONDS = 8;

    private static final double FEATURE_NANOSECONDS = 1.4;
    private static final double PRODUCT_NANOSECONDS = 0.33;

    /** Nanoseconds of an iteration of Weka per row, component and feature. */
    private static final double WEKA_NANOSECONDS = 40;

    private static final int WEKA_FOLDS = 10;

    private final GaussianMixture.Refinement refinement;

    /** @param refinement searches for a mixture of higher likelihood than the best run of EM */
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
    public Optional<GaussianMixtureOptions> withSegments(GaussianMixtureOptions options, int segments) {
        return Optional.of(options.withComponents(segments).withChoice(Choice.FIXED));
    }

    @Override
    public String title(GaussianMixtureOptions options, ClusterModel model) {
        String form = ((MixtureModel) model).covariance().name().toLowerCase(Locale.ROOT);
        int k = options.choice() == Choice.FIXED ? options.components() : model.segments();
        return title() + " (" + form + "), k = " + k;
    }

    @Override
    public GaussianMixtureOptions among(GaussianMixtureOptions options, ClusterModel model, int rows, int others) {
        if (!(model instanceof MixtureModel mixture)) {
            throw new IllegalArgumentException("The model is not of " + title());
        }
        GaussianMixtureOptions found = options.withCovariance(mixture.covariance());
        return options.choice() == Choice.FIXED
                ? found
                : found.withComponents(Math.max(1, model.segments())).withChoice(Choice.FIXED);
    }

    @Override
    public Map<String, String> optionsByTitle(GaussianMixtureOptions options) {
        Map<String, String> titled = new LinkedHashMap<>();
        titled.put("Components", Integer.toString(options.components()));
        titled.put("Model selection", options.choice().name());
        titled.put("Covariance", options.covariance().name());
        titled.put("Search", options.search().name());
        titled.put("Restarts", Integer.toString(options.restarts()));
        titled.put("Maximum iterations", Integer.toString(options.maxIterations()));
        titled.put("Tolerance", Double.toString(options.tolerance()));
        titled.put("Regularization", Double.toString(options.regularization()));
        return titled;
    }

    @Override
    public Estimate estimate(GaussianMixtureOptions options, DataSize size) {
        boolean isMatrix = isMatrix(options, size);
        double seconds = 0;
        for (int k = minComponents(options); k <= options.components(); k++) {
            seconds += seconds(
                    options.withCovariance(options.form(size.rows(), size.columns()))
                            .withComponents(k),
                    size);
        }
        if (MixtureFit.isByBic(options, options.form(size.rows(), size.columns()), size.columns())) {
            seconds += covarianceSeconds(options, size);
        }
        double k = options.components();
        double d = size.columns();
        double matrices = isMatrix ? 16 * k * d * d + Math.min(256 << 20, 8 * 64 * k * d * d) : 0;
        List<String> cheaper = new ArrayList<>();
        if (isMatrix) {
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

    /** Time of a fixed number of components: initialization on a sample, EM on all rows, and refinement. */
    private double seconds(GaussianMixtureOptions options, DataSize size) {
        long n = size.rows();
        int d = size.columns();
        int k = options.components();
        boolean isMatrix = isMatrix(options, size);
        double products = isMatrix ? PRODUCT_NANOSECONDS * d * d : 0;
        double candidates = EmInitializer.candidateRows(n) * options.restarts();
        double refined = n > 0 && d > 0 && options.search() != Search.K_MEANS
                ? n * (double) refinement.maxIterations(options, n, d)
                : 0;
        double rows = EM_ITERATIONS_PER_CANDIDATE * candidates + n * options.restarts() * iterations(options) + refined;
        double factorizations = isMatrix ? k * rows / Math.max(1, n) * d * d * d : 0;
        return size.seconds(ROW_NANOSECONDS + FEATURE_NANOSECONDS * d + products, k * rows)
                + size.seconds(
                        KMeansAlgorithm.assignmentNanoseconds(k, d), candidates * K_MEANS_ITERATIONS_PER_CANDIDATE)
                + size.seconds(PRODUCT_NANOSECONDS, factorizations);
    }

    /** Time of {@link CovarianceBic}: k-means and EM with both forms for each number of components. */
    private static double covarianceSeconds(GaussianMixtureOptions options, DataSize size) {
        int d = size.columns();
        double rows = CovarianceBic.sampleRows(size.rows(), d);
        double nanoseconds = 0;
        for (int k = 1; k <= CovarianceBic.maxComponents(rows, d, Covariance.DIAGONAL); k++) {
            double ofRow = ROW_NANOSECONDS + FEATURE_NANOSECONDS * d;
            boolean isFull = k <= CovarianceBic.maxComponents(rows, d, Covariance.FULL);
            double em = ofRow + (isFull ? ofRow + PRODUCT_NANOSECONDS * d * d : 0);
            nanoseconds += em * k * iterations(options)
                    + KMeansAlgorithm.assignmentNanoseconds(k, d)
                            * EmInitializer.candidateRows(1)
                            * K_MEANS_ITERATIONS_PER_CANDIDATE;
        }
        return size.seconds(nanoseconds, rows);
    }

    private static boolean isMatrix(GaussianMixtureOptions options, DataSize size) {
        return MixtureParameters.isMatrix(options.form(size.rows(), size.columns()));
    }

    private static int minComponents(GaussianMixtureOptions options) {
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
        if (options.choice() == Choice.WEKA_CROSS_VALIDATION
                && (options.covariance() == CovarianceChoice.DIAGONAL
                        || options.covariance() == CovarianceChoice.AUTOMATIC)) {
            return ImplementationChoice.weka("Only Weka chooses the number of components by cross-validation.");
        }
        return ImplementationChoice.tessera(
                "Weka's EM knows diagonal covariances only, and stops far from the optimum on 0/1 features.");
    }

    @Override
    public Demand demand(GaussianMixtureOptions options, DataSize size) {
        double folds = options.choice() == Choice.WEKA_CROSS_VALIDATION ? WEKA_FOLDS : 1;
        double iterations = 0;
        for (int k = minComponents(options); k <= options.components(); k++) {
            iterations += k * options.restarts() * iterations(options);
        }
        return new Demand(
                3 * WekaTwin.instancesBytes(size) + 16.0 * size.rows() * options.components(),
                size.secondsOnOneThread(WEKA_NANOSECONDS, folds * iterations * size.rows() * size.columns()));
    }

    @Override
    public List<String> cheaper() {
        return List.of(FEWER_RESTARTS);
    }
}
