package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.Cholesky;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * The scatter within segments before they are known: that of differences between rows and their nearest neighbors, which
 * are of the same segment, first as they are, then in the metric of the scatter before. Art, Gnanadesikan and Kettenring
 * (1982), Data-based metrics for cluster analysis, Utilitas Mathematica 21A, 75-99. On at most {@value #SAMPLE_ROWS} rows,
 * O(rows² d).
 */
final class NeighborScatter {

    private static final int SAMPLE_ROWS = 1000;
    private static final int ROUNDS = 10;

    private NeighborScatter() {}

    /** The scatter, but for a factor. */
    static Cholesky of(Matrix x, RandomStream random, RunContext run) {
        Matrix sample =
                x.rows() <= SAMPLE_ROWS ? x : x.select(Arrays.copyOf(random.permutation(x.rows()), SAMPLE_ROWS));
        Cholesky scatter = null;
        for (int r = 0; r < ROUNDS; r++) {
            scatter = ofNeighbors(sample, scatter == null ? sample : Scatter.whitened(sample, scatter), run);
        }
        return scatter;
    }

    private static Cholesky ofNeighbors(Matrix sample, Matrix metric, RunContext run) {
        int d = sample.columns();
        double[] products = new double[d * d];
        double[] difference = new double[d];
        for (int i = 0; i < sample.rows(); i++) {
            run.checkCanceled();
            int nearest = nearest(metric, i);
            for (int a = 0; a < d; a++) {
                difference[a] = sample.at(i, a) - sample.at(nearest, a);
                for (int b = 0; b <= a; b++) {
                    products[a * d + b] += difference[a] * difference[b];
                }
            }
        }
        return Scatter.decomposed(products, d, TiedMixture.RIDGE);
    }

    private static int nearest(Matrix x, int row) {
        int d = x.columns();
        double[] values = x.values();
        int nearest = row;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < d && sum < least; j++) {
                double difference = values[row * d + j] - values[i * d + j];
                sum += difference * difference;
            }
            if (sum < least && i != row) {
                least = sum;
                nearest = i;
            }
        }
        return nearest;
    }
}
