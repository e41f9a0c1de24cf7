package org.tessera.engine.cluster.mixture.search;

import java.util.stream.IntStream;
import org.tessera.engine.cluster.mixture.EmRun;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.MixtureParameters;
import org.tessera.engine.cluster.mixture.Posteriors;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Proposes segments from which EM may climb higher than from those it has reached: one segment is dissolved into the next
 * likely ones, another is parted, along a feature or between two of its rows. Split and merge in one move, after Ueda,
 * Nakano, Ghahramani and Hinton (2000), SMEM algorithm for mixture models, <a
 * href="https://doi.org/10.1162/089976600300015088">doi:10.1162/089976600300015088</a>, with random moves as in Zhao,
 * Hautamäki, Kärkkäinen and Fränti (2012), Random swap EM algorithm for Gaussian mixture models, <a
 * href="https://doi.org/10.1016/j.patrec.2012.06.017">doi:10.1016/j.patrec.2012.06.017</a>.
 *
 * <p>Both parts have more rows than there are features, so that no move makes a segment out of a handful of rows.
 */
public final class SplitMergeSearch {

    private static final int MOVES_PER_RESTART = 30;
    private static final int ATTEMPTS = 20;
    /** Steps of EM that a move usually takes, at most. */
    private static final int STEPS_PER_MOVE = 10;
    /** Most multiplications of all moves: some tenths of a second. */
    private static final long MOST_WORK = 1_000_000_000L;
    /** Fewer steps than this, of about five moves, find little. */
    private static final int FEWEST_STEPS = 25;
    /** An exponential function in multiplications. */
    private static final int EXPONENTIAL = 40;

    private final Matrix x;
    private final RandomStream random;
    private final int n;
    private final int d;

    /** @param x rows in canonical order */
    private SplitMergeSearch(Matrix x, RandomStream random) {
        this.x = x;
        this.random = random;
        n = x.rows();
        d = x.columns();
    }

    /** Refines a mixture by this search. */
    public static final GaussianMixture.Refinement REFINEMENT = new GaussianMixture.Refinement() {
        @Override
        public EmRun refine(EmRun best, Matrix rows, GaussianMixtureOptions options, RunContext run) {
            return refined(best, rows, options, run);
        }

        @Override
        public int steps(GaussianMixtureOptions options, int k, long rows, int columns) {
            return SplitMergeSearch.steps(options, k, rows, columns);
        }
    };

    /** The best of the starts, or a mixture of higher likelihood that a move from there leads to. */
    private static EmRun refined(EmRun first, Matrix x, GaussianMixtureOptions options, RunContext run) {
        int k = first.state().components();
        EmRun best = first;
        int left = steps(options, k, x.rows(), x.columns());
        SplitMergeSearch search = new SplitMergeSearch(x, run.random(-k));
        double[] memberships = new double[left == 0 ? 0 : x.rows() * k];
        RunContext quiet = run.withProgress((fraction, message) -> {});
        EmRun known = null;
        for (int move = 0; move < moves(options) && left > 0; move++) {
            if (known != best) {
                Posteriors.fill(best.state(), x, memberships, run);
                known = best;
            }
            int[] labels = search.propose(memberships, k);
            if (labels == null) {
                break;
            }
            try {
                EmRun tried = EmRun.from(x, labels, k, options, best.logLikelihood(), quiet);
                left -= tried.iterations();
                best = tried.logLikelihood() > best.logLikelihood() ? tried : best;
            } catch (SegmentationException e) {
                left--; // this move leads to a covariance matrix that is not positive definite
            }
        }
        return best;
    }

    /** Most moves that are tried. */
    static int moves(GaussianMixtureOptions options) {
        return MOVES_PER_RESTART * options.restarts();
    }

    /** EM steps after which no further move is tried: 0 where they would take long. */
    private static int steps(GaussianMixtureOptions options, int k, long n, int d) {
        long pass = n * k * (EXPONENTIAL + 2 * MixtureParameters.products(options.covariance(), d));
        long steps = Math.min((long) STEPS_PER_MOVE * moves(options), MOST_WORK / pass);
        return k == 1 || steps < FEWEST_STEPS ? 0 : (int) steps;
    }

    /**
     * Other segments.
     *
     * @param memberships n x k posterior probabilities of what is reached
     * @param k number of components, at least 2
     * @return a label 0 to k - 1 per row, or null if no segment could be parted
     */
    int[] propose(double[] memberships, int k) {
        int[] winners = Posteriors.winners(memberships, k, -1);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int gone = random.nextInt(k);
            int parted = (gone + 1 + random.nextInt(k - 1)) % k;
            int[] labels = Posteriors.winners(memberships, k, gone);
            int[] members =
                    IntStream.range(0, n).filter(i -> winners[i] == parted).toArray();
            if (members.length > 2 * d && part(members, labels, gone)) {
                return labels;
            }
        }
        return null;
    }

    /** Gives a part of the rows another label. @return whether both parts are large enough */
    private boolean part(int[] rows, int[] labels, int other) {
        double[] values = x.values();
        int a = rows[random.nextInt(rows.length)];
        int b = rows[random.nextInt(rows.length)];
        int feature = random.nextInt(d);
        boolean alongFeature = random.nextInt(2) == 0;
        double border = values[a * d + feature] / 2 + values[b * d + feature] / 2;
        boolean[] moved = new boolean[rows.length];
        int count = 0;
        for (int r = 0; r < rows.length; r++) {
            moved[r] =
                    alongFeature ? values[rows[r] * d + feature] > border : squared(rows[r], b) < squared(rows[r], a);
            count += moved[r] ? 1 : 0;
        }
        if (count <= d || rows.length - count <= d) {
            return false;
        }
        for (int r = 0; r < rows.length; r++) {
            labels[rows[r]] = moved[r] ? other : labels[rows[r]];
        }
        return true;
    }

    private double squared(int a, int b) {
        return Distance.EUCLIDEAN.cost(x.values(), a * d, x.values(), b * d, d);
    }
}
