package org.tessera.engine.metric;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Agreement of two segmentations of the same rows, whatever their segments are called: the adjusted Rand index and the
 * normalized mutual information. Both are 1 for the same segmentation and near 0 for unrelated ones; neither says which
 * one is better.
 *
 * <p>Adjusted Rand index: with s the number of pairs of rows in the same segment of both, a and b the numbers of pairs in
 * the same segment of the first and of the second, and m the number of all pairs, (s - a b / m) / ((a + b) / 2 - a b / m).
 * Reference: Hubert and Arabie 1985, doi:10.1007/BF01908075. Pairs are counted in whole numbers, so that nothing is rounded
 * before the last division.
 *
 * <p>Normalized mutual information: mutual information divided by the arithmetic mean of the two entropies, the default of
 * scikit-learn. Reference: Vinh, Epps and Bailey 2010, JMLR 11, 2837-2854. It is summed as a relative entropy with
 * nonnegative terms, so that independent segmentations give exactly 0. It is not adjusted for chance and increases with
 * the number of segments: compare by the adjusted Rand index first.
 *
 * <p>One segment in both, or every row its own segment in both: the same segmentation, 1. One segment in only one of them:
 * 0, because it has no information on the other. No included row: not defined, NaN. O(n) time; memory is a counter per
 * pair of segments that occurs, n at most. The same bits for any order of the rows and either order of the segmentations.
 */
public final class Agreement {

    /** The smallest adjusted Rand index of two segmentations. */
    public static final double LOWEST_ADJUSTED_RAND = -0.5;

    /**
     * The adjusted Rand index: its range, and what a value means by Steinley 2004, doi:10.1037/1082-989X.9.3.386.
     */
    public static final Scale ADJUSTED_RAND = new Scale(
            MetricRange.higherIsBetter(LOWEST_ADJUSTED_RAND, 1),
            new Reading(
                    List.of(
                            new Reading.Band(0.9, "excellent: nearly the same segments"),
                            new Reading.Band(0.8, "good: much the same segments"),
                            new Reading.Band(0.65, "moderate: similar segments"),
                            Reading.last("poor: other segments")),
                    "about 0",
                    "Steinley 2004"));

    /** The normalized mutual information: its range, and that it has no scale. */
    public static final Scale MUTUAL_INFORMATION = new Scale(
            MetricRange.higherIsBetter(0, 1),
            Reading.withoutScale("only between the same numbers of segments", "above 0, more with more segments"));

    /** Maximum |t| for which (1 + t) ln(1 + t) - t is computed by its series. */
    private static final double MAX_SERIES_ARGUMENT = 0.01;

    private static final int SERIES_TERMS = 10;

    private Agreement() {}

    /**
     * How a figure of agreement is read.
     *
     * @param range smallest and largest value, and which is better
     * @param reading what a value means in words
     */
    public record Scale(MetricRange range, Reading reading) {}

    /**
     * The agreement of two segmentations.
     *
     * @param adjustedRand adjusted Rand index, -0.5 to 1, or NaN
     * @param mutualInformation normalized mutual information, 0 to 1, or NaN
     * @param rows the number of included rows
     * @param undefined why the figures are not defined, or empty
     */
    public record Result(double adjustedRand, double mutualInformation, int rows, String undefined) {}

    /**
     * Compares two segmentations.
     *
     * @param first n labels
     * @param second n labels
     * @param noise what happens to rows that are noise in either: excluded, or a segment of their own in that one
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
        return counts.equivalent()
                ? new Result(1, 1, counts.rows, "")
                : new Result(counts.adjustedRand(), counts.mutualInformation(run), counts.rows, "");
    }

    /**
     * The adjusted Rand index of two segmentations by their contingency table. O(r c) for r and c segments.
     *
     * @param counts r x c: the number of rows in each pair of segments
     * @return -0.5 to 1; NaN without rows
     */
    public static double adjustedRand(long[][] counts) {
        long[] first = new long[counts.length];
        long[] second = new long[counts.length == 0 ? 0 : counts[0].length];
        long together = 0;
        int cells = 0;
        for (int a = 0; a < first.length; a++) {
            for (int b = 0; b < second.length; b++) {
                first[a] += counts[a][b];
                second[b] += counts[a][b];
                together += pairs(counts[a][b]);
                cells += counts[a][b] > 0 ? 1 : 0;
            }
        }
        if (cells == 0) {
            return Double.NaN;
        }
        boolean equivalent = cells == nonempty(first) && cells == nonempty(second);
        return equivalent ? 1 : adjustedRand(together, first, second);
    }

    private static double adjustedRand(long together, long[] first, long[] second) {
        BigInteger a = BigInteger.valueOf(pairs(first));
        BigInteger b = BigInteger.valueOf(pairs(second));
        BigInteger all = BigInteger.valueOf(pairs(Arrays.stream(first).sum()));
        BigInteger chance = a.multiply(b);
        BigInteger adjusted =
                BigInteger.valueOf(together).multiply(all).subtract(chance).shiftLeft(1);
        BigInteger maximum = a.add(b).multiply(all).subtract(chance.shiftLeft(1));
        return adjusted.doubleValue() / maximum.doubleValue();
    }

    private static long nonempty(long[] sizes) {
        return Arrays.stream(sizes).filter(size -> size > 0).count();
    }

    /** Number of pairs of rows in the same segment. */
    private static long pairs(long[] sizes) {
        return Arrays.stream(sizes).map(Agreement::pairs).sum();
    }

    private static long pairs(long rows) {
        return rows * (rows - 1) / 2;
    }

    /** The contingency table of two segmentations and its margins. */
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
        boolean equivalent() {
            return pairs.filled() == nonempty(first) && pairs.filled() == nonempty(second);
        }

        double adjustedRand() {
            return Agreement.adjustedRand(pairs.together(), first, second);
        }

        double mutualInformation(RunContext run) {
            long squared = (long) rows * rows;
            CancellationCheck cancellation = new CancellationCheck(run);
            double[] terms = new double[pairs.filled()];
            long empty = squared;
            int term = 0;
            for (int c = pairs.next(0); c >= 0; c = pairs.next(c + 1)) {
                cancellation.step();
                long expected = first[pairs.first(c)] * second[pairs.second(c)];
                empty -= expected;
                terms[term++] = expected * excess((double) (pairs.rows(c) * rows - expected) / expected);
            }
            double information = (empty + sum(terms, run)) / squared;
            double entropy = (entropy(first, run) + entropy(second, run)) / 2;
            return Math.min(1, information / entropy);
        }

        /** Sums in ascending order, so that neither the numbering nor the order of the segmentations matters. */
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

        /** (1 + t) ln(1 + t) - t, which is nonnegative; by its series where the difference would cancel. */
        private static double excess(double t) {
            if (Math.abs(t) >= MAX_SERIES_ARGUMENT) {
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
