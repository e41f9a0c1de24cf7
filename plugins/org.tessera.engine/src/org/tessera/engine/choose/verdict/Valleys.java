package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.Cholesky;
import org.tessera.engine.run.RunContext;

/**
 * How deep the valleys between groups are: per pair of groups the density of their rows along the direction that separates
 * their means best, relative to the spread within groups (Fisher's discriminant), and the largest share by which it falls
 * between two hills. 0 is one hill, 1 is a gap without rows.
 *
 * <p>The spread within groups is the pooled covariance plus {@value #RIDGE} of its mean variance, so that features that say
 * the same do no harm. O(n d² + n k d) for k groups.
 */
final class Valleys {

    /** Rows a group needs for a valley to be looked at. */
    static final int MIN_ROWS = 15;

    private static final double RIDGE = 0.02;
    /** Standard deviations beyond the two means in which hills are looked for. */
    private static final double MARGIN = 0.75;

    private final Matrix x;
    private final double[] total;
    private final RunContext run;

    /**
     * @param x n x d features
     * @param run cancel
     */
    Valleys(Matrix x, RunContext run) {
        this.x = x;
        this.run = run;
        total = scatter(x);
    }

    /** The sums of products of deviations from the mean of all rows; the lower triangle. */
    private static double[] scatter(Matrix x) {
        int d = x.columns();
        double[] mean = Groups.means(x, new int[x.rows()], 1, new double[d]);
        double[] scatter = new double[d * d];
        double[] row = new double[d];
        for (int i = 0; i < x.rows(); i++) {
            for (int a = 0; a < d; a++) {
                row[a] = x.values()[i * d + a] - mean[a];
                for (int b = 0; b <= a; b++) {
                    scatter[a * d + b] += row[a] * row[b];
                }
            }
        }
        return scatter;
    }

    /**
     * Measures the valleys of all pairs.
     *
     * @return k x k depths, symmetric; NaN on the diagonal and for groups with fewer than {@value #MIN_ROWS} rows
     */
    double[][] between(Groups groups) {
        int k = groups.count();
        Cholesky within = within(groups);
        double[][] depths = new double[k][k];
        Arrays.stream(depths).forEach(row -> Arrays.fill(row, Double.NaN));
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < a; b++) {
                run.checkCanceled();
                if (Math.min(groups.sizes()[a], groups.sizes()[b]) >= MIN_ROWS) {
                    depths[a][b] = depth(groups, within, a, b);
                    depths[b][a] = depths[a][b];
                }
            }
        }
        return depths;
    }

    /** The largest over groups of the least depth to any other group; 0 if there is no pair. */
    static double isolation(double[][] depths) {
        double best = 0;
        for (double[] row : depths) {
            best = Math.max(
                    best, Arrays.stream(row).filter(v -> !Double.isNaN(v)).min().orElse(0));
        }
        return best;
    }

    /** The rows in coordinates in which the spread within groups is the same in all directions. O(n d²). */
    Matrix whitened(Groups groups) {
        Cholesky within = within(groups);
        int d = x.columns();
        double[] values = new double[x.rows() * d];
        for (int i = 0; i < x.rows(); i++) {
            System.arraycopy(within.whiten(x.row(i)), 0, values, i * d, d);
        }
        return Matrix.wrap(x.rows(), d, values);
    }

    private Cholesky within(Groups groups) {
        int d = x.columns();
        double[] mean = new double[d];
        for (int c = 0; c < groups.means().length; c++) {
            mean[c % d] += groups.means()[c] * groups.sizes()[c / d] / x.rows();
        }
        double[] pooled = total.clone();
        for (int s = 0; s < groups.count(); s++) {
            for (int a = 0; a < d; a++) {
                double deviation = (groups.means()[s * d + a] - mean[a]) * groups.sizes()[s];
                for (int b = 0; b <= a; b++) {
                    pooled[a * d + b] -= deviation * (groups.means()[s * d + b] - mean[b]);
                }
            }
        }
        double trace = 0;
        for (int a = 0; a < d; a++) {
            trace += pooled[a * d + a];
        }
        double ridge = Math.max(RIDGE * trace / d, Double.MIN_NORMAL);
        for (int a = 0; a < d; a++) {
            pooled[a * d + a] += ridge;
        }
        return Cholesky.of(pooled, d).orElseThrow();
    }

    private double depth(Groups groups, Cholesky within, int a, int b) {
        int d = x.columns();
        double[] difference = new double[d];
        for (int j = 0; j < d; j++) {
            difference[j] = groups.means()[b * d + j] - groups.means()[a * d + j];
        }
        double[] direction = within.solve(difference);
        double[] projected = new double[groups.sizes()[a] + groups.sizes()[b]];
        int next = 0;
        double[] sums = new double[2];
        double[] squares = new double[2];
        for (int i = 0; i < groups.labels().length; i++) {
            int label = groups.labels()[i];
            if (label == a || label == b) {
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    sum += direction[j] * (x.values()[i * d + j] - groups.means()[a * d + j]);
                }
                projected[next++] = sum;
                int side = label == a ? 0 : 1;
                sums[side] += sum;
                squares[side] += sum * sum;
            }
        }
        double spread = (squares[0] - sums[0] * sums[0] / groups.sizes()[a])
                + (squares[1] - sums[1] * sums[1] / groups.sizes()[b]);
        double sd = Math.sqrt(Math.max(0, spread) / projected.length);
        double low = sums[0] / groups.sizes()[a];
        double high = sums[1] / groups.sizes()[b];
        return Hills.depth(projected, low - MARGIN * sd, high + MARGIN * sd, sd);
    }
}
