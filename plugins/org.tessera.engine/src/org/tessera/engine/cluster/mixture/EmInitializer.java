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
import org.tessera.engine.run.RunContext;

/**
 * Where EM begins: of several k-means runs from different kinds of starts the segments with the highest likelihood after
 * a step of EM. Biernacki, Celeux and Govaert (2003), Choosing starting values for the EM algorithm, <a
 * href="https://doi.org/10.1016/S0167-9473(02)00163-9">doi:10.1016/S0167-9473(02)00163-9</a>. More than
 * {@value #MAX_ROWS} rows are represented by every m-th canonical row while the candidates are compared.
 */
public final class EmInitializer {

    private static final int MAX_ROWS = 20_000;
    private static final int ITERATIONS = 300;
    private static final int CANDIDATES = 12;
    private static final Initialization[] KINDS = {
        Initialization.K_MEANS_PLUS_PLUS,
        Initialization.K_MEANS_PLUS_PLUS,
        Initialization.FARTHEST_FIRST,
        Initialization.RANDOM
    };

    private final GaussianMixtureOptions options;
    private final Matrix x;
    private final Matrix sample;
    private final ColumnBlocks blocks;
    private final int k;
    private final RunContext run;

    /** @param x rows in canonical order, at least k of them different */
    EmInitializer(GaussianMixtureOptions options, Matrix x, int k, RunContext run) {
        this.options = options;
        this.x = x;
        this.k = k;
        this.run = run.withProgress((fraction, message) -> {});
        sample = SystematicSample.of(x, MAX_ROWS, k);
        blocks = new ColumnBlocks(sample, Distance.EUCLIDEAN, run);
    }

    /**
     * The rows of all candidates of a restart together.
     *
     * @param n number of rows
     * @return rows of the sample times candidates
     */
    public static double rows(long n) {
        return (double) CANDIDATES * Math.min(n, MAX_ROWS);
    }

    /** The segments of a restart, a label per row of x. */
    int[] labels(int restart) {
        LloydResult best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CANDIDATES; c++) {
            KMeansOptions start = kMeans(KINDS[c % KINDS.length]);
            LloydResult result = quick(start, restart * CANDIDATES + c);
            double likelihood = outlook(result.labels());
            if (best == null || likelihood > highest) {
                best = result;
                highest = likelihood;
            }
        }
        return sample == x
                ? best.labels()
                : HamerlyLloyd.run(x, best.centroids(), kMeans(KINDS[0]), run).labels();
    }

    private LloydResult quick(KMeansOptions start, int number) {
        return HamerlyLloyd.run(sample, KMeansInitializer.firstCentroids(blocks, start, number, run), start, run);
    }

    private KMeansOptions kMeans(Initialization kind) {
        return new KMeansOptions(k, kind, 1, ITERATIONS, Distance.EUCLIDEAN);
    }

    /** The likelihood of the sample after one step of EM from segments. */
    private double outlook(int[] labels) {
        double regularization = options.regularization();
        MixtureParameters first =
                EmStep.fromLabels(sample, labels, k, options.covariance(), run).mStep(regularization);
        MixtureParameters second = EmStep.expect(sample, first, run).mStep(regularization);
        return Posteriors.logLikelihood(second, sample, run);
    }
}
