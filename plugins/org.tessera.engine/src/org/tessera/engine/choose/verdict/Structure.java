package org.tessera.engine.choose.verdict;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * What k-means finds in a table, customers or null sample.
 *
 * @param gains for k = 2, 3, ... segments log(W_1 / W_k), W_k being the inertia
 * @param depth how isolated the most isolated segment is, over all k: its least valley to any other ({@link Valleys})
 */
record Structure(double[] gains, double depth) {

    private static final int STARTS = 2;

    /**
     * Measures a table with 2 to maxSegments segments.
     *
     * @param x the features, in which segments are looked for
     * @param smooth the same rows smoothed, in which valleys are looked for
     */
    static Structure of(Matrix x, Matrix smooth, int maxSegments, RandomStream random, RunContext run) {
        QuickMeans means = new QuickMeans(x, random, run);
        Valleys valleys = new Valleys(smooth, run);
        double all = Groups.of(x, new int[x.rows()], 1).within();
        double[] gains = new double[maxSegments - 1];
        double depth = 0;
        for (int k = 2; k <= maxSegments; k++) {
            Groups groups = means.fit(k, STARTS);
            gains[k - 2] = Math.log(all / Math.max(groups.within(), Double.MIN_NORMAL));
            depth = Math.max(depth, Valleys.isolation(valleys.between(Groups.of(smooth, groups.labels(), k))));
        }
        return new Structure(gains, depth);
    }
}
