package org.tessera.engine.choose.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.choose.continuum.FeatureColumn;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.continuum.Spikes;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Dip tests of every number with more than {@value Spikes#MIN_DISTINCT} different values and at most one spike. The square root of n times the dip
 * is compared with that of uniform samples, whose distribution hardly depends on n.
 */
final class DipTest {

    private static final int SAMPLES = 999;
    private static final int SAMPLE_ROWS = 500;
    private static final int MIN_ROWS = 50;
    private static final int BLOCK = 50;
    /** Width of the kernel in standard deviations, for one value. */
    private static final double SILVERMAN = 0.9;
    /** The first random stream of uniform samples. */
    private static final long STREAM = 1L << 32;

    private DipTest() {}

    /** Tests columns. O(n log n) per column. */
    static List<ColumnDip> of(Matrix x, FeatureColumns columns, RunContext run) {
        double[] uniform = uniform(run);
        List<ColumnDip> dips = new ArrayList<>();
        for (FeatureColumn column : columns.list()) {
            run.checkCanceled();
            if (!column.category()) {
                int feature = column.features().get(0);
                double[] values = new double[x.rows()];
                Arrays.setAll(values, i -> x.at(i, feature));
                if (values.length >= MIN_ROWS && isSmooth(values)) {
                    dips.add(test(column.name(), smoothed(values, run.random(STREAM - 1 - feature)), uniform));
                }
            }
        }
        return dips;
    }

    /** Whether a dip says something: with several spikes the hills are round numbers or counts. */
    private static boolean isSmooth(double[] values) {
        return Spikes.hasManyValues(values) && Spikes.values(values).length <= 1;
    }

    private static ColumnDip test(String column, double[] values, double[] uniform) {
        double dip = values.length == 0 ? 0 : Dip.of(values);
        double size = dip * Math.sqrt(values.length);
        long atLeast = Arrays.stream(uniform).filter(u -> u >= size).count();
        return new ColumnDip(column, dip, (atLeast + 1.0) / (uniform.length + 1));
    }

    private static double[] uniform(RunContext run) {
        double[] sizes = new double[SAMPLES];
        run.forBlocks((SAMPLES + BLOCK - 1) / BLOCK, block -> {
            RandomStream random = run.random(STREAM + block);
            for (int s = block * BLOCK; s < Math.min(SAMPLES, (block + 1) * BLOCK); s++) {
                double[] sample = new double[SAMPLE_ROWS];
                Arrays.setAll(sample, i -> random.nextDouble());
                sizes[s] = Dip.of(sample) * Math.sqrt(SAMPLE_ROWS);
            }
        });
        return sizes;
    }

    /**
     * Leaves out values that many rows share and that are the smallest or the largest, such as zero, and adds normal noise of
     * a kernel density's width to the others, so that round numbers are no hills.
     */
    private static double[] smoothed(double[] column, RandomStream random) {
        double low = Arrays.stream(column).min().orElse(0);
        double high = Arrays.stream(column).max().orElse(0);
        double[] ends = Arrays.stream(Spikes.values(column))
                .filter(spike -> spike == low || spike == high)
                .toArray();
        double[] values = Arrays.stream(column)
                .filter(v -> Arrays.stream(ends).noneMatch(end -> end == v))
                .toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        double width = SILVERMAN * Math.sqrt(variance) * Math.pow(values.length, -0.2);
        return Arrays.stream(values).map(v -> v + width * random.nextGaussian()).toArray();
    }
}
