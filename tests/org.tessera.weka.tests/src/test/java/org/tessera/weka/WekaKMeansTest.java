package org.tessera.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RunContext;

class WekaKMeansTest {

    private static final RunContext RUN = RunContext.of(1);

    private static CentroidModel model(Clustering clustering) {
        return (CentroidModel) clustering.model();
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void the_same_starts_end_at_the_same_segments_as_tessera(Distance distance) {
        Matrix x = Rows.credit();
        for (int k = 2; k <= 8; k += 2) {
            KMeansOptions options = KMeansOptions.defaults().withK(k).withDistance(distance);
            Clustering weka = WekaClusterers.kMeans(options).fit(x, RUN);
            Clustering tessera = Algorithms.K_MEANS.clusterer(options).fit(x, RUN);
            double expected = model(tessera).inertia();
            assertEquals(expected, model(weka).inertia(), 1e-9 * expected, "k = " + k);
            assertEquals(tessera.labels(), weka.labels(), "k = " + k);
            assertEquals(k, weka.labels().segments());
        }
    }

    @ParameterizedTest
    @EnumSource(Initialization.class)
    void every_start_gives_k_segments_whose_inertia_is_right(Initialization method) {
        Matrix x = Samples.groups(300, 3, 4, 2);
        KMeansOptions options = KMeansOptions.defaults().withK(4).withInitialization(method);
        Clustering clustering = WekaClusterers.kMeans(options).fit(x, RUN);
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
        assertEquals(model(Algorithms.K_MEANS.clusterer(options).fit(x, RUN)).inertia(), inertia, 1e-9 * inertia);
    }

    /** Weka would normalize: then the second column would decide. */
    @Test
    void features_are_not_normalized() {
        Matrix x = Matrix.of(new double[][] {{0, 0}, {0, 1}, {0, 0}, {100, 1}, {100, 0}});
        Clustering clustering =
                WekaClusterers.kMeans(KMeansOptions.defaults().withK(2)).fit(x, RUN);
        assertEquals(Labels.of(0, 0, 0, 1, 1), clustering.labels());
    }

    @Test
    void fewer_different_rows_than_k_are_a_warning() {
        Matrix x = Matrix.of(new double[][] {{1}, {1}, {4}, {4}, {4}, {9}});
        Clustering clustering = WekaClusterers.kMeans(KMeansOptions.defaults()).fit(x, RUN);
        assertEquals(Labels.of(1, 1, 0, 0, 0, 2), clustering.labels());
        assertTrue(clustering.warnings().get(0).contains("k = 5, but only 3 different rows"));
    }

    @Test
    void says_when_the_iterations_were_not_enough() {
        KMeansOptions options = new KMeansOptions(6, Initialization.RANDOM, 1, 1, Distance.EUCLIDEAN);
        Clustering clustering = WekaClusterers.kMeans(options).fit(Samples.groups(500, 3, 6, 3), RUN);
        assertTrue(clustering.warnings().get(0).contains("its limit of 1 iteration:"), clustering.warnings()::toString);
    }
}
