package org.tessera.engine.numbers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Search;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.numbers.EdgeCases.Found;
import org.tessera.engine.run.RunContext;

/** The algorithms on degenerate input. */
final class AlgorithmEdges {

    private static final RunContext RUN = RunContext.of(1);
    private static final Matrix HAND = Samples.column(0, 1, 10, 11);
    private static final Matrix THREE = Samples.column(0, 1, 2);
    private static final Matrix SAME = Samples.column(1, 1, 1, 1);
    private static final Matrix NONE = Matrix.wrap(0, 1, new double[0]);

    private AlgorithmEdges() {}

    static Map<String, EdgeCases.Case> cases() {
        Map<String, EdgeCases.Case> cases = new LinkedHashMap<>();
        kMeans(cases);
        for (Linkage linkage : List.of(Linkage.WARD, Linkage.AVERAGE, Linkage.COMPLETE, Linkage.SINGLE)) {
            trees(cases, linkage);
        }
        cases.put("Agglo 1 row", () -> labels(tree(Linkage.WARD, 2, Samples.column(0))));
        cases.put("Agglo k>n", () -> labels(tree(Linkage.WARD, 9, HAND)));
        cases.put("Agglo identical k=2 ward", () -> labels(tree(Linkage.WARD, 2, SAME)));
        dbscan(cases);
        mixtures(cases);
        return cases;
    }

    private static void kMeans(Map<String, EdgeCases.Case> cases) {
        cases.put("KMeans k>n", () -> labels(kMeans(5, HAND)));
        cases.put("KMeans k=1", () -> labels(kMeans(1, HAND)));
        cases.put("KMeans k=n", () -> labels(kMeans(4, HAND)));
        cases.put("KMeans k=3 two distinct points", () -> labels(kMeans(3, Samples.column(0, 0, 1, 1))));
        cases.put("KMeans all identical k=2", () -> labels(kMeans(2, SAME)));
        cases.put("KMeans NaN", () -> labels(kMeans(2, Samples.column(0, 1, Double.NaN, 11))));
        cases.put("KMeans k=0", () -> labels(kMeans(0, HAND)));
        cases.put("KMeans 0 rows", () -> labels(kMeans(2, NONE)));
    }

    private static Clustering kMeans(int k, Matrix x) {
        return Algorithms.K_MEANS.clusterer(KMeansOptions.defaults().withK(k)).fit(x, RUN);
    }

    private static Found labels(Clustering clustering) {
        Found found = Found.labels(clustering.labels().toArray());
        String inertia = clustering.model() instanceof CentroidModel model ? ", inertia " + model.inertia() : "";
        String warning = clustering.warnings().isEmpty() ? "" : ", with a warning";
        return new Found(found.text() + inertia + warning, found.values(), true);
    }

    private static void trees(Map<String, EdgeCases.Case> cases, Linkage linkage) {
        String name = linkage.name().toLowerCase(Locale.ROOT);
        Matrix four = Samples.column(0, 1, 2, 3);
        cases.put("Agglo tie 0,1,2,3 k=2 " + name, () -> labels(tree(linkage, 2, four)));
        cases.put("Agglo tie 0,1,2 k=2 " + name, () -> labels(tree(linkage, 2, THREE)));
        cases.put("scipy Z for 0,1,10,11 " + name, () -> merges(tree(linkage, 2, HAND)));
        cases.put("scipy Z for ties 0,1,2,3 " + name, () -> merges(tree(linkage, 2, four)));
    }

    private static Clustering tree(Linkage linkage, int k, Matrix x) {
        return new Hierarchical(
                        HierarchicalOptions.defaults().withLinkage(linkage).withSegments(k))
                .fit(x, RUN);
    }

    /** As scipy writes a tree: the two parts, the height, the number of rows. */
    private static Found merges(Clustering clustering) {
        MergeTree tree = ((TreeModel) clustering.model()).tree();
        int n = tree.rows();
        double[] values = new double[4 * (n - 1)];
        int[] sizes = new int[2 * n - 1];
        Arrays.fill(sizes, 0, n, 1);
        for (int i = 0; i < n - 1; i++) {
            sizes[n + i] = sizes[tree.left()[i]] + sizes[tree.right()[i]];
            values[4 * i] = tree.left()[i];
            values[4 * i + 1] = tree.right()[i];
            values[4 * i + 2] = tree.heights()[i];
            values[4 * i + 3] = sizes[n + i];
        }
        return Found.numbers(values);
    }

    private static void dbscan(Map<String, EdgeCases.Case> cases) {
        for (int least = 1; least <= 4; least++) {
            int minPoints = least;
            cases.put(
                    "DBSCAN eps=0.999999 min_samples=" + least + " on 0,1,2",
                    () -> labels(dbscan(0.999999, minPoints, THREE)));
            cases.put("DBSCAN eps=1.0 min_samples=" + least + " on 0,1,2", () -> labels(dbscan(1, minPoints, THREE)));
        }
        cases.put(
                "DBSCAN border point tie (0,1,2 | 4 | 6,7,8), eps=2 ms=4",
                () -> labels(dbscan(2, 4, Samples.column(0, 1, 2, 4, 6, 7, 8))));
        cases.put(
                "DBSCAN border reachable from two clusters x=0,.5,1,1.5,3,4.5,5,5.5,6 eps=1.5 ms=4",
                () -> labels(dbscan(1.5, 4, Samples.column(0, .5, 1, 1.5, 3, 4.5, 5, 5.5, 6))));
        cases.put("DBSCAN all noise", () -> labels(dbscan(0.5, 2, HAND)));
        cases.put("DBSCAN eps=0", () -> labels(dbscan(0, 2, HAND)));
        cases.put("DBSCAN 0 rows", () -> labels(dbscan(1, 2, NONE)));
    }

    private static Clustering dbscan(double eps, int minPoints, Matrix x) {
        return new Dbscan(DbscanOptions.defaults().withEps(eps).withMinPoints(minPoints)).fit(x, RUN);
    }

    private static void mixtures(Map<String, EdgeCases.Case> cases) {
        cases.put("GMM k>n", () -> labels(mixture(5, HAND)));
        cases.put(
                "GMM full constant column",
                () -> labels(mixture(2, Matrix.wrap(4, 2, new double[] {5, 0, 5, 1, 5, 10, 5, 11}))));
        cases.put("GMM identical k=2", () -> labels(mixture(2, SAME)));
        cases.put("GMM hand full 1d", () -> {
            MixtureModel model = (MixtureModel) mixture(2, HAND).model();
            double[] means = model.means().values();
            double[] weights = model.weights();
            return Found.numbers(
                    means[0],
                    means[1],
                    model.covariances()[0][0],
                    model.covariances()[1][0],
                    weights[0],
                    weights[1],
                    model.logLikelihood(),
                    model.bic());
        });
    }

    private static Clustering mixture(int k, Matrix x) {
        return Algorithms.GAUSSIAN_MIXTURE
                .clusterer(GaussianMixtureOptions.defaults()
                        .withComponents(k)
                        .withCovariance(Covariance.FULL)
                        .withSearch(Search.LIKELIHOOD))
                .fit(x, RUN);
    }
}
