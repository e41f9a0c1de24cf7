package org.tessera.bench;

import static java.util.Map.of;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.search.MultiStartSearch;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.search.SplitMergeSearch;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.prep.ScalingOptions;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;
import org.tessera.engine.run.RunContext;

/** Tessera's side of every task, by its public API; {@code side.py} does the same by those of scikit-learn and scipy. */
final class Works {

    static final String LABELS = "labels";
    static final String HEIGHTS = "heights";
    static final String FEATURES = "features";
    static final String CORE = "core";

    private static final int COMPARED_ROWS = 1000;
    private static final int MOST_LEVELS = 50;

    /** Cut of the trees whose labels are told. */
    private static final int CUT = 5;

    private final Request request;
    private final Matrix x;
    private final RunContext run;

    private Works(Request request) throws IOException {
        this.request = request;
        x = RawFile.matrix(Path.of(request.data()), request.n(), request.d());
        run = RunContext.of(1).withThreads(request.cores());
    }

    /** Loads the data. */
    static Work<?> load(Request request) throws IOException {
        Works works = new Works(request);
        return switch (request.algorithm()) {
            case "silhouette" -> works.metric(Silhouette.METRIC);
            case "davies-bouldin" -> works.metric(DaviesBouldin.METRIC);
            case "calinski-harabasz" -> works.metric(CalinskiHarabasz.METRIC);
            case "hierarchy" -> works.hierarchy();
            case "kmeans" -> works.kmeans();
            case "restarts" -> works.restarts();
            case "dbscan" -> works.dbscan();
            case "mixture" -> works.mixture();
            case "preprocessing" -> works.preprocessing();
            default -> throw new IllegalArgumentException("No task '" + request.algorithm() + "'");
        };
    }

    /** Rows in equal steps, the first centroids of k-means on all sides. */
    static Matrix firstCentroids(Matrix x, int k) {
        int[] rows = new int[k];
        Arrays.setAll(rows, c -> c * (x.rows() / k));
        return x.select(rows);
    }

    private Work<?> metric(Metric metric) throws IOException {
        Labels labels = Labels.of(RawFile.ints(Path.of(request.labels())));
        MetricOptions exact = MetricOptions.defaults().exact();
        return new Work<>(() -> metric.measure(x, labels, exact, run), (result, out) -> of("value", result.overall()));
    }

    private Work<?> hierarchy() {
        Linkage linkage = Linkage.valueOf(request.linkage().toUpperCase(Locale.ROOT));
        Hierarchical algorithm = new Hierarchical(
                HierarchicalOptions.defaults().withLinkage(linkage).withSegments(CUT));
        return new Work<>(() -> algorithm.fit(x, run), Works::tree);
    }

    static Map<String, Double> tree(Clustering result, Path out) throws IOException {
        double[] heights = ((TreeModel) result.model()).tree().heights();
        RawFile.write(Work.file(out, HEIGHTS), heights);
        RawFile.write(Work.file(out, LABELS), result.labels().toArray());
        return of("top", heights[heights.length - 1]);
    }

    private Work<?> kmeans() {
        KMeans algorithm = new KMeans(
                KMeansOptions.defaults().withMaxIterations(request.iterations()), MultiStartSearch.OPTIMIZER);
        Matrix first = firstCentroids(x, request.k());
        return new Work<>(() -> algorithm.fitFrom(x, first, run), (result, out) -> {
            RawFile.write(Work.file(out, LABELS), result.labels().toArray());
            return of("inertia", inertia(result), "iterations", (double) result.iterations());
        });
    }

    private static double inertia(Clustering result) {
        return ((CentroidModel) result.model()).inertia();
    }

    private Work<?> restarts() {
        return new Work<>(
                () -> {
                    Map<String, Double> inertias = new LinkedHashMap<>();
                    for (int k = 2; k <= request.k(); k++) {
                        Clustering result = Algorithms.K_MEANS
                                .clusterer(KMeansOptions.defaults().withK(k))
                                .fit(x, run);
                        inertias.put("inertia " + k, inertia(result));
                    }
                    return inertias;
                },
                (inertias, out) -> inertias);
    }

    private Work<?> dbscan() {
        Dbscan algorithm =
                new Dbscan(DbscanOptions.defaults().withEps(request.eps()).withMinPoints(request.minPoints()));
        return new Work<>(() -> algorithm.fit(x, run), (result, out) -> {
            RawFile.write(Work.file(out, LABELS), result.labels().toArray());
            return of("segments", (double) result.labels().segments(), "noise", (double)
                    result.labels().noise());
        });
    }

    /** Exactly the iterations asked for: the tolerance is the least that options allow. */
    private Work<?> mixture() throws IOException {
        int[] start = RawFile.ints(Path.of(request.labels()));
        Covariance covariance = "full".equals(request.variant()) ? Covariance.FULL : Covariance.DIAGONAL;
        GaussianMixture algorithm = new GaussianMixture(
                new GaussianMixtureOptions(
                        request.k(),
                        GaussianMixtureOptions.Choice.FIXED,
                        covariance,
                        1,
                        request.iterations(),
                        Double.MIN_VALUE,
                        1e-6),
                SplitMergeSearch.REFINEMENT);
        return new Work<>(() -> algorithm.fitFrom(x, start, run), (result, out) -> {
            RawFile.write(Work.file(out, LABELS), result.labels().toArray());
            double likelihood = ((MixtureModel) result.model()).logLikelihood();
            return of("log-likelihood", likelihood, "iterations", (double) result.iterations());
        });
    }

    private Work<?> preprocessing() {
        CustomerTable table = MixedTable.customers(x, request.k());
        PreparationOptions options = PreparationOptions.defaults()
                .withNumeric(new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.NONE))
                .withCategory(
                        new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0, MOST_LEVELS))
                .withScaling(ScalingOptions.defaults().withCategories(CategoryScale.LIKE_NUMBERS));
        return new Work<>(
                () -> Preparer.with(options)
                        .fit(table, Set.of(), run)
                        .apply(table, run)
                        .features(),
                (features, out) -> {
                    int cells = COMPARED_ROWS * features.columns();
                    RawFile.write(Work.file(out, FEATURES), Arrays.copyOf(features.values(), cells));
                    return of("features", (double) features.columns());
                });
    }
}
