package org.tessera.engine.cluster.dbscan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class AutomaticRadiusTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final double ONE_CATEGORY = Math.sqrt(0.5);

    /** Customers of two clear groups; a row is of the group of its number modulo 2. */
    private enum Kind {
        SURVEY_ANSWERS(2, (group, r) -> new double[] {answer(group, r), answer(group, r)}),
        FIVE_LIKERT_ITEMS(5, (group, r) ->
                new double[] {item(group, r), item(group, r), item(group, r), item(group, r), item(group, r)}),
        VISITS(1, (group, r) -> new double[] {(group == 0 ? 5 : 15) + r.nextInt(4)}),
        VISITS_NEAR_EACH_OTHER(1, (group, r) -> new double[] {(group == 0 ? 5 : 10) + r.nextInt(4)}),
        ONE_COLUMN(1, (group, r) -> new double[] {20 * group + r.nextGaussian()}),
        COUNTS_WITH_TIES(2, (group, r) ->
                new double[] {group * 40 + r.nextInt(9) + r.nextInt(9), group * 30 + r.nextInt(6) + r.nextInt(6)}),
        MOSTLY_ZERO(
                3, (group, r) -> new double[] {
                    group * (9 + r.nextDouble()), group * (9 + r.nextDouble()), group * (9 + r.nextDouble())
                }),
        FEW_DIFFERENT_ROWS(2, (group, r) -> new double[] {group * 10 + r.nextInt(2), group * 10}),
        EQUAL_ROWS(2, (group, r) -> new double[] {group, 3}),
        COUNTS_BESIDE_AN_AMOUNT(2, (group, r) -> new double[] {group * 12 + r.nextInt(3), r.nextGaussian()}),
        CATEGORIES(6, (group, r) -> {
            double[] row = new double[6];
            row[group * 3] = ONE_CATEGORY;
            row[group * 3 + 1 + (r.nextInt(2))] = ONE_CATEGORY;
            return row;
        });

        private final int columns;
        private final BiFunction<Integer, RandomStream, double[]> row;

        Kind(int columns, BiFunction<Integer, RandomStream, double[]> row) {
            this.columns = columns;
            this.row = row;
        }

        private static double answer(int group, RandomStream random) {
            return (group == 0 ? 1 : 6) + random.nextInt(2);
        }

        private static double item(int group, RandomStream random) {
            return (group == 0 ? 1 : 4) + random.nextInt(2);
        }

        Matrix rows(int n) {
            RandomStream random = RandomStream.of(7, ordinal());
            double[] values = new double[n * columns];
            for (int i = 0; i < n; i++) {
                System.arraycopy(row.apply(i % 2, random), 0, values, i * columns, columns);
            }
            return Matrix.wrap(n, columns, values);
        }
    }

    private static Matrix standardized(Matrix x) {
        int d = x.columns();
        double[] values = x.values().clone();
        for (int j = 0; j < d; j++) {
            double mean = 0;
            double squares = 0;
            for (int i = j; i < values.length; i += d) {
                mean += values[i] / x.rows();
            }
            for (int i = j; i < values.length; i += d) {
                squares += (values[i] - mean) * (values[i] - mean) / x.rows();
            }
            for (int i = j; i < values.length; i += d) {
                values[i] = squares > 0 ? (values[i] - mean) / Math.sqrt(squares) : 0;
            }
        }
        return Matrix.wrap(x.rows(), d, values);
    }

    private static double radius(Clustering clustering) {
        return ((DensityModel) clustering.model()).eps();
    }

    /** No distance may be the radius, nor equal to it up to rounding. */
    private static void assertOnNoDistance(Matrix x, double radius, String name) {
        int d = x.columns();
        for (int a = 0; a < x.rows(); a++) {
            for (int b = 0; b < a; b++) {
                double distance = Distance.EUCLIDEAN.between(x.values(), a * d, x.values(), b * d, d);
                assertTrue(Math.abs(distance - radius) > 1e-10 * radius, name + ": " + radius + " is a distance");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void two_clear_groups_are_two_segments_without_noise(Kind kind) {
        for (int n : new int[] {40, 200, 2100}) {
            for (Matrix x : new Matrix[] {kind.rows(n), standardized(kind.rows(n))}) {
                String name = kind + ", " + n + " rows";
                Clustering found = new Dbscan(DbscanOptions.defaults()).fit(x, RUN);
                int[] groups = new int[n];
                Arrays.setAll(groups, i -> i % 2);
                assertEquals(0, found.labels().noise(), name);
                assertTrue(Samples.samePartition(groups, found.labels().toArray()), name + ": " + found.labels());
                assertTrue(found.warnings().isEmpty(), name + ": " + found.warnings());
                if (n < 2100) {
                    assertOnNoDistance(x, radius(found), name);
                }
            }
        }
    }

    /** Weka leaves out neighbors at exactly the radius, the paper does not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void neighbors_at_exactly_the_radius_do_not_matter(int levels) {
        for (int columns = 1; columns <= 3; columns++) {
            Matrix x = Samples.grid(150, columns, levels, levels);
            Clustering found = new Dbscan(DbscanOptions.defaults()).fit(x, RUN);
            double below = radius(found) * (1 - 1e-12);
            assertEquals(
                    found.labels(),
                    new Dbscan(DbscanOptions.defaults().withEps(below))
                            .fit(x, RUN)
                            .labels());
            assertTrue(radius(found) > 0);
        }
    }

    /** Computed by hand. */
    @ParameterizedTest
    @CsvSource({
        "0 1 2 10 11 12, 2, 1.5, two groups up to a radius of 8: between 1 and the next distance",
        "0 0 0 0 0 1 1 1 1 1, 3, 0.5, equal rows are two groups: between 0 and 1",
        "0 1 3 7, 2, 1.5, never two groups of two rows: the knee is at 1 and the next distance is 2",
        "4 4 4, 2, 1.0, equal rows",
        "0 3, 2, 4.5, above all distances"
    })
    void radius_is_halfway_between_two_distances(String values, int minPoints, double radius, String why) {
        Matrix x = Samples.column(Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
        assertEquals(radius, AutomaticRadius.of(x, minPoints, Distance.EUCLIDEAN, RUN), 1e-12, why);
        assertEquals(radius, AutomaticRadius.of(x, minPoints, Distance.MANHATTAN, RUN), 1e-12, why);
    }

    @Test
    void a_rare_odd_customer_is_noise_and_no_segment() {
        Matrix groups = Kind.ONE_COLUMN.rows(200);
        double[] values = Arrays.copyOf(groups.values(), 202);
        values[200] = 500;
        values[201] = 501;
        Clustering found = new Dbscan(DbscanOptions.defaults()).fit(Matrix.wrap(202, 1, values), RUN);
        assertEquals(2, found.labels().segments());
        assertEquals(2, found.labels().noise());
    }

    @Test
    void of_many_rows_a_sample_decides_whatever_their_order() {
        Matrix x = Kind.COUNTS_BESIDE_AN_AMOUNT.rows(12_000);
        assertTrue(x.rows() > AutomaticRadius.maxPoints(x.columns()));
        Clustering found = new Dbscan(DbscanOptions.defaults()).fit(x, RUN);
        assertEquals(2, found.labels().segments());
        assertTrue(found.labels().noise() < 60, found.labels().noise() + " noise rows");
        Matrix permuted = x.select(Samples.permutation(x.rows(), 3));
        assertEquals(radius(found), radius(new Dbscan(DbscanOptions.defaults()).fit(permuted, RUN.withThreads(3))));
        assertEquals(500, AutomaticRadius.maxPoints(1_000_000));
        assertEquals(5000, AutomaticRadius.maxPoints(2));
    }

    @Test
    void without_gaps_there_is_one_segment_and_the_warning_says_what_to_try() {
        Clustering found = new Dbscan(DbscanOptions.defaults()).fit(Samples.groups(400, 3, 1, 5), RUN);
        assertEquals(1, found.labels().segments());
        String warning = String.join(" ", found.warnings());
        assertTrue(warning.contains("one segment of"), warning);
        assertTrue(warning.contains("set 'Radius (eps)' to Manual and lower it, for example to"), warning);
        assertTrue(warning.contains("'Minimum points (minPts)'"), warning);
    }

    @Test
    void most_rows_noise_is_a_warning_with_a_radius_that_helps() {
        Matrix x = Samples.groups(300, 2, 2, 4);
        Clustering found = new Dbscan(DbscanOptions.defaults().withEps(0.15)).fit(x, RUN);
        assertTrue(found.labels().segments() > 1 && found.labels().noise() > 150, found.labels()::toString);
        String warning = String.join(" ", found.warnings());
        assertTrue(
                warning.startsWith(found.labels().noise() + " rows of 300 rows are noise at the radius 0.15"), warning);
        double recommended = Double.parseDouble(warning.replaceAll("(?s).*for example to ([0-9.]+),.*", "$1"));
        Clustering wider = new Dbscan(DbscanOptions.defaults().withEps(recommended)).fit(x, RUN);
        assertTrue(wider.labels().noise() <= 30, wider.labels()::toString);
    }
}
