package org.tessera.weka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.CovarianceChoice;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import weka.clusterers.EM;
import weka.core.Instances;

/**
 * Mixtures of Gaussians with diagonal covariances by Weka's EM, which initializes itself by ten runs of Weka's k-means.
 * Once per restart with a seed of its own; the result of highest likelihood, computed anew, is kept. O(restarts
 * iterations n k d) time on one thread; cross-validation takes ten times as much for every number of components that it
 * tries.
 *
 * <p>When Weka initializes, it replaces a standard deviation below its minimum (the square root of the regularization)
 * by that of the whole column, and it stops as soon as the likelihood falls: on columns of 0 and 1 it ends far from the
 * optimum. Rows are brought into canonical order first, so the result does not depend on the order of the table.
 */
final class WekaGaussianMixture implements Clusterer {

    private static final String NAME = "EM";
    private static final int K_MEANS_RUNS = 10;
    private static final int FOLDS = 10;
    private static final double MIN_CV_IMPROVEMENT = 1e-6;

    private final GaussianMixtureOptions options;

    /**
     * Gaussian mixtures by Weka.
     *
     * @param options the options
     * @throws IllegalArgumentException if the covariance is neither diagonal nor automatic
     */
    WekaGaussianMixture(GaussianMixtureOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        if (options.covariance() != CovarianceChoice.DIAGONAL && options.covariance() != CovarianceChoice.AUTOMATIC) {
            throw new IllegalArgumentException("Weka's EM has diagonal covariances only, but the covariance is "
                    + options.covariance() + ": choose diagonal, or set the implementation to Tessera.");
        }
    }

    @Override
    public Implementation implementation() {
        return Implementation.WEKA;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Components that no row belongs to are removed, with a warning.
     *
     * @throws SegmentationException if there is no row, no column, more components than rows are asked for, or Weka
     *     fails
     */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        Inputs.check("Gaussian mixture", x);
        if (options.choice() == Choice.FIXED) {
            Inputs.checkSegments("Components", options.components(), x.rows());
        }
        WekaEnvironment.prepare(run);
        return new Instance(options, x, CanonicalRows.of(x, run), run).fit();
    }

    private static final class Instance {

        private final GaussianMixtureOptions options;
        private final Matrix table;
        private final CanonicalRows rows;
        private final RunContext run;
        private final int maxComponents;

        Instance(GaussianMixtureOptions options, Matrix table, CanonicalRows rows, RunContext run) {
            this.options = options;
            this.table = table;
            this.rows = rows;
            this.run = run;
            maxComponents = Math.min(options.components(), rows.distinct());
        }

        Clustering fit() {
            if (table.rows() == 1) {
                return ofOneRow();
            }
            Clustering chosen = null;
            if (options.choice() == Choice.BIC) {
                for (int k = 1; k <= maxComponents; k++) {
                    Clustering candidate =
                            bestRestart(k, run.part((k - 1.0) / maxComponents, (double) k / maxComponents));
                    if (chosen == null
                            || mixture(candidate).bic() < mixture(chosen).bic()) {
                        chosen = candidate;
                    }
                }
            } else {
                chosen = bestRestart(options.choice() == Choice.FIXED ? maxComponents : -1, run);
            }
            List<String> warnings = new ArrayList<>(chosen.warnings());
            if (options.choice() == Choice.FIXED && maxComponents < options.components()) {
                warnings.add(Inputs.fewerDistinct(
                        "Components",
                        options.components(),
                        maxComponents,
                        chosen.model().segments()));
            }
            return new Clustering(chosen.model(), chosen.labels(), chosen.iterations(), chosen.converged(), warnings);
        }

        /** Weka's EM fails on a single row, whose mean is the row and whose variances are the regularization. */
        private Clustering ofOneRow() {
            double[][] variances = new double[1][table.columns()];
            Arrays.fill(variances[0], options.regularization());
            MixtureModel model = new MixtureModel(Covariance.DIAGONAL, new double[] {1}, table, variances, 0, 0, 0);
            return GaussianMixture.clustering(model, table, 0, true, run);
        }

        private static MixtureModel mixture(Clustering clustering) {
            return (MixtureModel) clustering.model();
        }

        /** The best restart with k components, -1 for cross-validation. */
        private Clustering bestRestart(int k, RunContext part) {
            Instances instances = WatchedRows.of(rows.matrix(), new Watch(run));
            Clustering best = null;
            for (int restart = 0; restart < options.restarts(); restart++) {
                int seed = run.random(restart).nextInt(Integer.MAX_VALUE);
                Clustering candidate = fit(instances, k, seed);
                if (best == null
                        || mixture(candidate).logLikelihood() > mixture(best).logLikelihood()) {
                    best = candidate;
                }
                part.progress(
                        (restart + 1.0) / options.restarts(),
                        "Weka's " + NAME + ", start " + (restart + 1) + " of " + options.restarts());
            }
            return best;
        }

        private Clustering fit(Instances instances, int k, int seed) {
            CountingEm weka = WekaRun.call(run, NAME, () -> {
                CountingEm em = new CountingEm();
                em.setNumClusters(k);
                em.setMaximumNumberOfClusters(k > 0 ? k : maxComponents);
                em.setSeed(seed);
                em.setMaxIterations(options.maxIterations());
                em.setMinLogLikelihoodImprovementIterating(options.tolerance());
                em.setMinLogLikelihoodImprovementCV(MIN_CV_IMPROVEMENT);
                em.setMinStdDev(Math.sqrt(options.regularization()));
                em.setNumKMeansRuns(K_MEANS_RUNS);
                em.setNumFolds(FOLDS);
                em.setNumExecutionSlots(1);
                em.setDebug(false);
                QuietErrors.during(() -> {
                    em.buildClusterer(instances);
                    return em;
                });
                return em;
            });
            int iterations = weka.iterations();
            return GaussianMixture.clustering(
                    model(weka), table, iterations, iterations < options.maxIterations(), run);
        }

        private MixtureModel model(EM weka) {
            double[][][] normals = weka.getClusterModelsNumericAtts();
            int k = normals.length;
            int d = table.columns();
            double[] means = new double[k * d];
            double[][] variances = new double[k][d];
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d; j++) {
                    means[c * d + j] = normals[c][j][0];
                    variances[c][j] = normals[c][j][1] * normals[c][j][1];
                }
            }
            return new MixtureModel(
                    Covariance.DIAGONAL, weka.getClusterPriors().clone(), Matrix.wrap(k, d, means), variances, 0, 0, 0);
        }
    }

    /** EM whose number of iterations can be read. */
    private static final class CountingEm extends EM {

        private static final long serialVersionUID = 1L;

        int iterations() {
            return m_iterationsPerformed;
        }
    }
}
