package org.tessera.engine.apply.drift;

import java.util.Arrays;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RandomStream;

/**
 * Tests whether two samples, given as counts in the same bins, come from one distribution. Both are random. p-values are by
 * Monte Carlo, in sequence until {@value #ENOUGH} draws reach the statistic, at most {@value #MAX_DRAWS} (Besag and Clifford
 * 1991, Sequential Monte Carlo p-values, doi:10.1093/biomet/78.2.301); a draw that equals it counts half (mid-p, Lancaster
 * 1961, doi:10.1080/01621459.1961.10482105), because p-values of few customers have steps. The least p-value is
 * 1 / {@value #MAX_DRAWS} and one.
 *
 * <ul>
 *   <li><b>Unordered bins</b> (categories, segments): Pearson's statistic. Null distribution: all ways to divide the customers
 *       of both samples are equally likely, the counts are multivariate hypergeometric.
 *   <li><b>Ordered bins of one value each</b>: the mean over the cuts between bins of the squared standardized difference of the
 *       shares below, the statistic of Anderson and Darling (1952, doi:10.1214/aoms/1177729437) on bins, plus the same of the
 *       share of missing entries. The same null distribution.
 *   <li><b>Ordered bins whose bounds are numbers of the first sample</b>: the same statistic; but the first sample's counts
 *       are then set, not random. A number of the second sample is equally likely in each of the gaps between those of the
 *       first, so that its counts are drawn by Pólya's urn with as many balls as a bin has gaps. That is exact for any
 *       continuous distribution and any two sizes.
 * </ul>
 */
final class TwoSamples {

    /** Draws that reach the statistic before the sequence ends. */
    private static final int ENOUGH = 100;

    private static final int MAX_DRAWS = 19_999;

    /** Relative differences of statistics below are rounding. */
    private static final double ROUNDING = 1e-9;

    /** What the bins are. */
    enum Bins {
        UNORDERED,
        VALUES,
        RANGES
    }

    private final Bins bins;
    private final int[] first;
    private final int[] second;
    private final int last;
    private final long firstTotal;
    private final long secondTotal;

    /**
     * Prepares a test.
     *
     * @param bins what the bins are
     * @param first counts of the first sample; of ordered bins those of missing entries last
     * @param second counts of the second sample in the same bins
     */
    TwoSamples(Bins bins, int[] first, int[] second) {
        this.bins = bins;
        this.first = first;
        this.second = second;
        last = first.length - 1;
        firstTotal = total(first);
        secondTotal = total(second);
    }

    private static long total(int[] counts) {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /**
     * The p-value. O({@value #MAX_DRAWS} b) for b bins at most.
     *
     * @param random random numbers
     * @param cancellation cancel
     * @return above 0 to 1; 1 if a sample is empty
     */
    double pValue(RandomStream random, CancellationCheck cancellation) {
        if (firstTotal == 0 || secondTotal == 0) {
            return 1;
        }
        double observed = statistic(first, second);
        double least = observed - ROUNDING * observed;
        double most = observed + ROUNDING * observed;
        CountDraw draw = new CountDraw(random);
        int[] one = first.clone();
        int[] two = new int[second.length];
        double reached = 0;
        int draws = 0;
        while (reached < ENOUGH && draws < MAX_DRAWS) {
            cancellation.step();
            draws++;
            draw(draw, one, two);
            double drawn = statistic(one, two);
            if (drawn >= least) {
                reached += drawn > most ? 1 : 0.5;
            }
        }
        return reached >= ENOUGH ? reached / draws : (reached + 1) / (draws + 1);
    }

    private void draw(CountDraw draw, int[] one, int[] two) {
        if (bins != Bins.RANGES) {
            hypergeometric(draw, one, two);
            return;
        }
        long missing = (long) first[last] + second[last];
        two[last] = (int) draw.hypergeometric(secondTotal, missing, firstTotal + secondTotal - missing);
        one[last] = (int) (missing - two[last]);
        long rest = secondTotal - two[last];
        double gaps = firstTotal - first[last] + 1.0;
        for (int b = 0; b < last - 1; b++) {
            two[b] = (int) draw.betaBinomial(rest, first[b], gaps - first[b]);
            rest -= two[b];
            gaps -= first[b];
        }
        two[last - 1] = (int) rest;
    }

    private void hypergeometric(CountDraw draw, int[] one, int[] two) {
        long rest = secondTotal;
        long left = firstTotal + secondTotal;
        for (int b = 0; b <= last; b++) {
            long both = (long) first[b] + second[b];
            two[b] = (int) draw.hypergeometric(rest, both, left - both);
            one[b] = (int) (both - two[b]);
            rest -= two[b];
            left -= both;
        }
    }

    private double statistic(int[] one, int[] two) {
        return bins == Bins.UNORDERED ? pearson(one, two) : andersonDarling(one, two);
    }

    private double pearson(int[] one, int[] two) {
        double sum = 0;
        for (int b = 0; b <= last; b++) {
            double both = (double) one[b] + two[b];
            if (both > 0) {
                double difference = one[b] / (double) firstTotal - two[b] / (double) secondTotal;
                sum += difference * difference / both;
            }
        }
        return sum;
    }

    private double andersonDarling(int[] one, int[] two) {
        double n = total(one) - one[last];
        double m = total(two) - two[last];
        double below = 0;
        double belowToo = 0;
        double sum = 0;
        for (int b = 0; b < last - 1; b++) {
            below += one[b];
            belowToo += two[b];
            sum += square(below, n, belowToo, m);
        }
        double mean = last > 1 ? sum / (last - 1) : 0;
        return mean + square(one[last], firstTotal, two[last], secondTotal);
    }

    /** The squared standardized difference of two shares; 0 where both are 0 or 1. */
    private static double square(double one, double n, double two, double m) {
        double both = (one + two) / (n + m);
        if (!(both > 0 && both < 1) || n == 0 || m == 0) {
            return 0;
        }
        double difference = one / n - two / m;
        return difference * difference / (both * (1 - both) * (1 / n + 1 / m));
    }
}
