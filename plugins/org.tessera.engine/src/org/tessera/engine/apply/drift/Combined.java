package org.tessera.engine.apply.drift;

import java.util.Arrays;

/**
 * Two samples in fewer bins. Rare bins are combined, of categories all of them and those that the first sample did not have, of
 * ordered bins neighbors. Otherwise the bins would tell the samples apart: what the first sample happens to lack would be in the
 * second one only. A bin is rare if fewer than {@value #FEWEST} customers of the first sample are to be expected in it by its
 * share of both samples together, which keeps all ways to divide them equally likely; unless it has {@value #MANY} or more, which
 * is no accident. If this leaves one bin, none are combined.
 *
 * @param first counts of the first sample
 * @param second counts of the second sample
 */
record Combined(int[] first, int[] second) {

    private static final double FEWEST = 5;
    private static final int MANY = 12;

    /** Unordered bins: the rare ones and those of other categories become one. Missing entries, the last bin, stay apart. */
    static Combined unordered(int[] first, int[] second) {
        int last = first.length - 1;
        double[] expected = expected(first, second);
        int[] groups = new int[last + 1];
        int group = 0;
        for (int b = 0; b < last - 1; b++) {
            groups[b] = expected[b] < FEWEST ? -1 : group++;
        }
        groups[last - 1] = -1;
        for (int b = 0; b < last; b++) {
            groups[b] = groups[b] < 0 ? group : groups[b];
        }
        groups[last] = group + 1;
        return of(first, second, groups, group == 0);
    }

    /** Ordered bins: a bin takes the next ones until it has enough; the last takes what is left. Missing entries stay apart. */
    static Combined ordered(int[] first, int[] second) {
        int last = first.length - 1;
        double[] expected = expected(first, second);
        double left = Arrays.stream(expected, 0, last).sum();
        int[] groups = new int[last + 1];
        int group = 0;
        double filled = 0;
        for (int b = 0; b < last; b++) {
            groups[b] = group;
            filled += expected[b];
            left -= expected[b];
            if (filled >= FEWEST && left >= FEWEST) {
                group++;
                filled = 0;
            }
        }
        groups[last] = group + 1;
        return of(first, second, groups, group == 0);
    }

    /** Customers of the first sample per bin by the share of the bin in both. */
    private static double[] expected(int[] first, int[] second) {
        double of = Arrays.stream(first).asLongStream().sum();
        double share =
                of / Math.max(1, of + Arrays.stream(second).asLongStream().sum());
        double[] expected = new double[first.length];
        Arrays.setAll(expected, b -> {
            double both = share * ((double) first[b] + second[b]);
            return first[b] >= MANY ? Math.max(FEWEST, both) : both;
        });
        return expected;
    }

    private static Combined of(int[] first, int[] second, int[] groups, boolean isOne) {
        return isOne ? new Combined(first, second) : new Combined(sums(first, groups), sums(second, groups));
    }

    private static int[] sums(int[] counts, int... groups) {
        int[] sums = new int[groups[groups.length - 1] + 1];
        for (int b = 0; b < counts.length; b++) {
            sums[groups[b]] += counts[b];
        }
        return sums;
    }
}
