package org.tessera.engine.cluster.hierarchical;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.RunContext;

/** The pairwise distances of rows: the lower triangle of their matrix, row by row, 4 n² bytes. O(n² d) time. */
final class DistanceTriangle {

    private static final int TILE = 256;
    /** Rows between two reports of progress. */
    private static final int REPORT_INTERVAL = 64;

    private DistanceTriangle() {}

    /**
     * Computes the distances.
     *
     * @param x a matrix
     * @param rows n of its rows, in the order of the triangle
     * @return per row the distances to those before it
     */
    static double[][] of(Matrix x, int[] rows, Distance distance, RunContext run) {
        int n = rows.length;
        int d = x.columns();
        double[][][] tiles = new double[(n + TILE - 1) / TILE][d][TILE];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                tiles[i / TILE][j][i % TILE] = x.values()[rows[i] * d + j];
            }
        }
        double[][] triangle = new double[n][];
        run.forBlocks(n, i -> {
            double[] row = new double[i];
            double[] distances = new double[TILE];
            for (int start = 0; start < i; start += TILE) {
                ReducedDistances.fill(distance, tiles[start / TILE], x.values(), rows[i] * d, distances, TILE);
                if (distance == Distance.EUCLIDEAN) {
                    squareRoots(distances);
                }
                System.arraycopy(distances, 0, row, start, Math.min(TILE, i - start));
            }
            triangle[i] = row;
            if (i % REPORT_INTERVAL == 0) {
                run.progress((double) i * i / ((double) n * n), "Distances of row " + i + " of " + n);
            }
        });
        return triangle;
    }

    private static void squareRoots(double[] distances) {
        for (int t = 0; t < distances.length; t++) {
            distances[t] = Math.sqrt(distances[t]);
        }
    }
}
