package org.tessera.engine.cluster.kmeans;

import java.util.Objects;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.distance.Distance;

/**
 * Options of k-means.
 *
 * @param k number of segments, {@value #MIN_K} to {@value #MAX_K}
 * @param initialization how the initial centroids are chosen
 * @param restarts number of starts, of which the one of lowest inertia is kept, 1 to {@value #MAX_RESTARTS}
 * @param maxIterations maximum of iterations per start, 1 to {@value #MAX_ITERATIONS}
 * @param distance Euclidean (centroids are means) or Manhattan (centroids are medians)
 */
public record KMeansOptions(int k, Initialization initialization, int restarts, int maxIterations, Distance distance) {

    /** Minimum number of segments. */
    public static final int MIN_K = 1;
    /** Maximum number of segments. */
    public static final int MAX_K = 1000;
    /** Maximum number of restarts. */
    public static final int MAX_RESTARTS = 1000;
    /** Upper bound of the option maxIterations. */
    public static final int MAX_ITERATIONS = 100_000;

    /** How the initial centroids are chosen. */
    public enum Initialization {
        /** Rows drawn with probability proportional to the squared distance from the centroids so far. */
        K_MEANS_PLUS_PLUS,
        /** Different rows drawn at random. */
        RANDOM,
        /** Means of the largest canopies. */
        CANOPY,
        /** A random row, then always the row farthest from the centroids so far. */
        FARTHEST_FIRST
    }

    /** Checks the bounds. */
    public KMeansOptions {
        Bounds.check("Number of segments (k)", k, MIN_K, MAX_K);
        Bounds.check("Restarts", restarts, 1, MAX_RESTARTS);
        Bounds.check("Maximum iterations", maxIterations, 1, MAX_ITERATIONS);
        Objects.requireNonNull(initialization, "initialization");
        Objects.requireNonNull(distance, "distance");
    }

    /** @return k = 5, k-means++, 10 restarts, 300 iterations, Euclidean */
    public static KMeansOptions defaults() {
        return new KMeansOptions(5, Initialization.K_MEANS_PLUS_PLUS, 10, 300, Distance.EUCLIDEAN);
    }

    /**
     * The same with another number of segments.
     *
     * @param segments the number
     * @return new options
     */
    public KMeansOptions withK(int segments) {
        return new KMeansOptions(segments, initialization, restarts, maxIterations, distance);
    }

    /**
     * The same with another number of restarts.
     *
     * @param count the number
     * @return new options
     */
    public KMeansOptions withRestarts(int count) {
        return new KMeansOptions(k, initialization, count, maxIterations, distance);
    }

    /**
     * The same with another initialization.
     *
     * @param method the method
     * @return new options
     */
    public KMeansOptions withInitialization(Initialization method) {
        return new KMeansOptions(k, method, restarts, maxIterations, distance);
    }

    /**
     * The same with another distance.
     *
     * @param measure the distance
     * @return new options
     */
    public KMeansOptions withDistance(Distance measure) {
        return new KMeansOptions(k, initialization, restarts, maxIterations, measure);
    }

    /**
     * The same with another maximum of iterations.
     *
     * @param count maximum of iterations per start
     * @return new options
     */
    public KMeansOptions withMaxIterations(int count) {
        return new KMeansOptions(k, initialization, restarts, count, distance);
    }
}
