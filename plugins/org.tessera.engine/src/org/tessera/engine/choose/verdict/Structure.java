package org.tessera.engine.choose.verdict;

import java.util.List;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * What k-means finds in a table, customers or null sample.
 *
 * @param gains for k = 2, 3, ... segments log(W_1 / W_k), W_k being the inertia
 * @param depths per view of the table how isolated the most isolated segment is, over all k: its least valley to any other
 *     ({@link Valleys})
 */
record Structure(double[] gains, double[] depths) {

    private static final int STARTS = 2;
    /** By how many standard errors densities are taken less far apart in the search for valleys. */
    private static final double DEPTH_ERRORS = 0.5;

    /**
     * Measures a table with 2 to maxSegments segments.
     *
     * @param x the features, in which segments are looked for
     * @param views the same rows in other variables, in which valleys are looked for
     */
    static Structure of(Matrix x, List<Matrix> views, int maxSegments, RandomStream random, RunContext run) {
        QuickMeans means = new QuickMeans(x, random, run);
        List<Valleys> valleys =
                views.stream().map(view -> new Valleys(view, DEPTH_ERRORS, run)).toList();
        double all = Groups.of(x, new int[x.rows()], 1).within();
        double[] gains = new double[maxSegments - 1];
        double[] depths = new double[views.size()];
        for (int k = 2; k <= maxSegments; k++) {
            Groups groups = means.fit(k, STARTS);
            gains[k - 2] = Math.log(all / Math.max(groups.within(), Double.MIN_NORMAL));
            for (int v = 0; v < depths.length; v++) {
                Groups seen = Groups.of(views.get(v), groups.labels(), k);
                depths[v] = Math.max(depths[v], Valleys.isolation(valleys.get(v).between(seen)));
            }
        }
        return new Structure(gains, depths);
    }
}
