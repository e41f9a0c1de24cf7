package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tessera.engine.choose.continuum.FeatureColumn;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.Statistics;

/**
 * Rows far from all others, which would make groups of their own: more than {@value #FAR} robust standard deviations
 * (interquartile range / 1.349, the usual one if that is below {@value #MIN_ROBUST}) from the median of a number; at most
 * {@value #MAX_SHARE} of the rows, the farthest first.
 */
final class SetAside {

    private static final double FAR = 4;
    private static final double MAX_SHARE = 0.05;
    private static final double MIN_ROBUST = 0.1;

    private SetAside() {}

    /** The indices of the rows that stay, ascending. O(n d log n). */
    static int[] kept(Matrix x, FeatureColumns columns) {
        double[] farthest = new double[x.rows()];
        for (FeatureColumn column : columns.list()) {
            if (!column.category()) {
                measure(x, column.features().get(0), farthest);
            }
        }
        double[] sorted = farthest.clone();
        Arrays.sort(sorted);
        int most = (int) (MAX_SHARE * x.rows());
        double limit = Math.max(FAR, sorted[Math.max(0, sorted.length - 1 - most)]);
        return IntStream.range(0, x.rows()).filter(i -> farthest[i] <= limit).toArray();
    }

    /** Raises a row's distance to that of a feature, in robust standard deviations. */
    private static void measure(Matrix x, int feature, double[] farthest) {
        double[] column =
                IntStream.range(0, x.rows()).mapToDouble(i -> x.at(i, feature)).toArray();
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        double median = Statistics.quantile(sorted, 0.5);
        double robust =
                (Statistics.quantile(sorted, 0.75) - Statistics.quantile(sorted, 0.25)) / Statistics.NORMAL_RANGE;
        double sd = robust < MIN_ROBUST ? Statistics.sd(column) : robust;
        for (int i = 0; i < column.length && sd > 0; i++) {
            farthest[i] = Math.max(farthest[i], Math.abs(column[i] - median) / sd);
        }
    }
}
