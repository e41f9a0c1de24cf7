package org.tessera.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions.Initialization;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;

/** The contract of every clusterer of Tessera: all algorithms of the catalog by default options, and by others. */
class ClustererContractTest {

    static Stream<Clusterer> clusterers() {
        KMeansOptions kMeans = KMeansOptions.defaults().withK(3).withRestarts(4);
        GaussianMixtureOptions mixture = GaussianMixtureOptions.defaults().withComponents(3);
        return Stream.of(
                        Algorithms.ALL.stream().map(ClustererContractTest::withDefaults),
                        Stream.of(Initialization.values())
                                .map(i -> Algorithms.K_MEANS.clusterer(kMeans.withInitialization(i))),
                        Stream.of(Algorithms.K_MEANS.clusterer(kMeans.withDistance(Distance.MANHATTAN))),
                        Stream.of(Linkage.values())
                                .map(l -> new Hierarchical(HierarchicalOptions.defaults()
                                        .withSegments(3)
                                        .withLinkage(l))),
                        Stream.of(Linkage.AVERAGE, Linkage.COMPLETE, Linkage.SINGLE)
                                .map(l -> new Hierarchical(HierarchicalOptions.defaults()
                                        .withSegments(3)
                                        .withLinkage(l)
                                        .withDistance(Distance.MANHATTAN))),
                        Stream.of(
                                new Dbscan(DbscanOptions.defaults()),
                                new Dbscan(DbscanOptions.defaults().withEps(1).withMinPoints(4)),
                                new Dbscan(new DbscanOptions(
                                        DbscanOptions.defaults().eps(),
                                        DbscanOptions.defaults().minPoints(),
                                        Distance.MANHATTAN))),
                        Stream.of(Covariance.values())
                                .map(c -> Algorithms.GAUSSIAN_MIXTURE.clusterer(mixture.withCovariance(c))),
                        Stream.of(Algorithms.GAUSSIAN_MIXTURE.clusterer(mixture.withChoice(Choice.BIC))))
                .flatMap(s -> s);
    }

    private static <O extends Record> Clusterer withDefaults(Algorithm<O> algorithm) {
        return algorithm.clusterer(algorithm.defaults());
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void same_result_for_any_number_of_threads_and_order_of_rows(Clusterer clusterer) {
        for (Matrix x : List.of(Samples.groups(1500, 4, 3, 5), Samples.grid(700, 3, 4, 6))) {
            Clustering one = clusterer.fit(x, RunContext.of(7).withThreads(1));
            for (int threads : new int[] {2, 8}) {
                Clustering more = clusterer.fit(x, RunContext.of(7).withThreads(threads));
                assertEquals(one.labels(), more.labels());
                assertSame(one.model(), more.model());
            }
            int[] permutation = Samples.permutation(x.rows(), 11);
            Clustering permuted = clusterer.fit(x.select(permutation), RunContext.of(7));
            assertEquals(one.labels(), Samples.unpermuted(permuted.labels(), permutation));
            if (!(one.model() instanceof TreeModel)) {
                assertSame(one.model(), permuted.model());
            }
        }
    }

    /** Bit for bit; arrays inside records are compared by their text. */
    private static void assertSame(ClusterModel expected, ClusterModel actual) {
        assertEquals(Texts.of(expected), Texts.of(actual));
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void labels_are_numbered_by_size_and_agree_with_the_model(Clusterer clusterer) {
        Matrix x = Samples.groups(400, 2, 3, 8);
        Clustering clustering = clusterer.fit(x, RunContext.of(1));
        Labels labels = clustering.labels();
        assertEquals(400, labels.size());
        assertEquals(labels.segments(), clustering.model().segments());
        assertEquals(2, clustering.model().features());
        for (int s = 1; s < labels.segments(); s++) {
            assertTrue(labels.sizeOf(s - 1) >= labels.sizeOf(s));
        }
        assertEquals(Implementation.TESSERA, clusterer.implementation());
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void refuses_missing_values(Clusterer clusterer) {
        assertThrows(
                IllegalArgumentException.class,
                () -> clusterer.fit(Matrix.of(new double[][] {{1}, {Double.NaN}, {3}}), RunContext.of(1)));
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void stops_when_canceled_at_once_or_on_the_way(Clusterer clusterer) {
        Matrix x = Samples.groups(3000, 3, 3, 4);
        for (int question : new int[] {1, 2, 5}) {
            assertThrows(RunCanceledException.class, () -> clusterer.fit(x, Samples.canceledAt(question)));
        }
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void progress_stays_between_0_and_1(Clusterer clusterer) {
        ConcurrentLinkedQueue<Double> heard = new ConcurrentLinkedQueue<>();
        clusterer.fit(Samples.groups(1200, 3, 3, 4), RunContext.of(1).withProgress((fraction, message) -> {
            assertFalse(message.isBlank());
            heard.add(fraction);
        }));
        assertFalse(heard.isEmpty());
        assertTrue(heard.stream().allMatch(f -> f >= 0 && f <= 1));
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void identical_rows_end_in_one_segment(Clusterer clusterer) {
        double[] values = new double[40];
        Arrays.fill(values, 2.5);
        Clustering clustering = clusterer.fit(Matrix.wrap(20, 2, values), RunContext.of(1));
        assertEquals(1, clustering.labels().segments());
        assertEquals(20, clustering.labels().sizeOf(0));
    }
}
