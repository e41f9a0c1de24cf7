package org.tessera.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.dbscan.PointType;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.search.MultiStartSearch;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Search;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.reference.SharedReference;
import org.tessera.engine.run.RunContext;

/** Beside scikit-learn 1.2.1 on the data sets that may not be kept here. */
class SharedReferenceTest {

    private static final RunContext RUN = RunContext.of(1);

    private static double of(String set, String algorithm, int k, int column) {
        return SharedReference.metrics(set, algorithm).stream()
                .filter(line -> line[2].equals(Integer.toString(k)))
                .mapToDouble(line -> Double.parseDouble(line[column]))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "wholesale, 2",
        "wholesale, 3",
        "wholesale, 4",
        "wholesale, 5",
        "wholesale, 6",
        "wholesale, 7",
        "wholesale, 8",
        "onlineretail, 2",
        "onlineretail, 3",
        "onlineretail, 4",
        "onlineretail, 5",
        "onlineretail, 6",
        "onlineretail, 7",
        "onlineretail, 8"
    })
    void k_means_ends_no_higher_than_the_best_of_10_starts(String set, int k) {
        double reference = of(set, "kmeans", k, 10);
        KMeans kMeans = new KMeans(KMeansOptions.defaults().withK(k), MultiStartSearch.OPTIMIZER);
        double inertia =
                ((CentroidModel) kMeans.fit(SharedReference.features(set), RUN).model()).inertia();
        assertTrue(inertia <= (1 + 1e-12) * reference, inertia + ", reference " + reference);
    }

    @ParameterizedTest
    @CsvSource({
        "wholesale, FULL, 2",
        "wholesale, FULL, 3",
        "wholesale, FULL, 4",
        "wholesale, FULL, 5",
        "wholesale, FULL, 6",
        "wholesale, FULL, 7",
        "wholesale, FULL, 8",
        "wholesale, DIAGONAL, 2",
        "wholesale, DIAGONAL, 3",
        "wholesale, DIAGONAL, 4",
        "wholesale, DIAGONAL, 5",
        "wholesale, DIAGONAL, 6",
        "wholesale, DIAGONAL, 7",
        "wholesale, DIAGONAL, 8",
        "onlineretail, DIAGONAL, 3",
        "onlineretail, DIAGONAL, 8"
    })
    void mixtures_are_at_least_as_likely(String set, Covariance covariance, int k) {
        double bound = of(set, covariance == Covariance.FULL ? "gmm_full" : "gmm_diag", k, 14);
        GaussianMixtureOptions options = GaussianMixtureOptions.defaults()
                .withCovariance(covariance)
                .withSearch(Search.LIKELIHOOD)
                .withComponents(k);
        Clustering clustering = Algorithms.GAUSSIAN_MIXTURE.clusterer(options).fit(SharedReference.features(set), RUN);
        double likelihood = ((MixtureModel) clustering.model()).logLikelihood();
        assertTrue(likelihood >= bound, likelihood + ", reference " + bound);
    }

    @ParameterizedTest
    @CsvSource({
        "wholesale, DIAGONAL, diag, 2",
        "wholesale, DIAGONAL, diag, 5",
        "wholesale, FULL, full, 5",
        "onlineretail, DIAGONAL, diag, 2",
        "onlineretail, DIAGONAL, diag, 5"
    })
    void mixtures_from_the_same_start_are_the_same(String set, Covariance covariance, String type, int k) {
        String[] expected = SharedReference.lines("reference/fixed_init_metrics.csv").stream()
                .filter(line -> line[0].equals(set) && line[1].equals("gmm_" + type + "_from_lloyd"))
                .filter(line -> line[2].equals(Integer.toString(k)))
                .findFirst()
                .orElseThrow();
        int[] start =
                SharedReference.labels(set + "_fixed_labels.csv", "lloyd_" + k).toArray();
        GaussianMixtureOptions options =
                new GaussianMixtureOptions(k, GaussianMixtureOptions.Choice.FIXED, covariance, 1, 500, 1e-6, 1e-6);
        Clustering clustering = new GaussianMixture(options).fitFrom(SharedReference.features(set), start, RUN);
        MixtureModel model = (MixtureModel) clustering.model();
        int n = start.length;
        double bound = Double.parseDouble(expected[9]);
        assertEquals(bound, model.logLikelihood(), 1e-6 * Math.abs(bound));
        assertEquals(Double.parseDouble(expected[10]), model.bic(), 2e-6 * n * Math.abs(bound));
        assertEquals(Double.parseDouble(expected[11]), model.aic(), 2e-6 * n * Math.abs(bound));
        Labels labels = SharedReference.labels(set + "_fixed_labels.csv", "gmm_" + type + "_from_lloyd_" + k);
        assertTrue(Samples.samePartition(labels.toArray(), clustering.labels().toArray()));
    }

    /** Border rows that several segments reach are scikit-learn's by its order of the rows, ours by distance. */
    @ParameterizedTest
    @CsvSource({
        "wholesale, 0.5", "wholesale, 0.75", "wholesale, 1.0",
        "onlineretail, 0.5", "onlineretail, 0.75", "onlineretail, 1.0"
    })
    void core_rows_and_noise_of_dbscan_are_the_same(String set, String part) {
        String[] run = SharedReference.metrics(set, "dbscan").get(part.equals("0.5") ? 0 : part.equals("0.75") ? 1 : 2);
        Matrix x = SharedReference.features(set);
        double eps = Double.parseDouble(run[16]);
        Clustering clustering = new Dbscan(DbscanOptions.defaults().withEps(eps).withMinPoints(5)).fit(x, RUN);
        int[] labels = clustering.labels().toArray();
        int[] expected =
                SharedReference.labels(set + "_labels.csv", "dbscan_" + part).toArray();
        PointType[] types = PointType.of((DensityModel) clustering.model(), x, clustering.labels());
        assertEquals(Integer.parseInt(run[5]), clustering.labels().segments());
        for (int i = 0; i < labels.length; i++) {
            assertEquals(expected[i] == Labels.NOISE, types[i] == PointType.NOISE, "row " + i);
            if (types[i] == PointType.BORDER) {
                labels[i] = Labels.NOISE;
                expected[i] = Labels.NOISE;
            }
        }
        assertTrue(Samples.samePartition(expected, labels));
    }
}
