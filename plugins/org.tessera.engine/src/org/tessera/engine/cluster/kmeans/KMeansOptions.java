package org.tessera.engine.cluster.kmeans;

import java.util.Objects;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.distance.Distance;

/**
 * Options of k-means.
 *
 * @param k number of segments, {@value #MIN_K} to {@value #MAX_K}
 * @param initialisation how the first centres are chosen
 * @param restarts number of starts, of which the one with the lowest inertia is kept, 1 to {@value #MAX_RESTARTS}
 * @param maxIterations most iterations per start, 1 to {@value #MAX_ITERATIONS}
 * @param distance Euclidean (centres are means) or Manhattan (centres are medians)
 */
public record KMeansOptions(int k, Initialisation initialisation, int restarts, int maxIterations, Distance distance) {

    /** Fewest segments. */
    public static final int MIN_K = 1;
    /** Most segments. */
    public static final int MAX_K = 1000;
    /** Most restarts. */
    public static final int MAX_RESTARTS = 1000;
    /** Most iterations. */
    public static final int MAX_ITERATIONS = 100_000;

    /** How the first centres are chosen. */
    public enum Initialisation {
        /** Rows drawn with probability proportional to the squared distance from the centres so far. */
        K_MEANS_PLUS_PLUS,
        /** Distinct rows drawn at random. */
        RANDOM,
        /** Centres of canopies. */
        CANOPY,
        /** A random row, then always the row farthest from the centres so far. */
        FARTHEST_FIRST
    }

    /** Checks the bounds. */
    public KMeansOptions {
        Bounds.check("Number of segments (k)", k, MIN_K, MAX_K);
        Bounds.check("Restarts", restarts, 1, MAX_RESTARTS);
        Bounds.check("Maximum iterations", maxIterations, 1, MAX_ITERATIONS);
        Objects.requireNonNull(initialisation, "initialisation");
        Objects.requireNonNull(distance, "distance");
    }

    /** @return k = 5, k-means++, 10 restarts, 300 iterations, Euclidean */
    public static KMeansOptions defaults() {
        return new KMeansOptions(5, Initialisation.K_MEANS_PLUS_PLUS, 10, 300, Distance.EUCLIDEAN);
    }

    /**
     * The same with another number of segments.
     *
     * @param segments the number
     * @return new options
     */
    public KMeansOptions withK(int segments) {
        return new KMeansOptions(segments, initialisation, restarts, maxIterations, distance);
    }

    /**
     * The same with another number of restarts.
     *
     * @param count the number
     * @return new options
     */
    public KMeansOptions withRestarts(int count) {
        return new KMeansOptions(k, initialisation, count, maxIterations, distance);
    }

    /**
     * The same with another initialisation.
     *
     * @param method the method
     * @return new options
     */
    public KMeansOptions withInitialisation(Initialisation method) {
        return new KMeansOptions(k, method, restarts, maxIterations, distance);
    }

    /**
     * The same with another distance.
     *
     * @param measure the distance
     * @return new options
     */
    public KMeansOptions withDistance(Distance measure) {
        return new KMeansOptions(k, initialisation, restarts, maxIterations, measure);
    }

    /**
     * The same with another limit of iterations.
     *
     * @param count most iterations per start
     * @return new options
     */
    public KMeansOptions withMaxIterations(int count) {
        return new KMeansOptions(k, initialisation, restarts, count, distance);
    }
}
