package org.tessera.engine.cluster.dbscan;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.distance.Distance;

/**
 * Options of DBSCAN.
 *
 * @param eps radius of a neighborhood in units of the distance, above 0; empty for automatic, see {@link
 *     AutomaticRadius}
 * @param minPoints rows in a core row's neighborhood, itself included, 1 to {@value #MAX_MIN_POINTS}; empty for
 *     automatic: twice the number of features, at least 5 and at most the square root of the number of rows
 * @param distance the distance of rows
 */
public record DbscanOptions(OptionalDouble eps, OptionalInt minPoints, Distance distance) {

    /** Upper bound of the minimum points. */
    public static final int MAX_MIN_POINTS = 100_000;

    /** Checks the bounds. */
    public DbscanOptions {
        Objects.requireNonNull(eps, "eps");
        Objects.requireNonNull(minPoints, "minPoints");
        Objects.requireNonNull(distance, "distance");
        if (eps.isPresent()) {
            Bounds.checkPositive("Radius (eps)", eps.getAsDouble());
        }
        if (minPoints.isPresent()) {
            Bounds.check("Minimum points", minPoints.getAsInt(), 1, MAX_MIN_POINTS);
        }
    }

    /** @return everything automatic, Euclidean */
    public static DbscanOptions defaults() {
        return new DbscanOptions(OptionalDouble.empty(), OptionalInt.empty(), Distance.EUCLIDEAN);
    }

    /**
     * The same with a fixed radius.
     *
     * @param radius the radius
     * @return new options
     */
    public DbscanOptions withEps(double radius) {
        return new DbscanOptions(OptionalDouble.of(radius), minPoints, distance);
    }

    /**
     * The same with fixed minimum points.
     *
     * @param count the number
     * @return new options
     */
    public DbscanOptions withMinPoints(int count) {
        return new DbscanOptions(eps, OptionalInt.of(count), distance);
    }
}
