package org.tessera.engine.choose.verdict;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** The number of natural segments: that of hills which are left when segments without a valley between them are merged. */
final class SegmentCount {

    private static final int FIRST = 8;
    private static final int STARTS = 10;

    private SegmentCount() {}

    /**
     * Merges, from {@value #FIRST} segments of k-means on, the pair with the shallowest valley, until no valley is shallower
     * than a depth.
     *
     * @return the number of segments left, at least 1
     */
    static int of(Matrix x, Matrix smooth, double depth, RandomStream random, RunContext run) {
        Valleys valleys = new Valleys(smooth, run);
        int[] labels = new QuickMeans(x, random, run).fit(FIRST, STARTS).labels();
        Groups groups = Groups.of(smooth, labels, FIRST);
        while (groups.count() > 1) {
            int[] pair = shallowest(valleys.between(groups), depth);
            if (pair.length == 0) {
                break;
            }
            groups = groups.merged(smooth, pair[0], pair[1]);
        }
        return groups.count();
    }

    /** The pair with the shallowest valley, first below second; empty if none is shallower than the depth. */
    private static int[] shallowest(double[][] depths, double depth) {
        int[] pair = {};
        double least = depth;
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
