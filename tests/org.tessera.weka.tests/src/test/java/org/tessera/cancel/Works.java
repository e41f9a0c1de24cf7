package org.tessera.cancel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.catalog.Metrics;
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
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.reduce.Pca;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.weka.WekaClusterers;

/** Every algorithm, metric and preparation, on so many rows that most take seconds. */
final class Works {

    private static final int FEATURES = 12;
    private static final int SEGMENTS = 6;

    private final int rows;
    private final List<Work> works = new ArrayList<>();

    private Works(int rows) {
        this.rows = rows;
    }

    /** All works; those that compare all pairs of rows, and Weka's, take fewer. */
    static List<Work> of(int rows) {
        Works all = new Works(rows);
        Matrix many = groups(rows, FEATURES);
        Matrix some = groups(Math.min(rows, 20_000), FEATURES);
        all.rowsOf(many);
        all.tessera(many, some);
        all.metrics(many, some);
        all.weka(groups(2_500, FEATURES), groups(1_500, FEATURES));
        return all.works;
    }

    private void add(String name, Matrix x, Consumer<RunContext> run) {
        works.add(new Work(String.format(Locale.ROOT, "%s, %,d x %,d", name, x.rows(), x.columns()), run));
    }

    private void rowsOf(Matrix many) {
        CustomerTable customers = customers();
        Labels labels = labels(rows);
        SegmentedRows segmented = SegmentedRows.all(labels);
        int columns = customers.columns().size();
        String size = String.format(Locale.ROOT, ", %,d x %,d", rows, columns);
        works.add(new Work(
                "Preparing customers" + size,
                run -> Preparer.with(PreparationOptions.defaults())
                        .fit(customers, Set.of(), run)
                        .apply(customers, run)));
        works.add(new Work(
                "Profiling segments" + size,
                run -> Profiler.profile(customers, segmented, ProfileOptions.defaults(), run)));
        add("Sorting rows", many, run -> CanonicalRows.of(many, run));
        add("Principal components", many, run -> Pca.fit(many, 2, run));
        Matrix wide = groups(2_000, 500);
        add("Principal components", wide, run -> Pca.fit(wide, 2, run));
        ClusterModel model = Algorithms.K_MEANS
                .clusterer(KMeansOptions.defaults().withRestarts(1).withK(20))
                .fit(groups(5_000, FEATURES), RunContext.of(1))
                .model();
        add("Assigning segments", many, run -> Assigner.assign(model, many, run));
    }

    private void tessera(Matrix many, Matrix some) {
        KMeansOptions kMeans = KMeansOptions.defaults().withK(20).withRestarts(3);
        add("k-means", many, run -> Algorithms.K_MEANS.clusterer(kMeans).fit(many, run));
        add("DBSCAN", some, run -> new Dbscan(DbscanOptions.defaults()).fit(some, run));
        for (Covariance covariance : Covariance.values()) {
            GaussianMixtureOptions mixture =
                    GaussianMixtureOptions.defaults().withCovariance(covariance).withRestarts(2);
            Matrix x = covariance == Covariance.FULL ? some : many;
            add(
                    "Mixture, " + lower(covariance),
                    x,
                    run -> Algorithms.GAUSSIAN_MIXTURE.clusterer(mixture).fit(x, run));
        }
        Matrix wide = groups(2_000, 400);
        GaussianMixtureOptions mixture =
                GaussianMixtureOptions.defaults().withComponents(5).withRestarts(1);
        add(
                "Mixture, full",
                wide,
                run -> Algorithms.GAUSSIAN_MIXTURE.clusterer(mixture).fit(wide, run));
        for (Linkage linkage : Linkage.values()) {
            HierarchicalOptions options = HierarchicalOptions.defaults().withLinkage(linkage);
            Matrix x = linkage == Linkage.AVERAGE || linkage == Linkage.COMPLETE ? groups(8_000, FEATURES) : some;
            add("Tree, " + lower(linkage), x, run -> new Hierarchical(options).fit(x, run));
        }
    }

    private void metrics(Matrix many, Matrix some) {
        Labels labels = labels(some.rows());
        Labels manyLabels = labels(many.rows());
        MetricOptions options = MetricOptions.defaults();
        for (Metric metric : Metrics.all()) {
            add(metric.info().title(), some, run -> metric.measure(some, labels, options.exact(), run));
            if (many.rows() > some.rows() && !metric.info().cost().leavesOut(many.rows(), options)) {
                add(metric.info().title(), many, run -> metric.measure(many, manyLabels, options, run));
            }
        }
    }

    private void weka(Matrix some, Matrix few) {
        KMeansOptions kMeans = KMeansOptions.defaults().withK(20).withRestarts(200);
        add(
                "Weka's SimpleKMeans",
                some,
                run -> WekaClusterers.of(Algorithms.K_MEANS, kMeans, true).fit(some, run));
        add(
                "Weka's DBSCAN",
                some,
                run -> WekaClusterers.of(Algorithms.DBSCAN, DbscanOptions.defaults(), true)
                        .fit(some, run));
        GaussianMixtureOptions mixture = GaussianMixtureOptions.defaults()
                .withCovariance(Covariance.DIAGONAL)
                .withComponents(8);
        add(
                "Weka's EM",
                some,
                run -> WekaClusterers.of(Algorithms.GAUSSIAN_MIXTURE, mixture, true)
                        .fit(some, run));
        for (Linkage linkage : Linkage.values()) {
            HierarchicalOptions options = HierarchicalOptions.defaults().withLinkage(linkage);
            add(
                    "Weka's tree, " + lower(linkage),
                    few,
                    run -> WekaClusterers.of(Algorithms.HIERARCHICAL, options, true)
                            .fit(few, run));
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Labels labels(int n) {
        return Labels.of(IntStream.range(0, n).map(i -> i % SEGMENTS).toArray());
    }

    private static Matrix groups(int n, int d) {
        RandomStream random = RandomStream.of(1, n);
        double[] centroids = new double[SEGMENTS * d];
        Arrays.setAll(centroids, i -> 4 * random.nextGaussian());
        double[] values = new double[n * d];
        for (int i = 0; i < n; i++) {
            int group = random.nextInt(SEGMENTS);
            for (int j = 0; j < d; j++) {
                values[i * d + j] = centroids[group * d + j] + random.nextGaussian();
            }
        }
        return Matrix.wrap(n, d, values);
    }

    private CustomerTable customers() {
        RandomStream random = RandomStream.of(2, rows);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < 6; c++) {
            double[] values = new double[rows];
            Arrays.setAll(values, i -> Math.exp(random.nextGaussian()));
            columns.add(new NumericColumn("number " + c, values, false));
        }
        for (int levels : new int[] {3, 30, rows / 3}) {
            int[] codes = new int[rows];
            Arrays.setAll(codes, i -> random.nextInt(levels));
            List<String> names =
                    IntStream.range(0, levels).mapToObj(l -> "level " + l).toList();
            columns.add(new CategoryColumn(levels + " levels", codes, names));
        }
        return new CustomerTable(rows, columns);
    }
}
