package org.tessera.engine.metric;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * The centroids of groups and the dispersion of rows around them, in scaled units. A centroid is the sum of two parts, an
 * origin (the first row of the group) and the mean difference of the group's rows from it, so that an offset of the data
 * costs no digits. Sums are computed per block of rows and merged in block order. O(n d) time, O(k d) memory per block.
 */
final class GroupCentroids {

    /** Rows per block. */
    private static final int BLOCK = 4096;

    private final Matrix x;
    private final Groups groups;
    private final double[] origins;
    private final double[] means;

    private GroupCentroids(Matrix x, Groups groups, double[] origins, double[] means) {
        this.x = x;
        this.groups = groups;
        this.origins = origins;
        this.means = means;
    }

    static GroupCentroids of(Matrix x, Groups groups, RunContext run) {
        int d = x.columns();
        double[] origins = origins(x, groups);
        double[][] partial = new double[blocks(x)][];
        run.forBlocks(partial.length, block -> partial[block] = sumBlock(x, groups, origins, block));
        double[] means = merge(partial, origins.length);
        for (int g = 0; g < groups.count(); g++) {
            for (int j = g * d; j < (g + 1) * d; j++) {
                means[j] /= groups.sizeOf(g);
            }
        }
        return new GroupCentroids(x, groups, origins, means);
    }

    private static int blocks(Matrix x) {
        return (x.rows() + BLOCK - 1) / BLOCK;
    }

    private static double[] origins(Matrix x, Groups groups) {
        int d = x.columns();
        double[] origins = new double[groups.count() * d];
        boolean[] found = new boolean[groups.count()];
        int missing = found.length;
        for (int i = 0; i < x.rows() && missing > 0; i++) {
            int g = groups.of(i);
            if (g >= 0 && !found[g]) {
                found[g] = true;
                missing--;
                for (int j = 0; j < d; j++) {
                    origins[g * d + j] = x.values()[i * d + j] * groups.scale();
                }
            }
        }
        return origins;
    }

    private static double[] sumBlock(Matrix x, Groups groups, double[] origins, int block) {
        int d = x.columns();
        double scale = groups.scale();
        double[] values = x.values();
        double[] sums = new double[origins.length];
        int end = Math.min(x.rows(), (block + 1) * BLOCK);
        for (int i = block * BLOCK; i < end; i++) {
            int at = groups.of(i) * d;
            if (at >= 0) {
                for (int j = 0; j < d; j++) {
                    sums[at + j] += values[i * d + j] * scale - origins[at + j];
                }
            }
        }
        return sums;
    }

    private static double[] merge(double[][] partial, int length) {
        double[] sums = new double[length];
        for (double[] part : partial) {
            for (int i = 0; i < length; i++) {
                sums[i] += part[i];
            }
        }
        return sums;
    }

    /** Per group the sum over its rows of the squared distance to the centroid. */
    double[] squaredDistances(RunContext run) {
        return dispersion(run, true);
    }

    /** Per group the sum over its rows of the distance to the centroid. */
    double[] distances(RunContext run) {
        return dispersion(run, false);
    }

    private double[] dispersion(RunContext run, boolean squared) {
        double[][] partial = new double[blocks(x)][];
        run.forBlocks(partial.length, block -> {
            double[] sums = new double[groups.count()];
            int end = Math.min(x.rows(), (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                int g = groups.of(i);
                if (g >= 0) {
                    double square = squaredDistance(i, g);
                    sums[g] += squared ? square : Math.sqrt(square);
                }
            }
            partial[block] = sums;
        });
        return merge(partial, groups.count());
    }

    private double squaredDistance(int row, int g) {
        int d = x.columns();
        double[] values = x.values();
        double square = 0;
        for (int j = 0; j < d; j++) {
            double difference = values[row * d + j] * groups.scale() - origins[g * d + j] - means[g * d + j];
            square += difference * difference;
        }
        return square;
    }

    /** The distance between two centroids; 0 if they differ by rounding only. */
    double between(int g, int h) {
        int d = x.columns();
        double square = 0;
        double max = 0;
        for (int j = 0; j < d; j++) {
            double origin = origins[g * d + j] - origins[h * d + j];
            double a = means[g * d + j];
            double b = means[h * d + j];
            double difference = origin + (a - b);
            square += difference * difference;
            max = Math.max(max, Math.max(Math.abs(origin), Math.max(Math.abs(a), Math.abs(b))));
        }
        double distance = Math.sqrt(square);
        return distance <= 8 * Math.ulp(max) ? 0 : distance;
    }

    /** Per group the squared distance of its centroid to the mean of all included rows. */
    double[] squaredDistancesToMean() {
        int d = x.columns();
        int k = groups.count();
        double[] squares = new double[k];
        double[] toFirst = new double[k];
        for (int j = 0; j < d; j++) {
            double sum = 0;
            for (int g = 1; g < k; g++) {
                toFirst[g] = origins[g * d + j] - origins[j] + (means[g * d + j] - means[j]);
                sum += groups.sizeOf(g) * toFirst[g];
            }
            double mean = sum / groups.rows();
            for (int g = 0; g < k; g++) {
                double difference = toFirst[g] - mean;
                squares[g] += difference * difference;
            }
        }
        return squares;
    }
}
