package org.tessera.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import weka.clusterers.SimpleKMeans;
import weka.core.DenseInstance;
import weka.core.DistanceFunction;
import weka.core.EuclideanDistance;
import weka.core.Instances;
import weka.core.ManhattanDistance;
import weka.core.NormalizableDistance;
import weka.core.SelectedTag;

/** Tessera's k-means beside Weka's own, not through the adapter: same centroids to begin with, same way, same end. */
class WekaParityTest {

    private static final RunContext RUN = RunContext.of(1);

    /** Weka's SimpleKMeans from given centroids. */
    private static final class FromCentroids extends SimpleKMeans {

        private static final long serialVersionUID = 1L;

        private final transient Matrix first;

        FromCentroids(Matrix first, Distance distance) throws Exception {
            this.first = first;
            NormalizableDistance function =
                    distance == Distance.EUCLIDEAN ? new EuclideanDistance() : new ManhattanDistance();
            function.setDontNormalize(true);
            setDistanceFunction((DistanceFunction) function);
            setNumClusters(first.rows());
            setMaxIterations(1000);
            setPreserveInstancesOrder(true);
            setInitializationMethod(new SelectedTag(SimpleKMeans.KMEANS_PLUS_PLUS, SimpleKMeans.TAGS_SELECTION));
        }

        @Override
        protected void kMeansPlusPlusInit(Instances data) {
            for (int c = 0; c < first.rows(); c++) {
                m_ClusterCentroids.add(new DenseInstance(1, first.row(c)));
            }
        }

        int iterations() {
            return m_Iterations;
        }
    }

    /**
     * Weka counts the iteration that finds nothing to change, too; in the last one its centroids do not move any more.
     */
    private static boolean hasSameWay(Matrix x, Matrix first, Distance distance) throws Exception {
        FromCentroids weka = new FromCentroids(first, distance);
        weka.buildClusterer(Rows.instances(x));
        if (weka.getClusterCentroids().numInstances() < first.rows()) {
            return false; // Weka drops a centroid that loses its rows, Tessera moves it
        }
        KMeansOptions options = KMeansOptions.defaults().withDistance(distance).withMaxIterations(1000);
        Clustering tessera = new KMeans(options).fitFrom(x, first, RUN);
        assertTrue(
                Samples.samePartition(tessera.labels().toArray(), weka.getAssignments()),
                x.rows() + " x " + x.columns() + ", k = " + first.rows());
        assertEquals(weka.iterations(), tessera.iterations() + 1);
        for (int i = 0; i < x.rows(); i++) {
            double[] centroid = weka.getClusterCentroids()
                    .instance(weka.getAssignments()[i])
                    .toDoubleArray();
            double[] own = ((CentroidModel) tessera.model())
                    .centroids()
                    .row(tessera.labels().at(i));
            assertArrayEquals(
                    centroid,
                    own,
                    1e-12 * (1 + Arrays.stream(centroid).map(Math::abs).max().orElse(0)));
        }
        return true;
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void k_means_goes_the_way_of_weka_on_random_rows(Distance distance) throws Exception {
        int compared = 0;
        for (int seed = 1; seed <= 60; seed++) {
            RandomStream random = RandomStream.of(11, seed);
            int n = 20 + random.nextInt(400);
            Matrix x = Samples.groups(n, 1 + random.nextInt(9), 1 + random.nextInt(6), seed);
            int k = 2 + random.nextInt(8);
            Matrix first = x.select(Arrays.copyOf(random.permutation(n), k));
            compared += hasSameWay(x, first, distance) ? 1 : 0;
        }
        assertTrue(compared >= 55, compared + " of 60 compared");
    }

    @Test
    void k_means_goes_the_way_of_weka_on_credit_customers() throws Exception {
        Matrix x = Rows.credit();
        for (int k = 2; k <= 12; k++) {
            int step = 500 / k;
            Matrix first = x.select(IntStream.range(0, k).map(c -> c * step).toArray());
            assertTrue(hasSameWay(x, first, Distance.EUCLIDEAN), "k = " + k);
        }
    }
}
