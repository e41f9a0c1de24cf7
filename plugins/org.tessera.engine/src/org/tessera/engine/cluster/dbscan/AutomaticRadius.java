package org.tessera.engine.cluster.dbscan;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.kernel.KdTreeSearch;
import org.tessera.engine.run.RunContext;

/**
 * The automatic radius of DBSCAN. Among all radii it takes those over whose widest range, as a ratio, the number of
 * segments stays the same ({@link RadiusRange}): at least two segments of {@value #SEGMENT_SHARE} of the rows, half of
 * all rows in them. The radius is the largest in this range, with which most rows belong to segments. Where there is no
 * such range, it is at the knee of the k-distance graph ({@link KDistance}).
 *
 * <p>It lies halfway between two distances of rows, never on one, so that neither rounding nor the convention for rows
 * at exactly the radius decides anything. Distances that differ by rounding count as one, and radii below the
 * smallest difference of two values of a column, if it has three or more, not at all: they would separate all values of
 * whole numbers.
 *
 * <p>Of more rows than {@link #maxPoints} a systematic sample in the order of their values is looked at, with the core
 * distances that its rows have among all rows. Distances inside a sample are larger, so the radius is then in the
 * (geometric) middle of the range. O(m² d) time for a sample of m rows, and at worst O(m n d) for their neighbors.
 */
public final class AutomaticRadius {

    /** Smallest share of a segment. */
    static final double SEGMENT_SHARE = 0.05;
    /** Smallest share of the rows in segments. */
    private static final double COVERED_SHARE = 0.5;

    private static final int MAX_POINTS = 5_000;
    private static final int MIN_POINTS = 500;
    /** Bound of m² d: about a second. */
    private static final double MAX_OPERATIONS = 1e9;

    private static final int BLOCK = 32;

    private final Matrix x;
    private final Distance distance;
    private final RunContext run;
    private final KdTree tree;
    /** The rows that are looked at. */
    private final Matrix points;

    private AutomaticRadius(Matrix x, Distance distance, RunContext run) {
        this.x = x;
        this.distance = distance;
        this.run = run;
        tree = new KdTree(x, distance, run);
        points = KDistance.points(x, maxPoints(x.columns()));
    }

    /**
     * The most rows that are looked at.
     *
     * @param features number of features d
     * @return 500 to 5,000, fewer for many features
     */
    public static int maxPoints(int features) {
        return (int) Math.max(MIN_POINTS, Math.min(MAX_POINTS, Math.sqrt(MAX_OPERATIONS / features)));
    }

    /**
     * Fills in what is automatic, the same for every implementation.
     *
     * @param options the options
     * @param x n x d finite features, n and d at least 1
     * @param run threads, progress, cancel
     * @return options with radius and minimum points; independent of the order of the rows
     * @throws org.tessera.engine.run.SegmentationException if there is no row or no column
     */
    public static DbscanOptions resolve(DbscanOptions options, Matrix x, RunContext run) {
        Inputs.check("DBSCAN", x);
        int minPoints = KDistance.minPoints(options, x.rows(), x.columns());
        double radius = options.eps().isPresent()
                ? options.eps().getAsDouble()
                : of(CanonicalRows.of(x, run).matrix(), minPoints, options.distance(), run);
        return new DbscanOptions(OptionalDouble.of(radius), OptionalInt.of(minPoints), options.distance());
    }

    /**
     * Chooses the radius.
     *
     * @param x n x d rows in canonical order
     * @param minPoints rows in a neighborhood, itself included; more than n count as n
     * @param distance the distance of rows
     * @param run threads, progress, cancel
     * @return the radius, above 0
     */
    static double of(Matrix x, int minPoints, Distance distance, RunContext run) {
        AutomaticRadius radius = new AutomaticRadius(x, distance, run);
        return Math.min(Double.MAX_VALUE, radius.above(radius.distanceBelow(Math.min(minPoints, x.rows()))));
    }

    /** The distance above which the radius lies. */
    private double distanceBelow(int minPoints) {
        double[] core = KDistance.distances(tree, points, minPoints, run.part(0, 0.4));
        MutualReachabilityTree reachability = MutualReachabilityTree.of(points, core, distance, run.part(0.4, 0.8));
        int m = points.rows();
        double sampled = (double) m / x.rows();
        RadiusRange.Criteria criteria = new RadiusRange.Criteria(
                Math.max(2, Math.max(minPoints * sampled, SEGMENT_SHARE * m)),
                COVERED_SHARE * m,
                Math.max(reachability.smallest(), largestStep()));
        Optional<RadiusRange> range = RadiusRange.widest(reachability, criteria);
        if (range.isEmpty()) {
            return KDistance.ofDistances(minPoints, core).atKnee();
        }
        return sampled < 1
                ? Math.sqrt(range.get().from() * range.get().to())
                : range.get().last();
    }

    /** The largest, over all columns of three or more values, of the smallest differences of two values. */
    private double largestStep() {
        int m = points.rows();
        double[] steps = new double[x.columns()];
        run.forBlocks(steps.length, j -> {
            double[] column = new double[m];
            Arrays.setAll(column, i -> points.at(i, j));
            Arrays.sort(column);
            double zero = RadiusRange.TIE * (column[m - 1] - column[0]);
            int differences = 0;
            double step = Double.POSITIVE_INFINITY;
            for (int i = 1; i < m; i++) {
                double difference = column[i] - column[i - 1];
                if (difference > zero) {
                    differences++;
                    step = Math.min(step, difference);
                }
            }
            steps[j] = differences > 1 ? step : 0;
        });
        return Arrays.stream(steps).max().orElse(0);
    }

    /** A radius halfway between a distance and the next larger one. */
    private double above(double below) {
        double next = nextDistance(below * (1 + RadiusRange.TIE));
        if (next < Double.POSITIVE_INFINITY) {
            return below + (next - below) / 2;
        }
        return below > 0 ? 1.5 * below : 1;
    }

    /** The smallest distance of a looked at row to any row that is above a limit; infinite if there is none. */
    private double nextDistance(double limit) {
        DoubleAccumulator smallest = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);
        double limitCost = KdTree.limit(distance, Math.min(Double.MAX_VALUE, limit));
        int m = points.rows();
        run.forBlocks((m + BLOCK - 1) / BLOCK, block -> {
            KdTreeSearch search = new KdTreeSearch(tree);
            for (int p = block * BLOCK; p < Math.min(m, (block + 1) * BLOCK); p++) {
                run.checkCanceled();
                smallest.accumulate(search.lowestBeyond(points.row(p), limitCost, smallest.get()));
            }
        });
        return distance.ofReduced(smallest.get());
    }
}
