package org.tessera.engine.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunContext;

class DissolvingTest {

    private static final RunContext RUN = RunContext.of(1);

    private static Clustering kMeans(Matrix x, int k) {
        return new KMeans(KMeansOptions.defaults().withK(k)).fit(x, RUN);
    }

    @Test
    void an_odd_customer_goes_to_the_nearest_remaining_centroid() {
        Matrix x = Samples.column(0, 1, 2, 10, 11, 12, 20);
        Clustering all = kMeans(x, 3);
        assertEquals(Labels.of(0, 0, 0, 1, 1, 1, 2), all.labels());
        Clustering some = Dissolving.dissolve(all, x, 15, RUN);
        // The segment of the odd customer is the larger one now, and the first.
        assertEquals(Labels.of(1, 1, 1, 0, 0, 0, 0), some.labels());
        CentroidModel model = (CentroidModel) some.model();
        assertArrayEquals(new double[] {11, 1}, model.centroids().values());
        assertEquals(2 + 2 + 81, model.inertia());
        assertEquals(
                List.of("1 segment with fewer than 15 % of the customers (1 customer in all) was dissolved into the"
                        + " nearest; 2 segments are left. Lower 'Dissolve segments below (%)', or set it to 0, to keep"
                        + " them."),
                some.warnings());
    }

    @ParameterizedTest
    @ValueSource(doubles = {7, 0.5, 6.99999})
    void a_segment_of_exactly_the_share_stays(double percent) {
        double[] values = new double[100];
        Arrays.setAll(values, i -> i < 7 ? 50 + i * 0.1 : i * 0.01);
        Matrix x = Samples.column(values);
        Clustering all = kMeans(x, 2);
        assertEquals(7, all.labels().sizeOf(1));
        assertSame(all, Dissolving.dissolve(all, x, percent, RUN));
        assertEquals(1, Dissolving.dissolve(all, x, 7.01, RUN).labels().segments());
    }

    @Test
    void where_all_segments_are_small_the_largest_is_left() {
        Matrix x = Samples.column(0, 0.1, 5, 5.1, 10, 10.1, 10.2);
        Clustering one = Dissolving.dissolve(kMeans(x, 3), x, 50, RUN);
        assertEquals(Labels.of(0, 0, 0, 0, 0, 0, 0), one.labels());
        assertArrayEquals(
                new double[] {10.1}, ((CentroidModel) one.model()).centroids().values(), 1e-12);
        assertTrue(one.warnings().get(0).contains("2 segments with fewer than 50 %"), one.warnings()::toString);
        assertTrue(one.warnings().get(0).contains("(4 customers in all) were"), one.warnings()::toString);
    }

    @Test
    void a_dense_segment_joins_that_of_the_nearest_core_row_and_noise_stays_noise() {
        Matrix x = Samples.column(0, 0.5, 1, 5, 5.5, 9, 9.5, 10, 10.5, 30);
        Clustering all = new Dbscan(DbscanOptions.defaults().withEps(0.6).withMinPoints(2)).fit(x, RUN);
        assertEquals(Labels.of(1, 1, 1, 2, 2, 0, 0, 0, 0, -1), all.labels());
        Clustering some = Dissolving.dissolve(all, x, 25, RUN);
        assertEquals(Labels.of(1, 1, 1, 0, 0, 0, 0, 0, 0, -1), some.labels());
        assertArrayEquals(
                some.labels().toArray(), Assigner.assign(some.model(), x, RUN).segments());
        Clustering noise = new Dbscan(DbscanOptions.defaults().withEps(0.01).withMinPoints(2)).fit(x, RUN);
        assertSame(noise, Dissolving.dissolve(noise, x, 25, RUN));
    }

    static Stream<Clusterer> clusterers() {
        KMeansOptions kMeans = KMeansOptions.defaults().withK(9);
        DbscanOptions dbscan = DbscanOptions.defaults().withEps(0.45).withMinPoints(4);
        return Stream.of(
                new KMeans(kMeans),
                new KMeans(kMeans.withDistance(Distance.MANHATTAN)),
                new Hierarchical(HierarchicalOptions.defaults().withSegments(9)),
                new Dbscan(dbscan));
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void only_rows_of_small_segments_move_and_the_model_knows(Clusterer clusterer) {
        int dissolved = 0;
        for (int seed = 1; seed <= 12; seed++) {
            boolean ties = seed % 2 == 0 && clusterer instanceof Dbscan;
            Matrix x = ties ? Samples.grid(300, 2, 30, seed) : Samples.groups(400, 2, 5, seed);
            Clustering all = clusterer.fit(x, RUN);
            Clustering some = Dissolving.dissolve(all, x, 8, RUN);
            dissolved += all.labels().segments() - some.labels().segments();
            assertEquals(all.labels().noise(), some.labels().noise());
            assertEquals(some.model().segments(), some.labels().segments());
            int[] before = all.labels().toArray();
            int[] after = some.labels().toArray();
            int[] assigned = Assigner.assign(some.model(), x, RUN).segments();
            int[] target = new int[all.labels().segments()];
            Arrays.fill(target, -5);
            for (int i = 0; i < before.length; i++) {
                boolean small = before[i] == Labels.NOISE || all.labels().sizeOf(before[i]) * 100.0 < 8 * before.length;
                if (small || !(some.model() instanceof TreeModel)) {
                    assertEquals(after[i], assigned[i], "row " + i);
                }
                if (!small) {
                    target[before[i]] = target[before[i]] == -5 ? after[i] : target[before[i]];
                    assertEquals(target[before[i]], after[i], "row " + i + " left a large segment");
                }
            }
            for (int s = 1; s < some.labels().segments(); s++) {
                assertTrue(some.labels().sizeOf(s) <= some.labels().sizeOf(s - 1));
                assertTrue(100.0 * some.labels().sizeOf(s) >= 8 * before.length);
            }
        }
        assertTrue(dissolved > 5, dissolved + " dissolved");
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void rows_of_a_dissolved_component_go_to_the_most_probable_of_the_others(Covariance covariance) {
        GaussianMixtureOptions options =
                GaussianMixtureOptions.defaults().withComponents(6).withCovariance(covariance);
        Matrix x = Samples.groups(500, 2, 4, 3);
        Clustering all = new GaussianMixture(options).fit(x, RUN);
        double percent = 100.0 * all.labels().sizeOf(4) / 500;
        Clustering some = Dissolving.dissolve(all, x, percent, RUN);
        MixtureModel model = (MixtureModel) some.model();
        assertTrue(model.segments() < all.labels().segments());
        assertEquals(1, Arrays.stream(model.weights()).sum(), 1e-12);
        assertArrayEquals(
                some.labels().toArray(), Assigner.assign(model, x, RUN).segments());
        assertTrue(model.logLikelihood() < ((MixtureModel) all.model()).logLikelihood());
    }

    @Test
    void is_a_clusterer_itself_whatever_the_order_of_the_rows() {
        Matrix x = Samples.groups(300, 2, 6, 2);
        Clusterer clusterer = new Dissolving(new KMeans(KMeansOptions.defaults().withK(12)), 10);
        int[] permutation = Samples.permutation(300, 4);
        Clustering there = clusterer.fit(x, RUN);
        Clustering here = clusterer.fit(x.select(permutation), RUN);
        assertTrue(there.labels().segments() < 12);
        assertEquals(there.labels(), Samples.unpermuted(here.labels(), permutation));
        assertEquals(new KMeans(KMeansOptions.defaults()).implementation(), clusterer.implementation());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 50.1, Double.NaN})
    void refuses_a_share_out_of_its_bounds(double percent) {
        Clusterer clusterer = new Dbscan(DbscanOptions.defaults());
        String message = assertThrows(IllegalArgumentException.class, () -> new Dissolving(clusterer, percent))
                .getMessage();
        assertTrue(message.contains("'Dissolve segments below (%)' is " + percent), message);
        assertTrue(message.contains("at most 50"), message);
    }

    @Test
    void core_rows_of_all_segments_stay_in_the_model() {
        Matrix x = Samples.column(0, 0.5, 1, 5, 5.5, 9, 9.5, 10, 10.5);
        Clustering all = new Dbscan(DbscanOptions.defaults().withEps(0.6).withMinPoints(2)).fit(x, RUN);
        DensityModel some = (DensityModel) Dissolving.dissolve(all, x, 50, RUN).model();
        assertEquals(1, some.segments());
        assertEquals(9, some.coreRows().rows());
    }
}
