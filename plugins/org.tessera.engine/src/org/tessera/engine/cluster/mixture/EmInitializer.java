package org.tessera.engine.cluster.mixture;

import org.tessera.engine.cluster.kmeans.HamerlyLloyd;
import org.tessera.engine.cluster.kmeans.KMeansInitializer;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.cluster.kmeans.LloydResult;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.ColumnBlocks;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.run.RunContext;

/**
 * Initialization of EM: of the partitions of several k-means runs, with different initializations, the one whose
 * mixture has the highest log-likelihood after one iteration of EM. Biernacki, Celeux and Govaert (2003), Choosing
 * starting values for the EM algorithm, <a
 * href="https://doi.org/10.1016/S0167-9473(02)00163-9">doi:10.1016/S0167-9473(02)00163-9</a>. Candidates are compared
 * on a systematic sample of at most {@value #MAX_SAMPLE_ROWS} rows.
 */
final class EmInitializer {

    private static final int MAX_SAMPLE_ROWS = 20_000;
    private static final int MAX_ITERATIONS = 300;
    /** Runs of k-means per restart of EM. */
    private static final int CANDIDATES = 12;
    /** The initializations of the candidates, in turn. */
    private static final Initialization[] INITIALIZATIONS = {
        Initialization.K_MEANS_PLUS_PLUS,
        Initialization.K_MEANS_PLUS_PLUS,
        Initialization.FARTHEST_FIRST,
        Initialization.RANDOM
    };

    private final GaussianMixtureOptions options;
    private final Matrix x;
    private final Matrix sample;
    private final ColumnBlocks blocks;
    private final Covariance form;
    private final RunContext run;
    private LloydResult lowestInertia;

    /**
     * Draws the sample.
     *
     * @param options the options with the number of components k
     * @param x rows in canonical order, at least k of them different
     */
    EmInitializer(GaussianMixtureOptions options, Matrix x, RunContext run) {
        this.options = options;
        this.x = x;
        form = options.form(x.rows(), x.columns());
        this.run = run.withProgress((fraction, message) -> {});
        sample = SystematicSample.of(x, MAX_SAMPLE_ROWS, options.components());
        blocks = new ColumnBlocks(sample, Distance.EUCLIDEAN, run);
    }

    /** The rows of a restart's candidates together, of n rows. */
    static double candidateRows(long n) {
        return (double) CANDIDATES * Math.min(n, MAX_SAMPLE_ROWS);
    }

    /** The partition that a restart begins with: a label per row of x. */
    int[] labels(int restart) {
        LloydResult best = null;
        double maxLikelihood = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CANDIDATES; c++) {
            KMeansOptions kMeans = kMeans(INITIALIZATIONS[c % INITIALIZATIONS.length]);
            LloydResult candidate = runOnSample(kMeans, restart * CANDIDATES + c);
            double likelihood = logLikelihoodAfterOneIteration(candidate.labels());
            if (best == null || likelihood > maxLikelihood) {
                best = candidate;
                maxLikelihood = likelihood;
            }
        }
        return onAllRows(best);
    }

    /** The partition of lowest inertia of all candidates of all restarts: a label per row of x. */
    int[] labelsOfLowestInertia() {
        if (lowestInertia == null) {
            for (int c = 0; c < CANDIDATES * options.restarts(); c++) {
                runOnSample(kMeans(INITIALIZATIONS[c % INITIALIZATIONS.length]), c);
            }
        }
        return onAllRows(lowestInertia);
    }

    private int[] onAllRows(LloydResult found) {
        return sample == x
                ? found.labels()
                : HamerlyLloyd.run(x, found.centroids(), kMeans(INITIALIZATIONS[0]), run)
                        .labels();
    }

    private LloydResult runOnSample(KMeansOptions kMeans, int stream) {
        double[] first = KMeansInitializer.firstCentroids(blocks, kMeans, stream, run);
        LloydResult result = HamerlyLloyd.run(sample, first, kMeans, run);
        if (lowestInertia == null || result.inertia() < lowestInertia.inertia()) {
            lowestInertia = result;
        }
        return result;
    }

    private KMeansOptions kMeans(Initialization initialization) {
        return new KMeansOptions(options.components(), initialization, 1, MAX_ITERATIONS, Distance.EUCLIDEAN);
    }

    private double logLikelihoodAfterOneIteration(int[] labels) {
        double regularization = options.regularization();
        SufficientStatistics ofLabels = EStep.ofLabels(sample, labels, options.components(), form, run);
        MixtureParameters initial = MStep.of(ofLabels, regularization, run);
        MixtureParameters next = MStep.of(EStep.of(sample, initial, run), regularization, run);
        return Posteriors.logLikelihood(next, sample, run);
    }
}
