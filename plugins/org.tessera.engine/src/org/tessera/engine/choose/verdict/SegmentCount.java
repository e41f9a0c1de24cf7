package org.tessera.engine.choose.verdict;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * The number of natural segments: that of hills which are left when segments without a valley between them are merged. Since
 * k-means may cut across two hills, this is done from several numbers of segments on, and the most frequent answer counts, of
 * equally frequent ones the smallest.
 */
final class SegmentCount {

    private static final int LEAST_FIRST = 8;
    private static final int MOST_FIRST = 13;
    /** Fewer merges mean that pieces of a heap were not merged, which happens by chance in many dimensions. */
    private static final int MIN_MERGED = 2;

    private static final int STARTS = 5;
    private static final int ROUNDS = 3;
    /** Segments with a shallower valley between them are merged. */
    private static final double MERGED = 0.2;

    private final Matrix x;
    private final Matrix smooth;
    private final Valleys valleys;
    private final RandomStream random;
    private final RunContext run;

    private SegmentCount(Matrix x, Matrix smooth, RandomStream random, RunContext run) {
        this.x = x;
        this.smooth = smooth;
        this.random = random;
        this.run = run;
        valleys = new Valleys(smooth, run);
    }

    /**
     * Counts segments.
     *
     * @param x the features, in which segments are looked for
     * @param smooth the same rows smoothed, in which valleys are looked for
     * @return at least 2
     */
    static int of(Matrix x, Matrix smooth, RandomStream random, RunContext run) {
        SegmentCount count = new SegmentCount(x, smooth, random, run);
        int[] votes = new int[MOST_FIRST + 1];
        for (int first = LEAST_FIRST; first <= MOST_FIRST; first++) {
            int left = count.count(first);
            votes[left <= first - MIN_MERGED ? left : 0]++;
        }
        int best = 2;
        for (int k = 3; k < votes.length; k++) {
            best = votes[k] > votes[best] ? k : best;
        }
        return best;
    }

    /** Merges segments of k-means, then again with the spread within merged segments the same in all directions. */
    private int count(int first) {
        Groups groups = merged(x, first);
        for (int r = 0; r < ROUNDS; r++) {
            groups = merged(valleys.whitened(groups), first);
        }
        return groups.count();
    }

    /** Merges the pair with the shallowest valley until no valley is shallower than {@value #MERGED}. */
    private Groups merged(Matrix rows, int first) {
        int[] labels = new QuickMeans(rows, random, run).fit(first, STARTS).labels();
        Groups groups = Groups.of(smooth, labels, first);
        while (groups.count() > 1) {
            int[] pair = shallowest(valleys.between(groups));
            if (pair.length == 0) {
                break;
            }
            groups = groups.merged(smooth, pair[0], pair[1]);
        }
        return groups;
    }

    /** The pair with the shallowest valley, first below second; empty if none is shallow. */
    private static int[] shallowest(double[][] depths) {
        int[] pair = {};
        double least = MERGED;
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
