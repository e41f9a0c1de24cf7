package org.tessera.engine.cluster.mixture.search;

import java.util.function.Predicate;
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
 * Split-and-merge EM: escapes from a local maximum of the likelihood by moves that merge one component into the others
 * and split another one in two, each followed by EM and kept if the likelihood is higher. Ueda, Nakano, Ghahramani and
 * Hinton (2000), SMEM algorithm for mixture models, <a
 * href="https://doi.org/10.1162/089976600300015088">doi:10.1162/089976600300015088</a>, with random candidates as in
 * Zhao, Hautamäki, Kärkkäinen and Fränti (2012), Random swap EM algorithm for Gaussian mixture models, <a
 * href="https://doi.org/10.1016/j.patrec.2012.06.017">doi:10.1016/j.patrec.2012.06.017</a>.
 *
 * <p>The rows of the merged component go to their next most probable ones. The split is by a threshold of a feature,
 * or by the nearer of two rows; both halves have more rows than there are features, so that no component is made of a
 * handful of rows.
 */
public final class SplitMergeSearch {

    private static final int MOVES_PER_RESTART = 30;
    /** Attempts to draw a pair of components of which the second can be split. */
    private static final int MAX_ATTEMPTS = 20;
    /** EM iterations that a move usually takes, at most. */
    private static final int ITERATIONS_PER_MOVE = 10;
    /** Maximum number of multiplications of all moves: some tenths of a second. */
    private static final long MAX_MULTIPLICATIONS = 1_000_000_000L;
    /** The search is left out where it could not do as many iterations, which are about five moves. */
    private static final int MIN_ITERATIONS = 25;
    /** The time of an exponential function in multiplications. */
    private static final int MULTIPLICATIONS_PER_EXPONENTIAL = 40;

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

    /** Refinement of a mixture by this search. */
    public static final GaussianMixture.Refinement REFINEMENT = new GaussianMixture.Refinement() {
        @Override
        public EmRun refine(
                EmRun best, Matrix rows, GaussianMixtureOptions options, Predicate<EmRun> allowed, RunContext run) {
            return search(best, rows, options, allowed, run);
        }

        @Override
        public int maxIterations(GaussianMixtureOptions options, long rows, int columns) {
            return SplitMergeSearch.maxIterations(options, rows, columns);
        }
    };

    private static EmRun search(
            EmRun initial, Matrix x, GaussianMixtureOptions options, Predicate<EmRun> allowed, RunContext run) {
        int k = options.components();
        EmRun best = initial;
        int iterationsLeft = maxIterations(options, x.rows(), x.columns());
        SplitMergeSearch search = new SplitMergeSearch(x, run.random(-k));
        double[] posteriors = new double[iterationsLeft == 0 ? 0 : x.rows() * k];
        RunContext quiet = run.withProgress((fraction, message) -> {});
        EmRun ofPosteriors = null;
        for (int move = 0; move < maxMoves(options) && iterationsLeft > 0; move++) {
            if (ofPosteriors != best) {
                Posteriors.fill(best.parameters(), x, posteriors, run);
                ofPosteriors = best;
            }
            int[] labels = search.propose(posteriors, k);
            if (labels == null) {
                break;
            }
            try {
                EmRun proposed = EmRun.from(x, labels, options, best.logLikelihood(), quiet);
                iterationsLeft -= proposed.iterations();
                best = proposed.logLikelihood() > best.logLikelihood() && allowed.test(proposed) ? proposed : best;
            } catch (SegmentationException e) {
                iterationsLeft--; // this move leads to a covariance matrix that is not positive definite
            }
        }
        return best;
    }

    private static int maxMoves(GaussianMixtureOptions options) {
        return MOVES_PER_RESTART * options.restarts();
    }

    /** EM iterations after which no further move is tried: 0 where an iteration takes long. */
    private static int maxIterations(GaussianMixtureOptions options, long n, int d) {
        int k = options.components();
        long multiplications =
                n * k * (MULTIPLICATIONS_PER_EXPONENTIAL + 2 * MixtureParameters.secondMoments(options.form(n, d), d));
        long iterations =
                Math.min((long) ITERATIONS_PER_MOVE * maxMoves(options), MAX_MULTIPLICATIONS / multiplications);
        return k == 1 || iterations < MIN_ITERATIONS ? 0 : (int) iterations;
    }

    /**
     * Proposes a partition by merging a random component and splitting another one.
     *
     * @param posteriors n x k posterior probabilities of the best mixture so far
     * @param k number of components, at least 2
     * @return a label 0 to k - 1 per row, or null if no component could be split
     */
    private int[] propose(double[] posteriors, int k) {
        int[] current = Posteriors.mostProbable(posteriors, k);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            int merged = random.nextInt(k);
            int split = (merged + 1 + random.nextInt(k - 1)) % k;
            int[] labels = Posteriors.mostProbableExcept(posteriors, k, merged);
            int[] members =
                    IntStream.range(0, n).filter(i -> current[i] == split).toArray();
            if (members.length > 2 * d && split(members, labels, merged)) {
                return labels;
            }
        }
        return null;
    }

    /** Splits rows at random and gives one half another label. @return whether both halves are large enough */
    private boolean split(int[] rows, int[] labels, int other) {
        double[] values = x.values();
        int a = rows[random.nextInt(rows.length)];
        int b = rows[random.nextInt(rows.length)];
        int feature = random.nextInt(d);
        boolean alongFeature = random.nextInt(2) == 0;
        double threshold = values[a * d + feature] / 2 + values[b * d + feature] / 2;
        boolean[] moved = new boolean[rows.length];
        int count = 0;
        for (int r = 0; r < rows.length; r++) {
            moved[r] = alongFeature
                    ? values[rows[r] * d + feature] > threshold
                    : squaredDistance(rows[r], b) < squaredDistance(rows[r], a);
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

    private double squaredDistance(int a, int b) {
        return Distance.EUCLIDEAN.reduced(x.values(), a * d, x.values(), b * d, d);
    }
}
