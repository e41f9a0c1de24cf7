package org.tessera.engine.metric;

import java.math.BigInteger;
import java.util.Arrays;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * How far two segmentations of the same rows agree, whatever their segments are called: the adjusted Rand index and the
 * normalized mutual information. Both are 1 for the same segmentation and near 0 for unrelated ones; neither says which
 * one is better.
 *
 * <p>Adjusted Rand index: with s the pairs of rows that are together in both, a and b those together in one and in the
 * other, and m all pairs, (s - a b / m) / ((a + b) / 2 - a b / m). References: Hubert and Arabie 1985,
 * doi:10.1007/BF01908075. Pairs are counted in whole numbers, so that nothing is rounded before the last division.
 *
 * <p>Normalized mutual information: mutual information divided by the arithmetic mean of the two entropies, as
 * scikit-learn does by default. Reference: Vinh, Epps and Bailey 2010, JMLR 11, 2837-2854. It is summed as the relative
 * entropy of terms that are never negative, so that independent segmentations give 0 and not a remainder of rounding. It
 * is not corrected for chance and grows with the number of segments: compare by the adjusted Rand index first.
 *
 * <p>One segment in both, or every row its own segment in both: the same segmentation, 1. One segment in one of them only:
 * 0, because it tells nothing about the other. No row that takes part: not defined, NaN. O(n) time, a counter per pair
 * of segments in memory, n at most; the same bits for any order of the rows and either order of the segmentations.
 */
public final class Agreement {

    /** The lowest adjusted Rand index that two segmentations can have. */
    public static final double LOWEST_ADJUSTED_RAND = -0.5;

    private static final double SERIES_BELOW = 0.01;
    private static final int SERIES_TERMS = 10;

    private Agreement() {}

    /**
     * How far two segmentations agree.
     *
     * @param adjustedRand adjusted Rand index, -0.5 to 1, or NaN
     * @param mutualInformation normalized mutual information, 0 to 1, or NaN
     * @param rows the number of rows that take part
     * @param undefined why the figures are not defined, or empty
     */
    public record Result(double adjustedRand, double mutualInformation, int rows, String undefined) {}

    /**
     * Compares two segmentations.
     *
     * @param first n labels
     * @param second n labels
     * @param noise what happens to rows that are noise in either: left out, or in a segment of their own in that one
     * @param run cancel
     * @return the figures
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static Result of(Labels first, Labels second, NoisePolicy noise, RunContext run) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("Segmentations of " + first.size() + " and " + second.size()
                    + " rows cannot be compared: the numbers must be equal");
        }
        Counts counts = Counts.of(first, second, noise, run);
        if (counts.rows == 0) {
            String found = first.size() == 0
                    ? "there is no row"
                    : "none of the " + Numbers.count(first.size(), "row") + " is in a segment of both";
            return new Result(
                    Double.NaN, Double.NaN, 0, "The agreement of two segmentations needs a row, but " + found);
        }
        return counts.same()
                ? new Result(1, 1, counts.rows, "")
                : new Result(counts.adjustedRand(), counts.mutualInformation(run), counts.rows, "");
    }

    /** The rows of each segment and of each pair of segments that has any. */
    private static final class Counts {

        private final long[] first;
        private final long[] second;
        private final PairCounts pairs;
        private int rows;

        private Counts(int firstSegments, int secondSegments) {
            first = new long[firstSegments];
            second = new long[secondSegments];
            pairs = new PairCounts(firstSegments, secondSegments);
        }

        static Counts of(Labels first, Labels second, NoisePolicy noise, RunContext run) {
            boolean own = noise == NoisePolicy.OWN_SEGMENT;
            Counts counts = new Counts(first.segments() + 1, second.segments() + 1);
            CancellationCheck cancellation = new CancellationCheck(run);
            for (int i = 0; i < first.size(); i++) {
                cancellation.step();
                int a = first.at(i);
                int b = second.at(i);
                if (own || a != Labels.NOISE && b != Labels.NOISE) {
                    counts.add(a == Labels.NOISE ? first.segments() : a, b == Labels.NOISE ? second.segments() : b);
                }
            }
            return counts;
        }

        private void add(int a, int b) {
            pairs.add(a, b);
            first[a]++;
            second[b]++;
            rows++;
        }

        /** Whether every segment of one is a segment of the other. */
        boolean same() {
            return pairs.filled() == filled(first) && pairs.filled() == filled(second);
        }

        private static long filled(long[] sizes) {
            return Arrays.stream(sizes).filter(size -> size > 0).count();
        }

        double adjustedRand() {
            BigInteger together = BigInteger.valueOf(pairs.together());
            BigInteger a = BigInteger.valueOf(pairs(first));
            BigInteger b = BigInteger.valueOf(pairs(second));
            BigInteger all = BigInteger.valueOf(rows * (rows - 1L) / 2);
            BigInteger chance = a.multiply(b);
            BigInteger above = together.multiply(all).subtract(chance).shiftLeft(1);
            BigInteger most = a.add(b).multiply(all).subtract(chance.shiftLeft(1));
            return above.doubleValue() / most.doubleValue();
        }

        private static long pairs(long[] sizes) {
            long pairs = 0;
            for (long size : sizes) {
                pairs += size * (size - 1) / 2;
            }
            return pairs;
        }

        double mutualInformation(RunContext run) {
            long squared = (long) rows * rows;
            CancellationCheck cancellation = new CancellationCheck(run);
            double[] terms = new double[pairs.filled()];
            long empty = squared;
            int term = 0;
            for (int c = pairs.next(0); c >= 0; c = pairs.next(c + 1)) {
                cancellation.step();
                long independent = first[pairs.first(c)] * second[pairs.second(c)];
                empty -= independent;
                terms[term++] = independent * excess((double) (pairs.rows(c) * rows - independent) / independent);
            }
            double information = (empty + sum(terms, run)) / squared;
            double entropy = (entropy(first, run) + entropy(second, run)) / 2;
            return Math.min(1, information / entropy);
        }

        /** In ascending order, so that neither the numbering nor the order of the segmentations matters. */
        private static double sum(double[] terms, RunContext run) {
            KeySort.sort(terms, run);
            double sum = 0;
            for (double term : terms) {
                sum += term;
            }
            return sum;
        }

        private double entropy(long[] sizes, RunContext run) {
            double[] terms = new double[sizes.length];
            for (int s = 0; s < sizes.length; s++) {
                double share = (double) sizes[s] / rows;
                terms[s] = sizes[s] == 0 ? 0 : -share * Math.log1p((double) (sizes[s] - rows) / rows);
            }
            return sum(terms, run);
        }

        /** (1 + t) ln(1 + t) - t, never negative; by its series where the difference would cost digits. */
        private static double excess(double t) {
            if (Math.abs(t) >= SERIES_BELOW) {
                return (1 + t) * Math.log1p(t) - t;
            }
            double sum = 0;
            double power = t;
            for (int m = 2; m <= SERIES_TERMS; m++) {
                power *= -t;
                sum -= power / (m * (m - 1.0));
            }
            return sum;
        }
    }
}
