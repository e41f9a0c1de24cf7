package org.tessera.engine.choose.verdict;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.Cholesky;

/**
 * How rows scatter around means: sums of products of deviations. Those within groups are those of all rows less those
 * between the groups, so that they take O(k d²) for any k means. A share of the mean variance within groups, the ridge, is
 * added to the variances, so that features that say the same do no harm.
 */
final class Scatter {

    private final int rows;
    private final int d;
    private final double[] mean;
    private final double[] total;
    private final double ridge;

    /**
     * Sums the products of all rows. O(n d²).
     *
     * @param x n x d features
     * @param ridge share of the mean variance
     */
    Scatter(Matrix x, double ridge) {
        this.ridge = ridge;
        rows = x.rows();
        d = x.columns();
        mean = Groups.means(x, new int[rows], 1, new double[d]);
        total = new double[d * d];
        double[] row = new double[d];
        for (int i = 0; i < rows; i++) {
            for (int a = 0; a < d; a++) {
                row[a] = x.values()[i * d + a] - mean[a];
                for (int b = 0; b <= a; b++) {
                    total[a * d + b] += row[a] * row[b];
                }
            }
        }
    }

    /** The mean of all rows. */
    double mean(int feature) {
        return mean[feature];
    }

    /** The sum of products of all rows, for a feature and one not behind it. */
    double total(int a, int b) {
        return total[a * d + b];
    }

    /**
     * The decomposition of the scatter within groups.
     *
     * @param sizes k numbers of rows, or sums of probabilities
     * @param means k x d means, in rows
     */
    Cholesky within(double[] sizes, double[] means) {
        double[] center = new double[d];
        for (int c = 0; c < means.length; c++) {
            center[c % d] += means[c] * sizes[c / d] / rows;
        }
        double[] pooled = total.clone();
        for (int s = 0; s < sizes.length; s++) {
            for (int a = 0; a < d; a++) {
                double deviation = (means[s * d + a] - center[a]) * sizes[s];
                for (int b = 0; b <= a; b++) {
                    pooled[a * d + b] -= deviation * (means[s * d + b] - center[b]);
                }
            }
        }
        return decomposed(pooled, d, ridge);
    }

    /** Decomposes sums of products, of which the lower triangle is read, with the ridge. */
    static Cholesky decomposed(double[] products, int d, double ridge) {
        double trace = 0;
        for (int a = 0; a < d; a++) {
            trace += products[a * d + a];
        }
        double added = Math.max(ridge * trace / d, Double.MIN_NORMAL);
        for (int a = 0; a < d; a++) {
            products[a * d + a] += added;
        }
        return Cholesky.of(products, d).orElseThrow();
    }

    /** The rows in coordinates in which a scatter is the same in all directions. O(n d²). */
    static Matrix whitened(Matrix x, Cholesky scatter) {
        int d = x.columns();
        double[] values = new double[x.rows() * d];
        for (int i = 0; i < x.rows(); i++) {
            System.arraycopy(scatter.whiten(x.row(i)), 0, values, i * d, d);
        }
        return Matrix.wrap(x.rows(), d, values);
    }
}
