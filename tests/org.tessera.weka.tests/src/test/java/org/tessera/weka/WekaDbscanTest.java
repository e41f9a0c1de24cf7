package org.tessera.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.Dissolving;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class WekaDbscanTest {

    private static final RunContext RUN = RunContext.of(1);

    private static Clustering fit(Matrix x, double eps, int minPoints) {
        return WekaClusterers.of(
                        Algorithms.DBSCAN, DbscanOptions.defaults().withEps(eps).withMinPoints(minPoints), true)
                .fit(x, RUN);
    }

    /** No distance is exactly eps here, so Weka's open neighborhoods are those of the paper. */
    private static void assertSameCoreAndNoise(Matrix x, DbscanOptions options, String name) {
        Clustering weka = WekaClusterers.of(Algorithms.DBSCAN, options, true).fit(x, RUN);
        Dbscan.Detailed tessera = new Dbscan(options).fitDetailed(x, RUN);
        int[] labels = weka.labels().toArray();
        int[] expected = tessera.clustering().labels().toArray();
        assertEquals(tessera.clustering().labels().segments(), weka.labels().segments(), name);
        for (int i = 0; i < labels.length; i++) {
            assertEquals(expected[i] == Labels.NOISE, labels[i] == Labels.NOISE, name + ", row " + i);
            if (!tessera.core()[i]) {
                labels[i] = Labels.NOISE;
                expected[i] = Labels.NOISE;
            }
        }
        assertTrue(Samples.samePartition(expected, labels), name);
        assertEquals(
                CanonicalRows.of(((DensityModel) tessera.clustering().model()).coreRows(), RUN)
                        .matrix(),
                CanonicalRows.of(((DensityModel) weka.model()).coreRows(), RUN).matrix(),
                name);
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void core_rows_and_noise_are_those_of_tessera(Distance distance) {
        for (double eps : new double[] {0.4, 1, 2.2, 4}) {
            DbscanOptions options = new DbscanOptions(OptionalDouble.of(eps), OptionalInt.of(5), distance);
            assertSameCoreAndNoise(Rows.credit(), options, "Credit customers, eps = " + eps);
        }
    }

    @ParameterizedTest
    @EnumSource(Distance.class)
    void core_rows_and_noise_of_random_rows_are_those_of_tessera(Distance distance) {
        int withNoise = 0;
        for (int seed = 1; seed <= 60; seed++) {
            RandomStream random = RandomStream.of(13, seed);
            int d = 1 + random.nextInt(6);
            Matrix x = Samples.groups(20 + random.nextInt(380), d, 1 + random.nextInt(5), seed);
            double eps = (0.2 + 2 * random.nextDouble()) * (distance == Distance.MANHATTAN ? d : Math.sqrt(d));
            int minPoints = 2 + random.nextInt(12);
            DbscanOptions options = new DbscanOptions(OptionalDouble.of(eps), OptionalInt.of(minPoints), distance);
            assertSameCoreAndNoise(x, options, "seed " + seed);
            Labels labels = new Dbscan(options).fit(x, RUN).labels();
            withNoise += labels.noise() > 0 && labels.segments() > 0 ? 1 : 0;
        }
        assertTrue(withNoise >= 20, withNoise + " of 60 with segments and noise");
    }

    /** Border rows that Weka gave to the first segment, and those that a later one took from it. */
    @ParameterizedTest
    @EnumSource(Distance.class)
    void training_rows_are_assigned_to_the_segments_of_the_run(Distance distance) {
        int notNearest = 0;
        for (int seed = 1; seed <= 40; seed++) {
            Matrix x = seed % 2 == 0 ? Samples.groups(300, 2, 6, seed) : grid(300, seed);
            DbscanOptions options = new DbscanOptions(OptionalDouble.of(2.1), OptionalInt.of(7), distance);
            if (seed % 2 == 0) {
                options = options.withEps(0.45).withMinPoints(4);
            }
            Clustering weka =
                    WekaClusterers.of(Algorithms.DBSCAN, options, true).fit(x, RUN);
            Assignment assignment = Assigner.assign(weka.model(), x, RUN);
            assertArrayEquals(weka.labels().toArray(), assignment.segments(), "seed " + seed);
            for (int i = 0; i < x.rows(); i++) {
                notNearest += assignment.confidences()[i] == 0 ? 1 : 0;
            }
        }
        assertTrue(notNearest > 20, notNearest + " rows belong to another segment than the nearest");
    }

    /** Many duplicates, and rows as near to one segment as to another. */
    private static Matrix grid(int n, long seed) {
        RandomStream random = RandomStream.of(seed, 1);
        double[] values = new double[2 * n];
        Arrays.setAll(values, i -> random.nextInt(32));
        return Matrix.wrap(n, 2, values);
    }

    @Test
    void rows_of_dissolved_segments_are_assigned_to_those_that_are_left() {
        int dissolved = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Matrix x = grid(300, seed);
            DbscanOptions options = DbscanOptions.defaults().withEps(2.1).withMinPoints(7);
            Clustering all = WekaClusterers.of(Algorithms.DBSCAN, options, true).fit(x, RUN);
            Clustering some = Dissolving.dissolve(all, x, 10, RUN);
            dissolved += all.labels().segments() - some.labels().segments();
            assertEquals(all.labels().noise(), some.labels().noise());
            assertArrayEquals(
                    some.labels().toArray(),
                    Assigner.assign(some.model(), x, RUN).segments(),
                    "seed " + seed);
        }
        assertTrue(dissolved > 20, dissolved + " dissolved");
    }

    @Test
    void automatic_options_are_those_of_tessera() {
        Matrix x = Rows.credit();
        DensityModel weka = (DensityModel) WekaClusterers.of(Algorithms.DBSCAN, DbscanOptions.defaults(), true)
                .fit(x, RUN)
                .model();
        DensityModel tessera =
                (DensityModel) new Dbscan(DbscanOptions.defaults()).fit(x, RUN).model();
        assertEquals(tessera.eps(), weka.eps());
        assertEquals(tessera.minPoints(), weka.minPoints());
    }

    @Test
    void a_row_at_exactly_eps_is_outside() {
        Matrix x = Matrix.of(new double[][] {{0}, {1}, {2}});
        assertEquals(3, fit(x, 1, 2).labels().noise());
        Clustering wider = fit(x, 1.0001, 2);
        assertEquals(Labels.of(0, 0, 0), wider.labels());
        assertFalse(((DensityModel) wider.model()).inclusive());
    }

    @Test
    void labels_noise_when_eps_is_tiny_and_says_what_to_change() {
        Clustering clustering = fit(Samples.groups(100, 2, 3, 1), 1e-6, 5);
        assertEquals(0, clustering.labels().segments());
        assertTrue(clustering.warnings().get(0).contains("All 100 rows are noise"), clustering.warnings()::toString);
    }

    /** Weka's rows are kept under text keys, 0, 1, 10, 11, ...: the labels come back in the order of the rows. */
    @Test
    void labels_stand_at_their_rows() {
        double[] values = new double[120];
        Arrays.setAll(values, i -> i % 3 == 0 ? i * 0.001 : i % 3 == 1 ? 50 + i * 0.001 : 1000 + 100 * i);
        int[] labels = fit(Matrix.wrap(120, 1, values), 1, 4).labels().toArray();
        int[] expected = new int[120];
        Arrays.setAll(expected, i -> i % 3 == 2 ? Labels.NOISE : i % 3);
        assertArrayEquals(expected, labels);
    }
}
