package org.tessera.bench.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tessera.bench.Clouds;
import org.tessera.bench.segments.CustomerFile;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.large.LargeOptions;
import org.tessera.engine.choose.large.LargeResult;
import org.tessera.engine.choose.large.LargeSegmentation;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.pass.CustomersInMemory;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * The inertia of k-means by sample and passes beside that of MLlib's clusterings with their defaults, on the same features:
 * as a multiple of that of k-means with its restarts on all rows. Prints a line per data set and method.
 */
public final class BesideMllib {

    private static final int K = 8;
    private static final int FEATURES = 8;
    private static final int SAMPLE_ROWS = 2_000;
    private static final double NOISE = 0.05;
    /** What counts as the same inertia. */
    private static final double SAME = 1.001;

    private final int rows;
    private final SparkSession spark;

    private BesideMllib(int rows, SparkSession spark) {
        this.rows = rows;
        this.spark = spark;
    }

    /**
     * Measures: {@code BesideMllib <seeds> <rows> [<file>[=<outcome>] ...]}.
     *
     * @param args number of seeds, rows per data set, CSV files whose customers are drawn with noise, each with the column to
     *     leave out, if there is one
     * @throws IOException if a file can't be read
     */
    public static void main(String[] args) throws IOException {
        int seeds = Integer.parseInt(args[0]);
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate()) {
            spark.sparkContext().setLogLevel("ERROR");
            BesideMllib bench = new BesideMllib(Integer.parseInt(args[1]), spark);
            System.out.println("| customers | method | inertia, mean | worst | within 0.1 % | seconds, median |");
            System.out.println("|---|---|--:|--:|--:|--:|");
            bench.measure("eight planted groups", seeds, seed -> numbers(Clouds.of(bench.rows, FEATURES, seed)));
            for (String arg : Arrays.asList(args).subList(2, args.length)) {
                List<String> file = List.of(arg.split("="));
                Path path = Path.of(file.get(0));
                CustomerTable customers = CustomerFile.read(path, Set.copyOf(file.subList(1, file.size())));
                bench.measure(path.getFileName().toString(), seeds, seed -> bench.drawn(customers, seed));
            }
        }
    }

    /** Draws customers. */
    private interface Draw {
        CustomerTable table(long seed);
    }

    private void measure(String title, int seeds, Draw draw) {
        Figures tessera = new Figures();
        Map<MllibSide.Kind, Figures> mllib = new EnumMap<>(MllibSide.Kind.class);
        MllibSide side = new MllibSide(spark);
        for (long seed = 1; seed <= seeds; seed++) {
            CustomerTable table = draw.table(seed);
            RunContext run = RunContext.of(seed);
            long start = System.nanoTime();
            LargeResult result = segment(table, run);
            double seconds = (System.nanoTime() - start) / 1e9;
            Matrix x =
                    result.model().preparation().orElseThrow().apply(table, run).features();
            double best = inertia(
                    x,
                    Algorithms.K_MEANS
                            .clusterer(KMeansOptions.defaults().withK(K))
                            .fit(x, run)
                            .labels());
            int[] segments = Assigner.assign(result.model().clusters(), x, run).segments();
            tessera.add(inertia(x, Labels.of(segments)) / best, seconds);
            Dataset<Row> features = side.features(x);
            for (MllibSide.Kind kind : MllibSide.Kind.values()) {
                MllibSide.Timed timed = side.fit(kind, features, K, seed);
                mllib.computeIfAbsent(kind, ignored -> new Figures())
                        .add(inertia(x, timed.labels()) / best, timed.seconds());
            }
            features.unpersist();
        }
        print(title, "Tessera, sample and passes", tessera);
        mllib.forEach((kind, figures) -> print(title, "MLlib " + kind.title(), figures));
    }

    private static LargeResult segment(CustomerTable table, RunContext run) {
        SweepOptions sweep =
                SweepOptions.defaults().withAlgorithms(Algorithms.K_MEANS.id()).withSegments(K, K);
        long[] ids = LongStream.range(0, table.rows()).toArray();
        return LargeSegmentation.of(
                CustomersInMemory.of(table, ids, 2),
                PreparationOptions.defaults(),
                sweep,
                LargeOptions.defaults().withSampleRows(SAMPLE_ROWS),
                run);
    }

    private static double inertia(Matrix x, Labels labels) {
        return WithinSumOfSquares.of(x, labels, NoisePolicy.LEAVE_OUT, RunContext.of(1))
                .overall();
    }

    private static void print(String title, String method, Figures figures) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.4f | %.4f | %.2f | %.2f |%n",
                title,
                method,
                figures.mean(),
                figures.worst(),
                figures.same(),
                figures.seconds());
    }

    private static CustomerTable numbers(Clouds clouds) {
        Matrix x = clouds.matrix();
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < x.columns(); j++) {
            double[] values = new double[x.rows()];
            for (int i = 0; i < values.length; i++) {
                values[i] = x.at(i, j);
            }
            columns.add(new NumericColumn("x" + j, values, false));
        }
        return new CustomerTable(x.rows(), columns);
    }

    /** Customers drawn with replacement, numbers that are not codes with noise. */
    private CustomerTable drawn(CustomerTable customers, long seed) {
        RandomStream random = RandomStream.of(seed, 0);
        int[] from = new int[rows];
        for (int i = 0; i < rows; i++) {
            from[i] = random.nextInt(customers.rows());
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : customers.columns()) {
            Column drawn = column.select(from);
            if (drawn instanceof NumericColumn numbers && !(column instanceof CategoryColumn)) {
                double[] values = numbers.values().clone();
                for (int i = 0; i < rows; i++) {
                    values[i] *= 1 + NOISE * random.nextGaussian();
                }
                columns.add(new NumericColumn(column.name(), values, false));
            } else {
                columns.add(drawn);
            }
        }
        return new CustomerTable(rows, columns);
    }

    /** Inertia as a multiple, and seconds, of all seeds. */
    private static final class Figures {

        private final List<Double> ratios = new ArrayList<>();
        private final List<Double> times = new ArrayList<>();

        void add(double ratio, double seconds) {
            ratios.add(ratio);
            times.add(seconds);
        }

        double mean() {
            return ratios.stream().mapToDouble(r -> r).average().orElseThrow();
        }

        double worst() {
            return ratios.stream().mapToDouble(r -> r).max().orElseThrow();
        }

        double same() {
            return ratios.stream().filter(r -> r <= SAME).count() / (double) ratios.size();
        }

        double seconds() {
            return times.stream().sorted().toList().get(times.size() / 2);
        }
    }
}
