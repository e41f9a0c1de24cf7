package org.tessera.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RunContext;
import weka.clusterers.SimpleKMeans;
import weka.core.EuclideanDistance;
import weka.core.ManhattanDistance;
import weka.core.NormalizableDistance;
import weka.core.SelectedTag;

class WekaKMeansTest {

    private static final RunContext RUN = RunContext.of(1);

    private static CentroidModel model(Clustering clustering) {
        return (CentroidModel) clustering.model();
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void chosen_automatically_it_ends_at_the_segments_of_tessera(Distance distance) {
        Matrix x = Rows.credit();
        for (int k = 2; k <= 8; k += 2) {
            KMeansOptions options = KMeansOptions.defaults().withK(k).withDistance(distance);
            Clustering weka =
                    WekaClusterers.of(Algorithms.K_MEANS, options, false).fit(x, RUN);
            Clustering tessera = Algorithms.K_MEANS.clusterer(options).fit(x, RUN);
            double expected = model(tessera).inertia();
            assertEquals(expected, model(weka).inertia(), 1e-9 * expected, "k = " + k);
            assertEquals(tessera.labels(), weka.labels(), "k = " + k);
            assertEquals(k, weka.labels().segments());
        }
    }

    static Stream<Arguments> initializationsAndDistances() {
        return Arrays.stream(Initialization.values())
                .flatMap(i -> Arrays.stream(Distance.values()).map(d -> Arguments.of(i, d)));
    }

    /** The same seed, options and order of the rows: neither Tessera's initialization nor its search takes part. */
    @ParameterizedTest
    @MethodSource("initializationsAndDistances")
    void chosen_by_hand_it_gives_exactly_what_weka_gives(Initialization method, Distance distance) throws Exception {
        KMeansOptions options = KMeansOptions.defaults()
                .withK(6)
                .withRestarts(4)
                .withInitialization(method)
                .withDistance(distance);
        Matrix x = Rows.credit();
        CanonicalRows rows = CanonicalRows.of(x, RUN);
        SimpleKMeans best = null;
        double lowest = Double.POSITIVE_INFINITY;
        for (int restart = 0; restart < options.restarts(); restart++) {
            SimpleKMeans weka = weka(options, RUN.random(restart).nextInt(Integer.MAX_VALUE));
            weka.buildClusterer(Rows.instances(rows.matrix()));
            double inertia = inertia(weka, rows.matrix(), distance);
            if (inertia < lowest) {
                best = weka;
                lowest = inertia;
            }
        }
        Clustering clustering =
                WekaClusterers.of(Algorithms.K_MEANS, options, true).fit(x, RUN);
        SegmentOrder order = rows.number(best.getAssignments(), best.numberOfClusters());
        assertEquals(rows.restore(order.labels()), clustering.labels());
        assertEquals(lowest, model(clustering).inertia());
        for (int s = 0; s < order.newToOld().length; s++) {
            assertArrayEquals(
                    best.getClusterCentroids().instance(order.newToOld()[s]).toDoubleArray(),
                    model(clustering).centroids().row(s));
        }
    }

    private static SimpleKMeans weka(KMeansOptions options, int seed) throws Exception {
        SimpleKMeans weka = new SimpleKMeans();
        NormalizableDistance function =
                options.distance() == Distance.EUCLIDEAN ? new EuclideanDistance() : new ManhattanDistance();
        function.setDontNormalize(true);
        weka.setDistanceFunction(function);
        weka.setNumClusters(options.k());
        weka.setMaxIterations(options.maxIterations());
        weka.setSeed(seed);
        weka.setPreserveInstancesOrder(true);
        int method = switch (options.initialization()) {
            case K_MEANS_PLUS_PLUS -> SimpleKMeans.KMEANS_PLUS_PLUS;
            case RANDOM -> SimpleKMeans.RANDOM;
            case CANOPY -> SimpleKMeans.CANOPY;
            case FARTHEST_FIRST -> SimpleKMeans.FARTHEST_FIRST;
        };
        weka.setInitializationMethod(new SelectedTag(method, SimpleKMeans.TAGS_SELECTION));
        return weka;
    }

    private static double inertia(SimpleKMeans weka, Matrix x, Distance distance) throws Exception {
        int d = x.columns();
        double inertia = 0;
        for (int i = 0; i < x.rows(); i++) {
            double[] centroid = weka.getClusterCentroids()
                    .instance(weka.getAssignments()[i])
                    .toDoubleArray();
            double between = distance.between(x.values(), i * d, centroid, 0, d);
            inertia += distance == Distance.EUCLIDEAN ? between * between : between;
        }
        return inertia;
    }

    @ParameterizedTest
    @EnumSource(Initialization.class)
    void every_initialization_gives_k_segments_whose_inertia_is_right(Initialization method) {
        Matrix x = Samples.groups(300, 3, 4, 2);
        KMeansOptions options = KMeansOptions.defaults().withK(4).withInitialization(method);
        for (boolean byHand : new boolean[] {true, false}) {
            Clustering clustering =
                    WekaClusterers.of(Algorithms.K_MEANS, options, byHand).fit(x, RUN);
            assertEquals(4, clustering.labels().segments());
            double inertia = 0;
            for (int i = 0; i < 300; i++) {
                double distance = Distance.EUCLIDEAN.between(
                        x.values(),
                        3 * i,
                        model(clustering).centroids().values(),
                        3 * clustering.labels().at(i),
                        3);
                inertia += distance * distance;
            }
            assertEquals(inertia, model(clustering).inertia(), 1e-9 * inertia);
            double tessera =
                    model(Algorithms.K_MEANS.clusterer(options).fit(x, RUN)).inertia();
            assertEquals(tessera, inertia, 1e-9 * inertia);
        }
    }

    /** Weka would normalize: then the second column would decide. */
    @Test
    void features_are_not_normalized() {
        Matrix x = Matrix.of(new double[][] {{0, 0}, {0, 1}, {0, 0}, {100, 1}, {100, 0}});
        Clustering clustering = WekaClusterers.of(
                        Algorithms.K_MEANS, KMeansOptions.defaults().withK(2), true)
                .fit(x, RUN);
        assertEquals(Labels.of(0, 0, 0, 1, 1), clustering.labels());
    }

    @Test
    void fewer_different_rows_than_k_are_a_warning() {
        Matrix x = Matrix.of(new double[][] {{1}, {1}, {4}, {4}, {4}, {9}});
        Clustering clustering = WekaClusterers.of(Algorithms.K_MEANS, KMeansOptions.defaults(), true)
                .fit(x, RUN);
        assertEquals(Labels.of(1, 1, 0, 0, 0, 2), clustering.labels());
        assertTrue(clustering.warnings().get(0).contains("k = 5, but only 3 different rows"));
    }

    @Test
    void says_when_the_iterations_were_not_enough() {
        KMeansOptions options = new KMeansOptions(6, Initialization.RANDOM, 1, 1, Distance.EUCLIDEAN);
        Clustering clustering =
                WekaClusterers.of(Algorithms.K_MEANS, options, true).fit(Samples.groups(500, 3, 6, 3), RUN);
        assertTrue(clustering.warnings().get(0).contains("its limit of 1 iteration:"), clustering.warnings()::toString);
    }
}
