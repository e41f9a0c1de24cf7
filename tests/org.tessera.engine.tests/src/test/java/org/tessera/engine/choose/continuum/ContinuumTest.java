package org.tessera.engine.choose.continuum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class ContinuumTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final int N = 4000;
    private static final FeatureColumns COLUMNS = new FeatureColumns(List.of(
            FeatureColumn.number("spend", 0),
            FeatureColumn.number("age", 1),
            new FeatureColumn("home", true, List.of(2, 3, 4))));

    /** Spend, a third of it zero, and age with a correlation of .6, and a category of three levels that age drives. */
    private static Matrix customers() {
        RandomStream random = RandomStream.of(8, 0);
        double[] values = new double[5 * N];
        for (int i = 0; i < N; i++) {
            double age = random.nextGaussian();
            double spend = 0.6 * age + 0.8 * random.nextGaussian();
            values[5 * i] = i % 3 == 0 ? -5 : spend;
            values[5 * i + 1] = age;
            values[5 * i + 2 + (age < 0.3 ? 0 : age < 1 ? 1 : 2)] = 1;
        }
        return Matrix.wrap(N, 5, values);
    }

    private static double[] column(Matrix x, int column) {
        double[] values = new double[x.rows()];
        Arrays.setAll(values, i -> x.at(i, column));
        return values;
    }

    private static double correlation(Matrix x, int a, int b) {
        double[] sums = new double[5];
        int rows = 0;
        for (int i = 0; i < x.rows(); i++) {
            if (x.at(i, 0) != -5) {
                rows++;
                sums[0] += x.at(i, a);
                sums[1] += x.at(i, b);
                sums[2] += x.at(i, a) * x.at(i, a);
                sums[3] += x.at(i, b) * x.at(i, b);
                sums[4] += x.at(i, a) * x.at(i, b);
            }
        }
        return (sums[4] - sums[0] * sums[1] / rows)
                / Math.sqrt((sums[2] - sums[0] * sums[0] / rows) * (sums[3] - sums[1] * sums[1] / rows));
    }

    @Test
    void every_column_keeps_its_values_and_spikes_their_rows() {
        Matrix x = customers();
        Matrix drawn = Continuum.fit(x, COLUMNS, RUN).draw(RUN.random(0), RUN);

        for (int c = 0; c < 5; c++) {
            double[] before = column(x, c);
            double[] after = column(drawn, c);
            Arrays.sort(before);
            Arrays.sort(after);
            assertArrayEquals(before, after, "column " + c);
        }
        for (int i = 0; i < N; i++) {
            assertEquals(x.at(i, 0) == -5, drawn.at(i, 0) == -5);
            assertEquals(1, drawn.at(i, 2) + drawn.at(i, 3) + drawn.at(i, 4));
        }
    }

    /** Whole numbers of 3, 12 and 12 different values, of which a fifth, a fifth and few are the lowest. */
    @Test
    void the_lowest_of_counts_keeps_its_rows_if_it_is_frequent_and_marks_have_no_spikes() {
        double[] values = new double[3 * N];
        RandomStream random = RandomStream.of(3, 0);
        for (int i = 0; i < N; i++) {
            values[3 * i] = random.nextInt(5) == 0 ? 1 : 2 + random.nextInt(2);
            values[3 * i + 1] = random.nextInt(5) == 0 ? 1 : 2 + random.nextInt(11);
            values[3 * i + 2] = random.nextInt(100) == 0 ? 1 : 2 + random.nextInt(11);
        }
        Matrix x = Matrix.wrap(N, 3, values);
        Matrix drawn = Continuum.fit(x, FeatureColumns.numbers(List.of("marks", "orders", "visits")), RUN)
                .draw(RUN.random(0), RUN);

        int[] moved = new int[3];
        for (int i = 0; i < N; i++) {
            for (int c = 0; c < 3; c++) {
                moved[c] += x.at(i, c) == 1 && drawn.at(i, c) != 1 ? 1 : 0;
            }
        }
        assertTrue(moved[0] > 0 && moved[1] == 0 && moved[2] > 0, () -> Arrays.toString(moved));
    }

    @Test
    void columns_hang_together_as_before() {
        Matrix x = customers();
        Matrix drawn = Continuum.fit(x, COLUMNS, RUN).draw(RUN.random(1), RUN);

        // One standard error of a correlation of 2,667 rows is .02 at most.
        assertEquals(correlation(x, 0, 1), correlation(drawn, 0, 1), 0.06);
        assertEquals(correlation(x, 1, 4), correlation(drawn, 1, 4), 0.1);
        assertEquals(correlation(x, 0, 2), correlation(drawn, 0, 2), 0.1);
    }

    @Test
    void segments_are_lost() {
        double[] values = new double[2 * N];
        RandomStream random = RandomStream.of(2, 0);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian() + (i / 2 % 2 == 0 ? 3 : -3);
        }
        Matrix drawn = Continuum.fit(Matrix.wrap(N, 2, values), FeatureColumns.numbers(List.of("a", "b")), RUN)
                .draw(RUN.random(0), RUN);

        long between = 0;
        for (int i = 0; i < N; i++) {
            between += drawn.at(i, 0) * drawn.at(i, 1) < 0 ? 1 : 0;
        }
        assertTrue(between > N / 20, between + " rows between the segments");
    }

    @Test
    void a_constant_column_stays_constant() {
        double[] values = new double[200];
        for (int i = 0; i < 100; i++) {
            values[2 * i] = i;
            values[2 * i + 1] = 7;
        }
        Matrix drawn = Continuum.fit(Matrix.wrap(100, 2, values), FeatureColumns.numbers(List.of("a", "b")), RUN)
                .draw(RUN.random(0), RUN);
        assertTrue(Arrays.stream(column(drawn, 1)).allMatch(v -> v == 7));
    }

    @Test
    void quantiles_are_those_of_tables() {
        assertEquals(0, NormalQuantile.of(0.5));
        assertEquals(1.959963985, NormalQuantile.of(0.975), 1e-6);
        assertEquals(-3.090232306, NormalQuantile.of(0.001), 1e-6);
        assertEquals(-6.361340902, NormalQuantile.of(1e-10), 1e-5);
        assertEquals(0.797884561, NormalQuantile.meanBetween(0.5, 1), 1e-6);
    }

    @Test
    void a_number_with_two_features_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new FeatureColumn("a", false, List.of(0, 1)));
    }
}
