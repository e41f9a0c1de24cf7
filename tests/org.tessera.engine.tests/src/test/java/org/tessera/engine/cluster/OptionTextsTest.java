package org.tessera.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MixtureModel;

class OptionTextsTest {

    private static <O extends Record> void assertKept(O defaults, O options) {
        assertEquals(options, OptionTexts.read(defaults, OptionTexts.of(options)));
    }

    private static <O extends Record> void assertKept(Algorithm<O> algorithm) {
        assertKept(algorithm.defaults(), algorithm.defaults());
    }

    @Test
    void options_of_every_algorithm_of_the_catalog_come_back() {
        Algorithms.ALL.forEach(OptionTextsTest::assertKept);
    }

    @Test
    void options_that_are_no_defaults_come_back_bit_for_bit() {
        assertKept(
                KMeansOptions.defaults(),
                new KMeansOptions(7, KMeansOptions.Initialization.CANOPY, 3, 20, Distance.MANHATTAN));
        assertKept(
                HierarchicalOptions.defaults(),
                new HierarchicalOptions(1, OptionalDouble.of(1.0 / 3), Linkage.SINGLE, Distance.MANHATTAN));
        assertKept(
                DbscanOptions.defaults(),
                DbscanOptions.defaults().withEps(0.1 + 0.2).withMinPoints(9));
        assertKept(
                GaussianMixtureOptions.defaults(),
                GaussianMixtureOptions.defaults()
                        .withChoice(GaussianMixtureOptions.Choice.BIC)
                        .withCovariance(Covariance.TIED));
    }

    @Test
    void texts_are_names_and_values_and_what_is_absent_is_the_default() {
        assertEquals(
                Map.of("eps", "", "minPoints", "5", "distance", "EUCLIDEAN"),
                OptionTexts.of(DbscanOptions.defaults().withMinPoints(5)));
        assertEquals(
                DbscanOptions.defaults().withEps(2), OptionTexts.read(DbscanOptions.defaults(), Map.of("eps", "2")));
    }

    private static void assertRefused(String message, Map<String, String> texts) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> OptionTexts.read(KMeansOptions.defaults(), texts))
                        .getMessage());
    }

    @Test
    void texts_that_are_no_options_are_refused() {
        assertRefused("There is no option 'kay'", Map.of("kay", "3"));
        assertRefused("Option 'k' is 'three', which is no number", Map.of("k", "three"));
        assertRefused("Option 'distance' is 'FAR', which is none of its values", Map.of("distance", "FAR"));
        String bounds = assertThrows(
                        IllegalArgumentException.class,
                        () -> KMeansOptions.defaults().withK(0))
                .getMessage();
        assertRefused(bounds, Map.of("k", "0"));
    }

    @Test
    void among_other_rows_what_was_chosen_stays_chosen() {
        Matrix rows = Matrix.wrap(2, 1, new double[] {0, 5});
        DensityModel density = new DensityModel(0.75, 8, Distance.EUCLIDEAN, true, rows, new int[] {0, 1}, 2);
        assertEquals(
                DbscanOptions.defaults().withEps(0.75).withMinPoints(4),
                Algorithms.DBSCAN.among(DbscanOptions.defaults(), density, 1000, 500));
        MixtureModel mixture = new MixtureModel(
                Covariance.SPHERICAL, new double[] {0.5, 0.5}, rows, new double[][] {{1}, {1}}, -1, 2, 3);
        GaussianMixtureOptions chosen =
                GaussianMixtureOptions.defaults().withComponents(9).withChoice(GaussianMixtureOptions.Choice.BIC);
        assertEquals(
                GaussianMixtureOptions.defaults().withComponents(2).withCovariance(Covariance.SPHERICAL),
                Algorithms.GAUSSIAN_MIXTURE.among(chosen, mixture, 1000, 500));
        CentroidModel centroids = new CentroidModel(rows, Distance.EUCLIDEAN, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> Algorithms.DBSCAN.among(DbscanOptions.defaults(), centroids, 10, 10));
        HierarchicalOptions cut = HierarchicalOptions.defaults().withCutHeight(3);
        assertEquals(cut, Algorithms.HIERARCHICAL.among(cut, centroids, 10, 5));
    }
}
