package org.tessera.engine.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far a column alone tells the segments of the customers: each category, or each of a few intervals of numbers,
 * stands for the segment that most of its customers are in.
 *
 * @param share share of the customers whose segment is told, 0 to 1; NaN with fewer than two segments
 * @param agreement adjusted Rand index of the told segments with the segments (Hubert and Arabie 1985,
 *     doi:10.1007/BF01908075), which is near 0 where one large segment makes the share high; NaN with fewer than two
 */
record Telling(double share, double agreement) {

    /** Fewer than two segments. */
    static final Telling NONE = new Telling(Double.NaN, Double.NaN);

    /** Smallest share at which a column is nearly the segmentation. */
    static final double NEARLY = 0.95;

    /** Smallest agreement at which it is. */
    static final double MIN_AGREEMENT = 0.8;

    /** Largest number of intervals of a number. */
    private static final int MAX_INTERVALS = 12;

    /** Whether the column is nearly the segmentation. */
    boolean isNearly() {
        return share >= NEARLY && agreement >= MIN_AGREEMENT;
    }

    /**
     * The telling of categories; those of fewer than {@value Fact#MIN_CUSTOMERS} customers tell nothing.
     *
     * @param counts per segment the number of customers per category, missing as a category
     */
    static Telling ofLevels(int[][] counts) {
        if (filled(counts, new int[counts.length]) < 2) {
            return NONE;
        }
        int[][] told = new int[counts.length + 1][counts.length];
        for (int level = 0; level < counts[0].length; level++) {
            int[] column = new int[counts.length];
            for (int g = 0; g < column.length; g++) {
                column[g] = counts[g][level];
            }
            boolean enough = Arrays.stream(column).sum() >= Fact.MIN_CUSTOMERS;
            add(told[enough ? largest(column) : counts.length], column);
        }
        return of(told);
    }

    /**
     * The telling of numbers: the division into as many intervals as there are segments, {@value #MAX_INTERVALS} at
     * most, that errs least, by dynamic programming. O(b² k) for b bins.
     *
     * @param counts per segment the number of customers per bin of ascending numbers
     * @param missing per segment the number of customers without one
     */
    static Telling ofBins(int[][] counts, int[] missing) {
        int segments = filled(counts, missing);
        if (segments < 2) {
            return NONE;
        }
        int[][] told = new int[counts.length + 1][counts.length];
        Intervals intervals = new Intervals(counts);
        int end = counts[0].length;
        int[][] starts = intervals.starts(Math.min(segments, MAX_INTERVALS));
        for (int j = starts.length - 1; j >= 0 && end > 0; j--) {
            int start = starts[j][end];
            int[] inside = intervals.counts(start, end);
            add(told[largest(inside)], inside);
            end = start;
        }
        add(told[largest(missing)], missing);
        return of(told);
    }

    /** The number of segments with a customer. */
    private static int filled(int[][] counts, int[] missing) {
        return (int) IntStream.range(0, counts.length)
                .filter(g -> missing[g] > 0 || Arrays.stream(counts[g]).anyMatch(c -> c > 0))
                .count();
    }

    private static void add(int[] sums, int[] summands) {
        for (int g = 0; g < sums.length; g++) {
            sums[g] += summands[g];
        }
    }

    /** The index of the largest count, of equal ones the first. */
    private static int largest(int[] counts) {
        int largest = 0;
        for (int g = 1; g < counts.length; g++) {
            largest = counts[g] > counts[largest] ? g : largest;
        }
        return largest;
    }

    /** From the number of customers per told segment, the last of them untold, and segment. */
    private static Telling of(int[][] told) {
        long right = 0;
        long n = 0;
        double together = 0;
        double ofTold = 0;
        double ofSegments = 0;
        long[] segments = new long[told[0].length];
        for (int t = 0; t < told.length; t++) {
            long row = 0;
            for (int g = 0; g < segments.length; g++) {
                right += t == g ? told[t][g] : 0;
                row += told[t][g];
                segments[g] += told[t][g];
                together += pairs(told[t][g]);
            }
            n += row;
            ofTold += pairs(row);
        }
        for (long segment : segments) {
            ofSegments += pairs(segment);
        }
        double chance = ofTold * ofSegments / pairs(n);
        double most = (ofTold + ofSegments) / 2;
        return new Telling((double) right / n, most > chance ? (together - chance) / (most - chance) : 0);
    }

    private static double pairs(long count) {
        return count * (count - 1.0) / 2;
    }

    /** The division of bins into intervals. */
    private static final class Intervals {

        /** Per segment the number of customers before each bin. */
        private final int[][] before;

        private final int bins;

        Intervals(int[][] counts) {
            bins = counts[0].length;
            before = new int[counts.length][bins + 1];
            for (int g = 0; g < counts.length; g++) {
                for (int b = 0; b < bins; b++) {
                    before[g][b + 1] = before[g][b] + counts[g][b];
                }
            }
        }

        int[] counts(int start, int end) {
            return Arrays.stream(before).mapToInt(b -> b[end] - b[start]).toArray();
        }

        /** Per number of further intervals and end of the bins the start of the last interval of the best division. */
        int[][] starts(int intervals) {
            int[][] starts = new int[intervals][bins + 1];
            int[] told = new int[bins + 1];
            for (int end = 1; end <= bins; end++) {
                told[end] = most(0, end);
            }
            int[][] most = new int[bins + 1][bins + 1];
            for (int start = 1; start < bins; start++) {
                for (int end = start + 1; end <= bins; end++) {
                    most[start][end] = most(start, end);
                }
            }
            for (int j = 1; j < intervals; j++) {
                int[] more = told.clone();
                for (int end = 1; end <= bins; end++) {
                    for (int start = 1; start < end; start++) {
                        if (told[start] + most[start][end] > more[end]) {
                            more[end] = told[start] + most[start][end];
                            starts[j][end] = start;
                        }
                    }
                    if (more[end] == told[end]) {
                        starts[j][end] = end;
                    }
                }
                told = more;
            }
            return starts;
        }

        private int most(int start, int end) {
            int most = 0;
            for (int[] b : before) {
                most = Math.max(most, b[end] - b[start]);
            }
            return most;
        }
    }
}
