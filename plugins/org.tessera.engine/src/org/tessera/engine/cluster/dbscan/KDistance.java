package org.tessera.engine.cluster.dbscan;

import java.util.Arrays;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.kernel.KdTreeSearch;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.run.RunContext;

/**
 * The sorted k-distance graph, by whose knee DBSCAN's radius is chosen where no radius gives several segments ({@link
 * AutomaticRadius}): for each row the distance to its k-th nearest row, itself included, where k is the minimum points;
 * it is the smallest eps that makes the row a core row. Ester et al. (1996), KDD-96, section 4.2. The knee is the point
 * farthest below the chord from the first to the last point, after Satopää et al. (2011), Finding a "kneedle" in a
 * haystack, <a href="https://doi.org/10.1109/ICDCSW.2011.20">doi:10.1109/ICDCSW.2011.20</a>.
 *
 * <p>Of more than {@value #MAX_POINTS} rows the graph shows a systematic sample in the order of their values, whose
 * distances are still measured to all rows.
 *
 * @param minPoints rows in a core row's neighborhood, itself included
 * @param curve distances in ascending order, at least one
 * @param knee index of the knee in the curve
 */
public record KDistance(int minPoints, double[] curve, int knee) {

    /** Maximum number of points of the graph. */
    public static final int MAX_POINTS = 10_000;

    private static final int BLOCK = 32;
    /** Lower bound of automatic minimum points, where there are rows enough. */
    private static final int MIN_AUTOMATIC = 5;

    /**
     * The minimum points that are used: those of the options, or twice the number of features, at least 5, but at most
     * the square root of the number of rows.
     *
     * @param options the options
     * @param rows number of rows n
     * @param features number of features d
     * @return at least 1
     */
    public static int minPoints(DbscanOptions options, int rows, int features) {
        if (options.minPoints().isPresent()) {
            return options.minPoints().getAsInt();
        }
        return Math.max(1, Math.min(Math.max(MIN_AUTOMATIC, 2 * features), (int) Math.sqrt(rows)));
    }

    /**
     * Computes the curve and its knee. O(n log n) time for few features, O(n² d) at worst; O(n d) memory.
     *
     * @param x n x d finite features, n and d at least 1
     * @param minPoints rows in a neighborhood, itself included; more than n count as n
     * @param distance the distance of rows
     * @param run threads, progress, cancel
     * @return the curve; independent of the order of the rows
     * @throws org.tessera.engine.run.SegmentationException if there is no row or no column
     */
    public static KDistance of(Matrix x, int minPoints, Distance distance, RunContext run) {
        Inputs.check("DBSCAN", x);
        return ofCanonical(CanonicalRows.of(x, run).matrix(), minPoints, distance, run);
    }

    static KDistance ofCanonical(Matrix x, int minPoints, Distance distance, RunContext run) {
        int k = Math.min(minPoints, x.rows());
        return ofDistances(minPoints, distances(new KdTree(x, distance, run), points(x, MAX_POINTS), k, run));
    }

    /** The graph of distances in any order. */
    static KDistance ofDistances(int minPoints, double[] distances) {
        double[] curve = distances.clone();
        Arrays.sort(curve);
        return new KDistance(minPoints, curve, knee(curve));
    }

    /** The rows, of more than a maximum a systematic sample. */
    static Matrix points(Matrix x, int max) {
        return SystematicSample.of(x, max, 0);
    }

    /** The distances of points to their k-th nearest rows, in the order of the points. */
    static double[] distances(KdTree tree, Matrix points, int k, RunContext run) {
        int count = points.rows();
        double[] distances = new double[count];
        int blocks = (count + BLOCK - 1) / BLOCK;
        run.forBlocks(blocks, block -> {
            KdTreeSearch search = new KdTreeSearch(tree);
            for (int p = block * BLOCK; p < Math.min(count, (block + 1) * BLOCK); p++) {
                run.checkCanceled();
                distances[p] = search.distanceToKth(points.row(p), k);
            }
            run.progress(block / (double) blocks, "Distances to the " + k + "th nearest row");
        });
        return distances;
    }

    /** @return the distance at the knee; where it is 0 the first one above 0, or 0 if all are */
    public double atKnee() {
        return curve[knee] > 0 ? curve[knee] : firstPositive(curve);
    }

    private static double firstPositive(double[] curve) {
        return Arrays.stream(curve).filter(v -> v > 0).findFirst().orElse(0);
    }

    /**
     * The knee of an ascending curve: the point farthest below the chord of its ends, the first of equal ones.
     *
     * @param curve ascending values, at least one
     * @return an index into the curve; the last one if no point is below the chord
     */
    public static int knee(double[] curve) {
        int last = curve.length - 1;
        int best = last;
        double maxDepth = 0;
        for (int i = 0; i < last; i++) {
            double chord = curve[0] + (curve[last] - curve[0]) * i / last;
            if (chord - curve[i] > maxDepth) {
                maxDepth = chord - curve[i];
                best = i;
            }
        }
        return best;
    }
}
