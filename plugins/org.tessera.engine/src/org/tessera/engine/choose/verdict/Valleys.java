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
 * <p>The spread within groups is their {@link Scatter} with a ridge of {@value #RIDGE}. O(n d² + n k d) for k groups.
 */
final class Valleys {

    /** Rows a group needs for a valley to be looked at. */
    static final int MIN_ROWS = 15;

    private static final double RIDGE = 0.02;
    /** Standard deviations beyond the two means in which hills are looked for. */
    private static final double MARGIN = 0.75;

    private final Matrix x;
    private final Scatter scatter;
    private final double errors;
    private final RunContext run;

    /**
     * @param x n x d features
     * @param errors by how many standard errors densities are taken less far apart ({@link Hills})
     * @param run cancel
     */
    Valleys(Matrix x, double errors, RunContext run) {
        this.x = x;
        this.errors = errors;
        this.run = run;
        scatter = new Scatter(x, RIDGE);
    }

    /**
     * Measures the valleys of all pairs.
     *
     * @return k x k depths, symmetric; NaN on the diagonal and for groups with fewer than {@value #MIN_ROWS} rows
     */
    double[][] between(Groups groups) {
        int k = groups.count();
        Cholesky within =
                scatter.within(Arrays.stream(groups.sizes()).asDoubleStream().toArray(), groups.means());
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
        return Hills.depth(projected, low - MARGIN * sd, high + MARGIN * sd, sd, errors);
    }
}
