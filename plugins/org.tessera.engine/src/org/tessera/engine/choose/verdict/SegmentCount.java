package org.tessera.engine.choose.verdict;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * The number of natural segments. Of Gaussian mixtures with one covariance matrix for all components that of the lowest
 * integrated completed likelihood criterion (ICL) is taken, and components without a valley between them are merged: a
 * segment that is not Gaussian has several. Unlike inertia, this does not depend on the scales of factors that all segments
 * have in common.
 *
 * <p>ICL: Biernacki, Celeux and Govaert (2000), <a href="https://doi.org/10.1109/34.865189">doi:10.1109/34.865189</a>;
 * merging: Hennig (2010), <a href="https://doi.org/10.1007/s11634-010-0058-3">doi:10.1007/s11634-010-0058-3</a>. EM starts
 * from k-means of the features as they are and in the metric of nearest neighbors ({@link NeighborScatter}), each again in the
 * metric of the mixture itself as long as the likelihood rises. How often the number is right is measured in docs/verdict.md.
 */
final class SegmentCount {

    /** Rows of the sample that larger tables are counted by. */
    private static final int SAMPLE_ROWS = 5000;

    private static final int MAX_COMPONENTS = 12;
    /** So many more components than those of the lowest criterion are tried. */
    private static final int BEYOND = 3;

    private static final int STARTS = 20;
    private static final int ROUNDS = 3;
    /** Components with a shallower valley between them are merged. */
    private static final double MIN_DEPTH = 0.15;
    /** Those with one shallower than this share of the depth without segments, too. */
    private static final double NULL_SHARE = 0.8;

    private final Matrix x;
    private final TiedMixture mixture;
    private final RandomStream random;
    private final RunContext run;

    private SegmentCount(Matrix x, RandomStream random, RunContext run) {
        this.x = x;
        this.random = random;
        this.run = run;
        mixture = new TiedMixture(x, run);
    }

    /**
     * Counts segments.
     *
     * @param smooth the smoothed features, in canonical order
     * @param nullDepth the depth of valleys without segments
     * @return at least 2
     */
    static int of(Matrix smooth, double nullDepth, RandomStream random, RunContext run) {
        Matrix x = SystematicSample.of(smooth, SAMPLE_ROWS, 1);
        TiedMixture.Fit components = new SegmentCount(x, random, run).lowestIcl();
        return Math.max(2, merged(x, components, Math.max(MIN_DEPTH, NULL_SHARE * nullDepth), run));
    }

    private TiedMixture.Fit lowestIcl() {
        Matrix neighbors = Scatter.whitened(x, NeighborScatter.of(x, random, run));
        TiedMixture.Fit lowest = null;
        for (int k = 2; k <= MAX_COMPONENTS && (lowest == null || k <= lowest.components() + BEYOND); k++) {
            TiedMixture.Fit one = fit(x, k);
            TiedMixture.Fit other = fit(neighbors, k);
            TiedMixture.Fit likelier = other.logLikelihood() > one.logLikelihood() ? other : one;
            lowest = lowest == null || likelier.icl() < lowest.icl() ? likelier : lowest;
        }
        return lowest;
    }

    /** The mixture of highest likelihood from k-means in a metric and then in those of the mixtures. */
    private TiedMixture.Fit fit(Matrix metric, int k) {
        TiedMixture.Fit best = from(metric, k);
        for (int r = 0; r < ROUNDS; r++) {
            TiedMixture.Fit next = from(Scatter.whitened(x, best.within()), k);
            if (next.logLikelihood() <= best.logLikelihood()) {
                break;
            }
            best = next;
        }
        return best;
    }

    private TiedMixture.Fit from(Matrix metric, int k) {
        int[] labels = new QuickMeans(metric, random, run).fit(k, STARTS).labels();
        return mixture.from(Groups.of(x, labels, k));
    }

    /** Merges the pair with the shallowest valley until none is shallow. @return the number of groups left */
    private static int merged(Matrix x, TiedMixture.Fit components, double minDepth, RunContext run) {
        Valleys valleys = new Valleys(x, 0, run);
        Groups groups = Groups.of(x, components.labels(), components.components());
        while (groups.count() > 1) {
            int[] pair = shallowest(valleys.between(groups), minDepth);
            if (pair.length == 0) {
                break;
            }
            groups = groups.merged(x, pair[0], pair[1]);
        }
        return groups.count();
    }

    /** The pair with the shallowest valley, first below second; empty if none is shallow. */
    private static int[] shallowest(double[][] depths, double minDepth) {
        int[] pair = {};
        double least = minDepth;
        for (int a = 0; a < depths.length; a++) {
            for (int b = 0; b < a; b++) {
                double valley = Double.isNaN(depths[a][b]) ? 0 : depths[a][b];
                if (valley < least) {
                    least = valley;
                    pair = new int[] {b, a};
                }
            }
        }
        return pair;
    }
}
