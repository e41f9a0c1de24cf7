package org.tessera.bench;

import org.tessera.engine.data.Matrix;

/** Rows for the micro benchmarks. */
public final class BenchData {

    private static final long SEED = 2026;

    private BenchData() {}

    /**
     * Overlapping clouds.
     *
     * @param n rows
     * @param d columns
     * @return standardized values
     */
    public static Matrix rows(int n, int d) {
        return Clouds.of(n, d, SEED).matrix();
    }

    /**
     * Rows in equal steps.
     *
     * @param x the rows
     * @return as many as there are clouds
     */
    public static Matrix firstCentroids(Matrix x) {
        return Works.firstCentroids(x, Clouds.COUNT);
    }
}
