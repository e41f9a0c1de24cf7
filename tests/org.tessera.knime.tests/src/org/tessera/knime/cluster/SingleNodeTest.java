package org.tessera.knime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;

/** Options of an algorithm as settings of its node, and back. */
class SingleNodeTest {

    private static void assertKept(Record options) {
        assertEquals(options, SingleNode.parameters(options, 7).toOptions());
    }

    @Test
    void every_algorithm_of_the_catalog_has_settings_for_its_default_options() {
        for (Algorithm<?> algorithm : Algorithms.ALL) {
            ClusterParameters<?> parameters = SingleNode.parameters(algorithm.defaults(), 7);
            assertEquals(algorithm.defaults(), parameters.toOptions(), algorithm.id());
            assertEquals(algorithm, parameters.algorithm());
            assertTrue(parameters.seed() == 7 || parameters.seed() == 0, algorithm.id());
        }
    }

    @Test
    void options_that_are_no_defaults_are_kept() {
        assertKept(new KMeansOptions(7, KMeansOptions.Initialization.CANOPY, 3, 20, Distance.MANHATTAN));
        assertKept(new HierarchicalOptions(3, OptionalDouble.empty(), Linkage.AVERAGE, Distance.MANHATTAN));
        assertKept(new HierarchicalOptions(1, OptionalDouble.of(2.5), Linkage.SINGLE, Distance.EUCLIDEAN));
        assertKept(DbscanOptions.defaults().withEps(0.7).withMinPoints(9));
        assertKept(GaussianMixtureOptions.defaults()
                .withComponents(8)
                .withCovariance(Covariance.TIED)
                .withRestarts(2)
                .withSearch(GaussianMixtureOptions.Search.K_MEANS));
    }

    @Test
    void options_of_no_node_are_refused_with_the_place_to_enter_them() {
        record Unknown() {}
        String message = assertThrows(IllegalArgumentException.class, () -> SingleNode.parameters(new Unknown(), 1))
                .getMessage();
        assertTrue(message.endsWith("enter its parameters in org.tessera.knime.cluster.SingleNode"), message);
    }
}
