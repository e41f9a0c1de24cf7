package org.tessera.bench.large;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.large.LargeOptions;
import org.tessera.engine.choose.large.LargeResult;
import org.tessera.engine.choose.large.LargeSegmentation;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.pass.CustomersInMemory;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * How far the inertia of k-means that was searched in a sample and refined by passes is above that of k-means on all
 * customers in memory, on planted groups of different size and spread.
 */
public final class RefinedInertia {

    private static final int FEATURES = 8;
    private static final int GROUPS = 6;
    private static final int SEARCHED = 1000;
    private static final double ALLOWED = 0.001;

    private RefinedInertia() {}

    /**
     * Prints a table: {@code RefinedInertia <seeds> <customers> <sample>}.
     *
     * @param args number of seeds, customers per table, customers of the sample
     */
    public static void main(String[] args) {
        int seeds = Integer.parseInt(args[0]);
        int n = Integer.parseInt(args[1]);
        int sample = Integer.parseInt(args[2]);
        System.out.printf("| apart | seeds | mean gap | largest gap | within 0.1 %% | most passes |%n");
        System.out.printf("|---|---|---|---|---|---|%n");
        for (double apart : new double[] {1, 2, 4}) {
            List<Double> gaps = new ArrayList<>();
            int passes = 0;
            for (int seed = 1; seed <= seeds; seed++) {
                CustomerTable table = planted(n, apart, seed);
                LargeResult result = LargeSegmentation.of(
                        CustomersInMemory.of(table, new long[n], 4),
                        PreparationOptions.defaults(),
                        kMeansOnly(),
                        LargeOptions.defaults().withSampleRows(sample).withNullSamples(VerdictOptions.MIN_NULL_SAMPLES),
                        RunContext.of(seed));
                Matrix x = result.model()
                        .preparation()
                        .orElseThrow()
                        .apply(table, RunContext.of(seed))
                        .features();
                gaps.add(result.figures().inertia() / best(x, seed) - 1);
                passes = Math.max(passes, result.passes());
            }
            System.out.printf(
                    "| %.0f | %d | %.4f %% | %.4f %% | %d | %d |%n",
                    apart,
                    seeds,
                    100 * gaps.stream().mapToDouble(g -> g).average().orElseThrow(),
                    100 * gaps.stream().mapToDouble(g -> g).max().orElseThrow(),
                    gaps.stream().filter(g -> g <= ALLOWED).count(),
                    passes);
        }
    }

    private static SweepOptions kMeansOnly() {
        SweepOptions defaults = SweepOptions.defaults();
        return new SweepOptions(
                List.of(Algorithms.K_MEANS.id()),
                GROUPS,
                GROUPS,
                SweepOptions.SECONDS,
                0,
                false,
                SEARCHED,
                false,
                defaults.selection());
    }

    /** The lowest inertia of the node's k-means on all customers. */
    private static double best(Matrix x, int seed) {
        KMeansOptions options = KMeansOptions.defaults().withK(GROUPS);
        CentroidModel model = (CentroidModel) Algorithms.K_MEANS
                .clusterer(options)
                .fit(x, RunContext.of(seed))
                .model();
        return model.inertia();
    }

    /** Groups of different size and spread; their centers are so many standard deviations apart in every column. */
    private static CustomerTable planted(int n, double apart, int seed) {
        RandomStream shape = RandomStream.of(seed, -1);
        double[] centers = IntStream.range(0, GROUPS * FEATURES)
                .mapToDouble(i -> apart * shape.nextGaussian())
                .toArray();
        double[][] values = new double[FEATURES][n];
        for (int i = 0; i < n; i++) {
            RandomStream random = RandomStream.of(seed, i);
            int group = (int) (GROUPS * random.nextDouble() * random.nextDouble());
            for (int j = 0; j < FEATURES; j++) {
                values[j][i] = centers[group * FEATURES + j] + (0.6 + 0.15 * group) * random.nextGaussian();
            }
        }
        List<Column> columns = new ArrayList<>();
        Arrays.stream(values).forEach(v -> columns.add(new NumericColumn("x" + columns.size(), v, false)));
        return new CustomerTable(n, columns);
    }
}
