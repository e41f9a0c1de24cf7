package org.tessera.engine.cluster.hierarchical;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;
import org.tessera.engine.run.RunContext;

/** The distances of all pairs of rows, each once: a lower triangle of doubles by rows, 4 n² bytes. O(n² d) time. */
final class DistanceTriangle {

    private static final int TILE = 256;

    private DistanceTriangle() {}

    /**
     * Computes the distances.
     *
     * @param x rows
     * @param rows those to take, in the order of the triangle
     * @return for each of the rows the distances to those before it
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
            double[] costs = new double[TILE];
            for (int start = 0; start < i; start += TILE) {
                ReducedDistances.fill(distance, tiles[start / TILE], x.values(), rows[i] * d, costs, TILE);
                if (distance == Distance.EUCLIDEAN) {
                    roots(costs);
                }
                System.arraycopy(costs, 0, row, start, Math.min(TILE, i - start));
            }
            triangle[i] = row;
            if (i % 64 == 0) {
                run.progress((double) i * i / ((double) n * n), "Distances of row " + i + " of " + n);
            }
        });
        return triangle;
    }

    private static void roots(double[] costs) {
        for (int t = 0; t < costs.length; t++) {
            costs[t] = Math.sqrt(costs[t]);
        }
    }
}
