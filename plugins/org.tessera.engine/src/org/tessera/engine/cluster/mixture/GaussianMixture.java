package org.tessera.engine.cluster.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * Gaussian mixtures by expectation maximization. Dempster, Laird and Rubin (1977), <a
 * href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">doi:10.1111/j.2517-6161.1977.tb01600.x</a>. Every start
 * begins at segments of k-means ({@link EmInitializer}); the start with the highest likelihood is kept. The number of components can be
 * chosen by the Bayesian information criterion, Schwarz (1978), <a
 * href="https://doi.org/10.1214/aos/1176344136">doi:10.1214/aos/1176344136</a>.
 *
 * <p>Densities are computed in logarithms; the regularization is added to the variances in every step, as in
 * scikit-learn. O(restarts iterations n k d²) time for full and tied covariances, else O(.. n k d); O(n d) memory. Rows
 * are brought into an order of their values first: same seed and rows, same mixture bit for bit, for any order of the
 * rows and any number of threads.
 */
public final class GaussianMixture implements Clusterer {

    /** CancellationCheck for a mixture of higher likelihood than EM has reached. */
    public interface Refinement {

        /**
         * Refines the best of the starts.
         *
         * @param best the EM run of highest likelihood
         * @param rows n x d rows in canonical order
         * @param options the options; the number of components is that of the mixture
         * @param run seed, threads, progress, cancel
         * @return the same or a mixture of higher likelihood
         */
        EmRun refine(EmRun best, Matrix rows, GaussianMixtureOptions options, RunContext run);

        /**
         * The most EM steps that the refinement takes.
         *
         * @param options the options
         * @param k number of components
         * @param rows number of rows n, at least 1
         * @param columns number of features d, at least 1
         * @return steps over all rows; 0 where nothing is refined
         */
        int steps(GaussianMixtureOptions options, int k, long rows, int columns);
    }

    /** Keeps the best start as it is. */
    public static final Refinement NONE = new Refinement() {
        @Override
        public EmRun refine(EmRun best, Matrix rows, GaussianMixtureOptions options, RunContext run) {
            return best;
        }

        @Override
        public int steps(GaussianMixtureOptions options, int k, long rows, int columns) {
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
     * EM with restarts, the best of which is refined.
     *
     * @param options the options
     * @param refinement looks for a mixture of higher likelihood
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
     * Runs EM once from given segments; components, choice and restarts of the options are not used.
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
            throw new IllegalArgumentException("A start needs a segment for each of " + x.rows() + " rows, but got "
                    + labels.length + " labels, " + checked.noise() + " of them noise");
        }
        Instance instance = new Instance(options.withComponents(checked.segments()), refinement, x, run);
        return instance.result(
                EmRun.from(instance.x, instance.rows.arrange(labels), checked.segments(), instance.options, run));
    }

    /**
     * The posterior probabilities of rows.
     *
     * @param model a mixture of d features
     * @param x n x d finite features
     * @param run threads, cancel
     * @return n x k probabilities, each row sums to 1
     * @throws IllegalArgumentException if the numbers of features differ
     */
    public static Matrix memberships(MixtureModel model, Matrix x, RunContext run) {
        if (x.columns() != model.features()) {
            throw new IllegalArgumentException(
                    "The mixture has " + model.features() + " features, but the rows have " + x.columns());
        }
        double[] memberships = new double[x.rows() * model.segments()];
        Posteriors.fill(MixtureParameters.of(model), x, memberships, run);
        return Matrix.wrap(x.rows(), model.segments(), memberships);
    }

    /**
     * Segments of a mixture that was fitted elsewhere, its likelihood and criteria computed anew; components that no row
     * belongs to are removed, with a warning.
     *
     * @param model a mixture of d features; its likelihood and criteria are not used
     * @param x n x d finite features it was fitted to
     * @param iterations iterations it took
     * @param converged whether it stopped by itself
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

        Instance(GaussianMixtureOptions options, Refinement refinement, Matrix x, RunContext run) {
            this.options = options;
            this.refinement = refinement;
            this.run = run;
            rows = CanonicalRows.of(x, run);
            this.x = rows.matrix();
        }

        Clustering fit() {
            int most = Math.min(options.components(), rows.distinct());
            if (options.choice() == Choice.FIXED) {
                Clustering all = result(best(most, run));
                if (most < options.components()) {
                    List<String> both = new ArrayList<>(all.warnings());
                    both.add(
                            0,
                            Inputs.fewerDistinct(
                                    "Components",
                                    options.components(),
                                    most,
                                    all.model().segments()));
                    return new Clustering(all.model(), all.labels(), all.iterations(), all.converged(), both);
                }
                return all;
            }
            EmRun chosen = null;
            double lowest = Double.POSITIVE_INFINITY;
            for (int k = 1; k <= most; k++) {
                EmRun end = best(k, run.part((k - 1.0) / most, (double) k / most));
                double bic = end.state().model(end.logLikelihood(), x.rows()).bic();
                if (chosen == null || bic < lowest) {
                    chosen = end;
                    lowest = bic;
                }
            }
            return result(chosen);
        }

        private EmRun best(int k, RunContext part) {
            EmInitializer start = new EmInitializer(options, x, k, run);
            EmRun best = null;
            SegmentationException failure = null;
            for (int restart = 0; restart < options.restarts(); restart++) {
                RunContext own = part.part((double) restart / options.restarts(), (restart + 1.0) / options.restarts());
                try {
                    EmRun end = EmRun.from(x, start.labels(restart), k, options, own);
                    if (best == null || end.logLikelihood() > best.logLikelihood()) {
                        best = end;
                    }
                } catch (SegmentationException e) {
                    failure = e;
                }
            }
            if (best == null && failure != null) {
                throw failure;
            }
            return refinement.refine(best, x, options, run);
        }

        private Clustering result(EmRun end) {
            int n = x.rows();
            MixtureParameters state = end.state();
            int k = state.components();
            double[] memberships = new double[n * k];
            double likelihood = Posteriors.fill(state, x, memberships, run);
            SegmentOrder order = rows.number(Posteriors.winners(memberships, k, -1), k);
            int used = order.newToOld().length;
            state = state.select(order.newToOld());
            if (used < k) {
                warnings.add((k - used) + " of " + k + " components " + (k - used == 1 ? "is" : "are")
                        + " the most probable one of no row and " + (k - used == 1 ? "was" : "were")
                        + " removed: ask for " + Numbers.count(used, "component")
                        + ".");
                likelihood = Posteriors.fill(state, x, new double[n * used], run);
            }
            if (!end.converged()) {
                warnings.add("The mixture stopped at its limit of " + Numbers.count(end.iterations(), "iteration")
                        + " while the likelihood still grew: raise the maximum iterations.");
            }
            return new Clustering(
                    state.model(likelihood, n),
                    rows.restore(order.labels()),
                    end.iterations(),
                    end.converged(),
                    warnings);
        }
    }
}
