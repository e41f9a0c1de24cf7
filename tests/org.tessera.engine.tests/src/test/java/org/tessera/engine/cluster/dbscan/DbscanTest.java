package org.tessera.engine.cluster.dbscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.kernel.UnionFind;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RunContext;

class DbscanTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final int NOISE = Labels.NOISE;

    private static Clustering fit(Matrix x, double eps, int minPoints) {
        return new Dbscan(DbscanOptions.defaults().withEps(eps).withMinPoints(minPoints)).fit(x, RUN);
    }

    /** scikit-learn 1.2.1 on the rows 0, 1, 2. */
    @ParameterizedTest
    @CsvSource({
        "0.999999, 1, 0 1 2",
        "1.0, 1, 0 0 0",
        "0.999999, 2, -1 -1 -1",
        "1.0, 2, 0 0 0",
        "1.0, 3, 0 0 0",
        "1.0, 4, -1 -1 -1"
    })
    void a_row_at_exactly_eps_is_a_neighbor_and_a_row_counts_itself(double eps, int minPoints, String labels) {
        int[] expected =
                Arrays.stream(labels.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertArrayEquals(
                expected, fit(Samples.column(0, 1, 2), eps, minPoints).labels().toArray());
    }

    @Test
    void a_border_row_belongs_to_its_nearest_core_row() {
        // 1.9 is a border row of both groups: 0.9 away from the core row 1, 1.1 away from 3.
        Matrix x = Samples.column(0, 0.5, 1, 1.9, 3, 3.5, 4);
        assertEquals(Labels.of(0, 0, 0, 0, 1, 1, 1), fit(x, 1.1, 4).labels());
        // 2 is as near to 1 as to 3: the one whose value comes first wins, in any order of the rows.
        Matrix tied = Samples.column(4, 3.5, 3, 2, 1, 0.5, 0);
        Labels labels = fit(tied, 1, 4).labels();
        assertEquals(labels.at(4), labels.at(3));
        assertEquals(2, labels.segments());
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1.9818333008671873, 50, 884",
        "0.75, 2.9727499513007811, 62, 363",
        "1.0, 3.9636666017343747, 14, 133"
    })
    void core_rows_and_noise_of_the_credit_customers_are_those_of_scikit_learn(
            String run, double eps, int segments, int noise) {
        Matrix x = CreditReference.features();
        Dbscan.Detailed found = new Dbscan(DbscanOptions.defaults().withEps(eps).withMinPoints(5)).fitDetailed(x, RUN);
        int[] labels = found.clustering().labels().toArray();
        int[] expected = CreditReference.labels("dbscan_" + run).toArray();
        assertEquals(segments, found.clustering().labels().segments());
        assertEquals(noise, found.clustering().labels().noise());
        int border = 0;
        for (int i = 0; i < labels.length; i++) {
            assertEquals(expected[i] == NOISE, labels[i] == NOISE, "row " + i);
            if (!found.core()[i] && labels[i] != NOISE) {
                labels[i] = NOISE;
                expected[i] = NOISE;
                border++;
            }
        }
        assertTrue(Samples.samePartition(expected, labels));
        assertTrue(border > 0);
    }

    @Test
    void tells_core_border_and_noise_apart() {
        Matrix x = Samples.column(0, 0.5, 1, 1.9, 9, 0.5);
        Clustering clustering = fit(x, 1.1, 4);
        assertArrayEquals(
                new PointType[] {
                    PointType.CORE, PointType.CORE, PointType.CORE, PointType.BORDER, PointType.NOISE, PointType.CORE
                },
                PointType.of((DensityModel) clustering.model(), x, clustering.labels()));
        Matrix other = Samples.column(1, 2);
        assertThrows(
                IllegalArgumentException.class,
                () -> PointType.of((DensityModel) clustering.model(), other, clustering.labels()));
    }

    @Test
    void agrees_with_the_definition_on_random_rows() {
        for (int seed = 1; seed <= 20; seed++) {
            Distance distance = seed % 2 == 0 ? Distance.EUCLIDEAN : Distance.MANHATTAN;
            Matrix x = seed % 3 == 0 ? Samples.grid(300, 2, 25, seed) : Samples.groups(300, 1 + seed % 4, 4, seed);
            double eps = 0.4 + 0.15 * seed;
            DbscanOptions options = new DbscanOptions(OptionalDouble.of(eps), OptionalInt.of(4), distance);
            Dbscan.Detailed found = new Dbscan(options).fitDetailed(x, RUN);
            boolean[] core = cores(x, eps, 4, distance);
            assertArrayEquals(core, found.core(), "seed " + seed);
            int[] expected = components(x, eps, core, distance);
            int[] labels = found.clustering().labels().toArray();
            for (int i = 0; i < labels.length; i++) {
                if (!core[i]) {
                    assertBorder(x, i, eps, core, distance, labels);
                    labels[i] = NOISE;
                }
            }
            assertTrue(Samples.samePartition(expected, labels), "seed " + seed);
        }
    }

    private static double between(Matrix x, int a, int b, Distance distance) {
        int d = x.columns();
        return distance.between(x.values(), a * d, x.values(), b * d, d);
    }

    private static boolean[] cores(Matrix x, double eps, int minPoints, Distance distance) {
        boolean[] core = new boolean[x.rows()];
        for (int a = 0; a < core.length; a++) {
            int near = 0;
            for (int b = 0; b < core.length; b++) {
                near += between(x, a, b, distance) <= eps ? 1 : 0;
            }
            core[a] = near >= minPoints;
        }
        return core;
    }

    private static int[] components(Matrix x, double eps, boolean[] core, Distance distance) {
        UnionFind union = new UnionFind(core.length);
        for (int a = 0; a < core.length; a++) {
            for (int b = 0; b < a; b++) {
                if (core[a] && core[b] && between(x, a, b, distance) <= eps) {
                    union.join(a, b);
                }
            }
        }
        int[] components = new int[core.length];
        Arrays.setAll(components, i -> core[i] ? union.find(i) : NOISE);
        return components;
    }

    private static void assertBorder(Matrix x, int row, double eps, boolean[] core, Distance distance, int[] labels) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int b = 0; b < core.length; b++) {
            nearest = core[b] ? Math.min(nearest, between(x, row, b, distance)) : nearest;
        }
        assertEquals(nearest > eps, labels[row] == NOISE, "row " + row);
        boolean fits = nearest > eps;
        for (int b = 0; b < core.length; b++) {
            fits |= core[b] && between(x, row, b, distance) == nearest && labels[b] == labels[row];
        }
        assertTrue(fits, "row " + row);
    }

    @Test
    void labels_noise_when_eps_is_tiny_and_says_what_to_change() {
        Clustering clustering = fit(Samples.groups(200, 2, 3, 1), 1e-6, 5);
        assertEquals(0, clustering.labels().segments());
        assertEquals(200, clustering.labels().noise());
        assertEquals(0, clustering.model().segments());
        String warning = clustering.warnings().get(0);
        assertTrue(warning.contains("All 200 rows are noise: none has 5 rows"), warning);
        assertTrue(warning.contains("or lower 'Minimum points (minPts)'"), warning);
        Clustering few = fit(Samples.column(1, 2), 5, 3);
        assertTrue(few.warnings().get(0).contains("only 2 rows in all"), few.warnings()::toString);
    }

    @Test
    void keeps_core_rows_for_the_assignment_of_new_rows() {
        DensityModel model = (DensityModel)
                fit(Samples.column(0, 1, 2, 50, 10, 11, 12, 13), 1, 3).model();
        assertTrue(model.inclusive());
        assertArrayEquals(new double[] {1, 11, 12}, model.coreRows().values());
        assertArrayEquals(new int[] {1, 0, 0}, model.coreLabels());
    }

    @Test
    void the_limit_of_costs_is_exact_at_eps() {
        for (double eps : new double[] {1e-9, 0.1, 1, Math.sqrt(2), 1.9818333008671873, 3e7, 1e160}) {
            double limit = KdTree.limit(Distance.EUCLIDEAN, eps);
            assertTrue(Math.sqrt(limit) <= eps, "eps " + eps);
            assertTrue(limit == Double.MAX_VALUE || Math.sqrt(Math.nextUp(limit)) > eps, "eps " + eps);
        }
    }

    @Test
    @Timeout(30)
    void there_is_no_limit_of_costs_for_a_radius_that_is_none() {
        for (double eps : new double[] {-0.5, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY}) {
            for (Distance distance : Distance.values()) {
                assertEquals(
                        "The radius is " + eps + ", but has to be 0 or more and finite",
                        assertThrows(IllegalArgumentException.class, () -> KdTree.limit(distance, eps))
                                .getMessage());
            }
        }
        assertEquals(0, KdTree.limit(Distance.EUCLIDEAN, 0));
    }

    /** The knee behind the reference's eps, from scikit-learn's NearestNeighbors. */
    @Test
    void the_knee_of_the_credit_customers_is_that_of_the_reference() {
        KDistance curve = KDistance.of(CreditReference.features(), 5, Distance.EUCLIDEAN, RUN);
        assertEquals(3.9636666017343747, curve.atKnee(), 1e-14);
        assertEquals(4454, curve.curve().length);
        assertEquals(curve.curve()[curve.knee()], curve.atKnee());
    }

    @Test
    void the_curve_holds_the_distance_that_makes_a_row_a_core_row() {
        KDistance curve = KDistance.of(Samples.column(0, 1, 3, 7), 2, Distance.EUCLIDEAN, RUN);
        assertArrayEquals(new double[] {1, 1, 2, 4}, curve.curve());
        // The chord rises by 1 per row: 0, 1, 1, 0 below it; the first of equal ones is the knee.
        assertEquals(1, curve.knee());
        KDistance all = KDistance.of(Samples.column(0, 1, 3), 9, Distance.EUCLIDEAN, RUN);
        assertArrayEquals(new double[] {2, 3, 3}, all.curve());
        assertEquals(
                0,
                KDistance.of(Samples.column(4, 4, 4), 2, Distance.EUCLIDEAN, RUN)
                        .atKnee());
    }

    @Test
    void long_curves_are_sampled_by_value() {
        Matrix x = Samples.groups(25_000, 2, 3, 1);
        KDistance curve = KDistance.of(x, 4, Distance.EUCLIDEAN, RUN);
        assertEquals(KDistance.MAX_POINTS, curve.curve().length);
        Matrix permuted = x.select(Samples.permutation(25_000, 1));
        assertArrayEquals(
                curve.curve(),
                KDistance.of(permuted, 4, Distance.EUCLIDEAN, RUN).curve());
    }

    @Test
    void automatic_minimum_points_are_twice_the_features_within_5_and_the_root_of_the_rows() {
        DbscanOptions automatic = DbscanOptions.defaults();
        assertEquals(5, KDistance.minPoints(automatic, 1000, 2));
        assertEquals(26, KDistance.minPoints(automatic, 1000, 13));
        assertEquals(31, KDistance.minPoints(automatic, 1000, 40));
        assertEquals(3, KDistance.minPoints(automatic, 9, 2));
        assertEquals(1, KDistance.minPoints(automatic, 1, 2));
        assertEquals(7, KDistance.minPoints(automatic.withMinPoints(7), 9, 2));
        DbscanOptions resolved = AutomaticRadius.resolve(automatic, Samples.groups(400, 3, 2, 1), RUN);
        assertEquals(6, resolved.minPoints().getAsInt());
        assertEquals(
                resolved.eps().getAsDouble(),
                ((DensityModel) new Dbscan(automatic)
                                .fit(Samples.groups(400, 3, 2, 1), RUN)
                                .model())
                        .eps());
    }

    @Test
    void dense_rows_are_joined_without_visiting_all_pairs() {
        Matrix x = Samples.groups(30_000, 2, 1, 3);
        Clustering clustering = new Dbscan(DbscanOptions.defaults().withEps(8).withMinPoints(5)).fit(x, RUN);
        assertEquals(1, clustering.labels().segments());
        assertTrue(clustering.warnings().get(0).contains("one segment"), clustering.warnings()::toString);
    }
}
