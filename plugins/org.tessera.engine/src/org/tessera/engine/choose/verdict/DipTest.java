package org.tessera.engine.choose.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.choose.continuum.FeatureColumn;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.continuum.Spikes;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Dip tests of every number with more than {@value Spikes#MIN_DISTINCT} different values. The square root of n times the dip
 * is compared with that of uniform samples, whose distribution hardly depends on n.
 */
final class DipTest {

    private static final int SAMPLES = 999;
    private static final int SAMPLE_ROWS = 500;
    private static final int MIN_ROWS = 50;
    private static final int BLOCK = 50;
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
                double[] values = Spikes.without(IntStream.range(0, x.rows())
                        .mapToDouble(i -> x.at(i, feature))
                        .toArray());
                if (values.length >= MIN_ROWS && Spikes.hasManyValues(values)) {
                    dips.add(test(column.name(), values, uniform));
                }
            }
        }
        return dips;
    }

    private static ColumnDip test(String column, double[] values, double[] uniform) {
        double dip = Dip.of(spread(values));
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

    /** Spreads equal values evenly from the middle to the value before to the middle to the value behind. */
    static double[] spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] spread = new double[sorted.length];
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double before = from == 0 ? sorted[0] : (sorted[from - 1] + sorted[from]) / 2;
            double behind = to == sorted.length ? sorted[from] : (sorted[from] + sorted[to]) / 2;
            double low = from == 0 ? 2 * sorted[from] - behind : before;
            double high = to == sorted.length ? 2 * sorted[from] - before : behind;
            for (int i = from; i < to; i++) {
                spread[i] = low + (i - from + 0.5) / (to - from) * (high - low);
            }
            from = to;
        }
        return spread;
    }
}
