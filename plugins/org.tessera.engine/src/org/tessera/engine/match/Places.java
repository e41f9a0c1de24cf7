package org.tessera.engine.match;

import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.SegmentCenters;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Where segments are in the space of the earlier features: the earlier centers, and the mean of the customers of every
 * pair of an earlier and a present segment.
 */
final class Places {

    private final Matrix earlier;
    private final double[][][] sums;
    private final int[][] counts;

    private Places(Matrix earlier, double[][][] sums, int[][] counts) {
        this.earlier = earlier;
        this.sums = sums;
        this.counts = counts;
    }

    /**
     * Sums customers per pair. O(n d + k l d).
     *
     * @param model the earlier segments
     * @param labels per customer the earlier segment, or a negative number
     * @param present the present segments
     * @param x n x d earlier features of the customers
     * @param run cancel
     * @return the places
     */
    static Places of(ClusterModel model, int[] labels, Labels present, Matrix x, RunContext run) {
        int d = x.columns();
        double[][][] sums = new double[model.segments()][present.segments()][d];
        int[][] counts = new int[model.segments()][present.segments()];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < labels.length; i++) {
            cancellation.step();
            if (labels[i] >= 0 && present.at(i) >= 0) {
                double[] sum = sums[labels[i]][present.at(i)];
                counts[labels[i]][present.at(i)]++;
                for (int j = 0; j < d; j++) {
                    sum[j] += x.at(i, j);
                }
            }
        }
        return new Places(SegmentCenters.of(model), sums, counts);
    }

    /** The distance from the center of an earlier segment to the mean of its customers in some present segments. */
    double ofParts(int segment, List<Integer> parts) {
        double[] sum = new double[earlier.columns()];
        int count = 0;
        for (int part : parts) {
            count += counts[segment][part];
            add(sum, sums[segment][part]);
        }
        return distance(segment, sum, count);
    }

    /** The distance from the center of an earlier segment to the mean of all customers of a present one. */
    double shift(int segment, int present) {
        double[] sum = new double[earlier.columns()];
        int count = 0;
        for (int i = 0; i < sums.length; i++) {
            count += counts[i][present];
            add(sum, sums[i][present]);
        }
        return distance(segment, sum, count);
    }

    /** The distance from the center of an earlier segment to the nearest other one; infinite if it is the only one. */
    double toNearest(int segment) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int other = 0; other < earlier.rows(); other++) {
            if (other != segment) {
                nearest = Math.min(nearest, distance(segment, earlier.row(other), 1));
            }
        }
        return nearest;
    }

    private static void add(double[] sum, double[] values) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += values[j];
        }
    }

    private double distance(int segment, double[] sum, int count) {
        double squares = 0;
        for (int j = 0; j < sum.length; j++) {
            double difference = sum[j] / count - earlier.at(segment, j);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
