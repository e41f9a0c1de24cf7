package org.tessera.engine.cluster.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Gaussian mixtures by expectation maximization ({@link EmRun}): each row belongs to the component of highest
 * posterior probability. Dempster, Laird and Rubin (1977), <a
 * href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">doi:10.1111/j.2517-6161.1977.tb01600.x</a>. EM is
 * initialized by k-means ({@link EmInitializer}) and restarted; the run of highest likelihood is kept and refined
 * ({@link Refinement}). The number of components can be chosen by the Bayesian information criterion, Schwarz (1978),
 * <a href="https://doi.org/10.1214/aos/1176344136">doi:10.1214/aos/1176344136</a>.
 *
 * <p>Densities are computed in logarithms; the regularization is added to the variances in every M step, as in
 * scikit-learn. O(restarts iterations n k d²) time for full and tied covariances, otherwise O(restarts iterations n k
 * d); O(n d) memory. Rows are sorted into a canonical order first: the same seed and rows give the same mixture bit
 * for bit, for any order of the rows and any number of threads.
 */
public final class GaussianMixture implements Clusterer {

    /** A search for a mixture of higher likelihood than EM has reached. */
    public interface Refinement {

        /**
         * Refines the best run of EM.
         *
         * @param best the run of highest likelihood
         * @param rows n x d rows in canonical order
         * @param options the options with the number of components and the covariance of the mixture
         * @param allowed the runs that may be returned
         * @param run seed, threads, progress, cancel
         * @return the same run or one of higher likelihood
         */
        EmRun refine(EmRun best, Matrix rows, GaussianMixtureOptions options, Predicate<EmRun> allowed, RunContext run);

        /**
         * The maximum number of EM iterations that the refinement takes.
         *
         * @param options the options with the number of components of the mixture
         * @param rows number of rows n, at least 1
         * @param columns number of features d, at least 1
         * @return iterations over all rows; 0 where nothing is refined
         */
        int maxIterations(GaussianMixtureOptions options, long rows, int columns);
    }

    /** No refinement. */
    public static final Refinement NONE = new Refinement() {
        @Override
        public EmRun refine(
                EmRun best, Matrix rows, GaussianMixtureOptions options, Predicate<EmRun> allowed, RunContext run) {
            return best;
        }

        @Override
        public int maxIterations(GaussianMixtureOptions options, long rows, int columns) {
            return 0;
        }
    };

    private final GaussianMixtureOptions options;
    private final Refinement refinement;

    /**
     * EM with restarts.
     *
     * @param options the options
     * @throws IllegalArgumentException if the number of components is to be chosen by Weka's cross-validation
     */
    public GaussianMixture(GaussianMixtureOptions options) {
        this(options, NONE);
    }

    /**
     * EM with restarts, the best run of which is refined.
     *
     * @param options the options
     * @param refinement searches for a mixture of higher likelihood
     * @throws IllegalArgumentException if the number of components is to be chosen by Weka's cross-validation
     */
    public GaussianMixture(GaussianMixtureOptions options, Refinement refinement) {
        this.options = Objects.requireNonNull(options, "options");
        this.refinement = Objects.requireNonNull(refinement, "refinement");
        if (options.choice() == Choice.WEKA_CROSS_VALIDATION) {
            throw new IllegalArgumentException("Tessera's mixtures have no cross-validation: choose the number of"
                    + " components by BIC, or set the implementation to Weka.");
        }
    }

    @Override
    public Implementation implementation() {
        return Implementation.TESSERA;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Components that no row belongs to are removed, with a warning.
     *
     * @throws SegmentationException if there is no row, no column, more components than rows are asked for, or a
     *     covariance matrix is not positive definite
     */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        Inputs.check("Gaussian mixture", x);
        if (options.choice() == Choice.FIXED) {
            Inputs.checkSegments("Components", options.components(), x.rows());
        }
        return new Instance(options, refinement, x, run).fit();
    }

    /**
     * Runs EM once from a given partition, without restarts or refinement; the components, choice and restarts of the
     * options are not used.
     *
     * @param x n x d finite features
     * @param labels n labels 0 to k - 1, each used at least once
     * @param run threads, progress, cancel
     * @return segments by decreasing size and the mixture
     * @throws IllegalArgumentException if the labels do not fit the rows or leave a gap
     * @throws SegmentationException if there is no row, no column, or a covariance matrix is not positive definite
     */
    public Clustering fitFrom(Matrix x, int[] labels, RunContext run) {
        Inputs.check("Gaussian mixture", x);
        Labels checked = Labels.of(labels);
        if (labels.length != x.rows() || checked.noise() > 0) {
            throw new IllegalArgumentException("An initial partition needs a segment for each of " + x.rows()
                    + " rows, but got " + labels.length + " labels, " + checked.noise() + " of them noise");
        }
        Instance instance = new Instance(options.withComponents(checked.segments()), refinement, x, run);
        return instance.result(EmRun.from(instance.x, instance.rows.arrange(labels), instance.options, run));
    }

    /**
     * The posterior probabilities of the components given each row, at the model's temperature.
     *
     * @param model a mixture of d features
     * @param x n x d finite features
     * @param run threads, cancel
     * @return n x k probabilities, each row sums to 1
     * @throws IllegalArgumentException if the numbers of features differ
     */
    public static Matrix memberships(MixtureModel model, Matrix x, RunContext run) {
        Matrix memberships = logDensities(model, x, run);
        int k = model.segments();
        double[] row = new double[k];
        for (int from = 0; from < memberships.values().length; from += k) {
            System.arraycopy(memberships.values(), from, row, 0, k);
            Posteriors.ofLogs(row);
            System.arraycopy(row, 0, memberships.values(), from, k);
        }
        return memberships;
    }

    /**
     * The logarithms of the weighted densities of the components at each row, divided by the model's temperature: their
     * differences are those of the logarithms of the {@link #memberships}, also of those too small to be numbers.
     *
     * @param model a mixture of d features
     * @param x n x d finite features
     * @param run threads, cancel
     * @return n x k logarithms, in nats
     * @throws IllegalArgumentException if the numbers of features differ
     */
    public static Matrix logDensities(MixtureModel model, Matrix x, RunContext run) {
        checkFeatures(model, x);
        double[] logs = new double[x.rows() * model.segments()];
        Posteriors.fillLogDensities(MixtureParameters.of(model), x, logs, run);
        for (int i = 0; model.temperature() != 1 && i < logs.length; i++) {
            logs[i] /= model.temperature();
        }
        return Matrix.wrap(x.rows(), model.segments(), logs);
    }

    /**
     * The mixture with the temperature that is learned from rows as {@link #fit} learns it.
     *
     * @param model a mixture of d features; its own temperature does not matter
     * @param x n x d finite features
     * @param options maximum iterations, tolerance and regularization
     * @param run threads, cancel
     * @return the same mixture with another temperature
     */
    public static MixtureModel tempered(MixtureModel model, Matrix x, GaussianMixtureOptions options, RunContext run) {
        return model.withTemperature(
                Temperature.of(model, CanonicalRows.of(x, run).matrix(), options, run));
    }

    private static void checkFeatures(MixtureModel model, Matrix x) {
        if (x.columns() != model.features()) {
            throw new IllegalArgumentException(
                    "The mixture has " + model.features() + " features, but the rows have " + x.columns());
        }
    }

    /**
     * The segments of a mixture that was fitted elsewhere, its likelihood and criteria computed anew; components that
     * no row belongs to are removed, with a warning.
     *
     * @param model a mixture of d features; its likelihood and criteria are not used
     * @param x n x d finite features it was fitted to
     * @param iterations iterations it took
     * @param converged whether it converged, rather than stopped at a limit
     * @param run threads, cancel
     * @return segments by decreasing size and the mixture
     * @throws SegmentationException if there is no row, no column, or a covariance matrix is not positive definite
     */
    public static Clustering clustering(
            MixtureModel model, Matrix x, int iterations, boolean converged, RunContext run) {
        Inputs.check("Gaussian mixture", x);
        return new Instance(GaussianMixtureOptions.defaults(), NONE, x, run)
                .result(new EmRun(MixtureParameters.of(model), model.logLikelihood(), iterations, converged));
    }

    /** One run on canonical rows. */
    private static final class Instance {

        private final GaussianMixtureOptions options;
        private final Refinement refinement;
        private final CanonicalRows rows;
        private final Matrix x;
        private final RunContext run;
        private final List<String> warnings = new ArrayList<>();
        private String reason = "";

        Instance(GaussianMixtureOptions options, Refinement refinement, Matrix x, RunContext run) {
            this.options = options;
            this.refinement = refinement;
            this.run = run;
            rows = CanonicalRows.of(x, run);
            this.x = rows.matrix();
        }

        Clustering fit() {
            int k = Math.min(options.components(), rows.distinct());
            MixtureFit mixtures = new MixtureFit(options, refinement, rows, run);
            reason = mixtures.reason();
            if (options.choice() == Choice.BIC) {
                EmRun chosen = mixtures.lowestBic(k);
                if (chosen.parameters().components() == options.components() && k > 1) {
                    warnings.add(largestNumber(k));
                }
                return result(chosen);
            }
            Clustering clustering = result(mixtures.fit(k, run));
            return k < options.components() ? fewerDistinct(clustering, k) : clustering;
        }

        private Clustering fewerDistinct(Clustering clustering, int distinct) {
            List<String> all = new ArrayList<>();
            all.add(Inputs.fewerDistinct(
                    "Components",
                    options.components(),
                    distinct,
                    clustering.model().segments()));
            all.addAll(clustering.warnings());
            return new Clustering(
                    clustering.model(),
                    clustering.labels(),
                    clustering.iterations(),
                    clustering.converged(),
                    all,
                    reason);
        }

        /** Assigns rows to their most probable components, and removes components without a row. */
        private Clustering result(EmRun em) {
            int n = x.rows();
            MixtureParameters parameters = em.parameters();
            int k = parameters.components();
            double[] posteriors = new double[n * k];
            double likelihood = Posteriors.fill(parameters, x, posteriors, run);
            SegmentOrder order = rows.number(Posteriors.mostProbable(posteriors, k), k);
            int used = order.newToOld().length;
            parameters = parameters.select(order.newToOld());
            if (used < k) {
                warnings.add(removed(k, used));
                likelihood = Posteriors.logLikelihood(parameters, x, run);
            }
            if (!em.converged()) {
                warnings.add("The mixture stopped at its limit of " + Numbers.count(em.iterations(), "iteration")
                        + " while the likelihood still grew: raise the maximum iterations.");
            }
            MixtureModel model = parameters.model(likelihood, n);
            return new Clustering(
                    model.withTemperature(Temperature.of(model, x, options, run)),
                    rows.restore(order.labels()),
                    em.iterations(),
                    em.converged(),
                    warnings,
                    reason);
        }

        private static String largestNumber(int k) {
            return "The lowest BIC is that of " + Numbers.count(k, "component") + ", the largest number tried: raise"
                    + " 'Components', or set 'Model selection' to As given; where many customers share a value, BIC may"
                    + " fall with every further component.";
        }

        private static String removed(int k, int used) {
            boolean one = k - used == 1;
            return (k - used) + " of " + k + " components " + (one ? "is" : "are")
                    + " the most probable one of no row and " + (one ? "was" : "were") + " removed: ask for "
                    + Numbers.count(used, "component") + ".";
        }
    }
}
