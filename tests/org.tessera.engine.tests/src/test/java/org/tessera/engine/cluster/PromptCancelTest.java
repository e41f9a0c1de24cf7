package org.tessera.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.sweep.Sweep;
import org.tessera.engine.choose.sweep.SweepData;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.reduce.Pca;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * The longest time between two checks for cancellation, in processor time of a thread, so that a busy machine changes
 * nothing: it is how long a cancellation takes at the worst moment.
 */
class PromptCancelTest {

    /** What is promised; 30 are seen, even in code that is not compiled yet. */
    private static final long MAX_MILLIS = 100;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Work(String name, Consumer<RunContext> run) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Gaps implements BooleanSupplier {
        private final Map<Thread, Long> last = new ConcurrentHashMap<>();
        private long longest;

        @Override
        public synchronized boolean getAsBoolean() {
            long now = THREADS.getCurrentThreadCpuTime();
            Long before = last.put(Thread.currentThread(), now);
            longest = Math.max(longest, before == null ? 0 : now - before);
            return false;
        }
    }

    static Stream<Work> works() {
        Matrix many = Samples.groups(100_000, 12, 6, 1);
        Matrix some = Samples.groups(8_000, 12, 6, 1);
        Matrix few = Samples.groups(2_500, 12, 6, 1);
        Labels labels =
                Labels.of(IntStream.range(0, some.rows()).map(i -> i % 6).toArray());
        List<Work> works = new ArrayList<>();
        works.add(new Work("sorting rows", run -> CanonicalRows.of(many, run)));
        works.add(new Work("sorting equal rows", run -> CanonicalRows.of(Samples.grid(200_000, 3, 3, 1), run)));
        works.add(new Work(
                "k-means",
                run -> Algorithms.K_MEANS
                        .clusterer(KMeansOptions.defaults().withRestarts(1))
                        .fit(many, run)));
        works.add(new Work("DBSCAN", run -> new Dbscan(DbscanOptions.defaults()).fit(some, run)));
        works.add(new Work(
                "mixture",
                run -> Algorithms.GAUSSIAN_MIXTURE
                        .clusterer(GaussianMixtureOptions.defaults().withRestarts(1))
                        .fit(some, run)));
        for (Linkage linkage : Linkage.values()) {
            HierarchicalOptions options = HierarchicalOptions.defaults().withLinkage(linkage);
            works.add(new Work(linkage + " linkage", run -> new Hierarchical(options).fit(few, run)));
        }
        SweepOptions sweep = SweepOptions.defaults().withSegments(2, 3).withSampleRows(2_000);
        SweepData data = new SweepData(few, FeatureColumns.numbers(List.of("a", "b")), List.of());
        works.add(new Work("search", run -> Sweep.of(data, sweep, run).run(() -> false, run)));
        for (Metric metric : Metrics.all()) {
            works.add(new Work(
                    metric.info().title(), run -> metric.measure(some, labels, MetricOptions.defaults(), run)));
        }
        works.add(new Work("principal components", run -> Pca.fit(many, 2, run)));
        Matrix wide = Samples.groups(900, 300, 3, 1);
        works.add(new Work("principal components of many columns", run -> Pca.fit(wide, 2, run)));
        GaussianMixtureOptions three =
                GaussianMixtureOptions.defaults().withComponents(3).withRestarts(1);
        works.add(new Work(
                "mixture of many columns",
                run -> Algorithms.GAUSSIAN_MIXTURE.clusterer(three).fit(wide, run)));
        CustomerTable customers = customers(400_000);
        works.add(new Work(
                "preparing",
                run -> Preparer.with(PreparationOptions.defaults())
                        .fit(customers, Set.of(), run)
                        .apply(customers, run)));
        SegmentedRows rows = new SegmentedRows(
                IntStream.range(0, customers.rows()).toArray(),
                Labels.of(IntStream.range(0, customers.rows()).map(i -> i % 5).toArray()));
        works.add(new Work("profiling", run -> Profiler.profile(customers, rows, ProfileOptions.defaults(), run)));
        ClusterModel model = Algorithms.K_MEANS
                .clusterer(KMeansOptions.defaults().withRestarts(1))
                .fit(few, RunContext.of(1))
                .model();
        works.add(new Work("assigning", run -> Assigner.assign(model, many, run)));
        return works.stream();
    }

    private static CustomerTable customers(int n) {
        RandomStream random = RandomStream.of(2, 0);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            double[] values = new double[n];
            Arrays.setAll(values, i -> Math.exp(random.nextGaussian()));
            columns.add(new NumericColumn("number " + c, values, false));
        }
        for (int levels : new int[] {3, 30, 3_000}) {
            int[] codes = new int[n];
            Arrays.setAll(codes, i -> random.nextInt(levels));
            columns.add(new CategoryColumn(
                    levels + " levels",
                    codes,
                    IntStream.range(0, levels).mapToObj(l -> "level " + l).toList()));
        }
        return new CustomerTable(n, columns);
    }

    @ParameterizedTest
    @MethodSource("works")
    void cancellation_is_checked_at_short_intervals(Work work) {
        long millis = longestGap(work);
        for (int again = 0; again < 3 && millis >= MAX_MILLIS; again++) {
            // code that does not check is as slow every time, a processor that is shared with others by chance
            millis = Math.min(millis, longestGap(work));
        }
        long shortest = millis;
        assertTrue(
                shortest < MAX_MILLIS,
                () -> work + " went on for " + shortest + " ms without a check for cancellation");
    }

    private static long longestGap(Work work) {
        Gaps gaps = new Gaps();
        gaps.getAsBoolean();
        work.run().accept(RunContext.of(1).withThreads(1).withCancel(gaps));
        gaps.getAsBoolean();
        return TimeUnit.NANOSECONDS.toMillis(gaps.longest);
    }
}
