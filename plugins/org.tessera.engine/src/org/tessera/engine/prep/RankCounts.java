package org.tessera.engine.prep;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts of numbers at and between the quantiles of a sample, from which order statistics of all numbers follow. Counts are
 * exact and can be added in any order. An order statistic at a quantile of the sample, such as any of few different numbers,
 * is exact; between two of them it is interpolated, and its rank is wrong by less than the numbers between these two. With
 * {@value #MAX_BOUNDS} quantiles of a random sample that is about {@code 1 / MAX_BOUNDS} of all numbers; {@link #largestGap}
 * says what it is. O(log b) per number for b quantiles, 24 b bytes.
 */
final class RankCounts implements Serializable {

    /** Largest number of quantiles. */
    static final int MAX_BOUNDS = 4096;

    private static final long serialVersionUID = 1L;

    /** Different numbers, ascending. */
    private final double[] bounds;
    /** Numbers below the first bound, at it, between it and the second one and so on, above the last one. */
    private final long[] counts;

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private RankCounts(double[] bounds) {
        this.bounds = bounds;
        counts = new long[2 * bounds.length + 1];
    }

    /** No counts, at the quantiles of a sample. O(n log n). */
    static RankCounts at(double[] sample) {
        double[] sorted = Arrays.stream(sample)
                .filter(v -> !Double.isNaN(v))
                .map(v -> v + 0.0)
                .sorted()
                .toArray();
        double[] distinct =
                Arrays.stream(sorted).distinct().limit(MAX_BOUNDS + 1L).toArray();
        if (distinct.length <= MAX_BOUNDS) {
            return new RankCounts(distinct);
        }
        int last = sorted.length - 1;
        return new RankCounts(IntStream.range(0, MAX_BOUNDS)
                .mapToDouble(b -> sorted[(int) ((long) b * last / (MAX_BOUNDS - 1))])
                .distinct()
                .toArray());
    }

    /** No counts, at the same quantiles. */
    RankCounts empty() {
        return new RankCounts(bounds);
    }

    void add(double value) {
        double number = value + 0.0;
        min = Math.min(min, number);
        max = Math.max(max, number);
        int found = Arrays.binarySearch(bounds, number);
        counts[found >= 0 ? 2 * found + 1 : 2 * (-found - 1)]++;
    }

    void add(RankCounts other) {
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    /** How many numbers are neither the smallest nor the largest one. */
    long inside() {
        long inside = 0;
        for (int i = 0; i < counts.length; i++) {
            boolean isEnd = i % 2 != 0 && (bounds[i / 2] == min || bounds[i / 2] == max);
            inside += isEnd ? 0 : counts[i];
        }
        return inside;
    }

    /** The most numbers strictly between two neighboring bounds, or beyond them: the largest error of a rank. */
    long largestGap() {
        long largest = 0;
        for (int i = 0; i < counts.length; i += 2) {
            largest = Math.max(largest, counts[i]);
        }
        return largest;
    }

    /** The number of a rank, 0 to total - 1, if the given copies of another number are added. O(b). */
    double number(long rank, double added, long copies) {
        if (copies == 0) {
            return number(rank);
        }
        long below = below(added);
        if (rank < below) {
            return Math.min(added, number(rank));
        }
        return rank < below + copies ? added : Math.max(added, number(rank - copies));
    }

    /** The number of a rank, 0 to total - 1. O(b). */
    double number(long rank) {
        long before = 0;
        for (int i = 0; i < counts.length; i++) {
            if (rank < before + counts[i]) {
                boolean atEnd = rank == 0 || rank == total() - 1;
                double end = rank == 0 ? min : max;
                return atEnd ? end : i % 2 != 0 ? bounds[i / 2] : between(i, (rank - before + 0.5) / counts[i]);
            }
            before += counts[i];
        }
        throw new IllegalArgumentException("Rank " + rank + " of " + before + " numbers");
    }

    private double between(int gap, double share) {
        double low = low(gap);
        return low + share * (high(gap) - low);
    }

    private double low(int gap) {
        return gap == 0 ? min : bounds[gap / 2 - 1];
    }

    private double high(int gap) {
        return gap == counts.length - 1 ? max : bounds[gap / 2];
    }

    /** How many numbers are below another one, within a gap in proportion. */
    private long below(double value) {
        int found = Arrays.binarySearch(bounds, value + 0.0);
        int end = found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
        long below = 0;
        for (int i = 0; i < end; i++) {
            below += counts[i];
        }
        if (found >= 0 || counts[end] == 0) {
            return below;
        }
        double share = (value - low(end)) / (high(end) - low(end));
        return below + Math.round(Math.max(0, Math.min(1, share)) * counts[end]);
    }
}
