package org.tessera.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

class CanonicalRowsTest {

    private static final RunContext RUN = RunContext.of(1);

    @Test
    void sorts_column_by_column_and_counts_different_rows() {
        Matrix x = Matrix.of(new double[][] {{2, 0}, {-1, 5}, {2, -3}, {-1, 5}, {0, 0}});
        CanonicalRows rows = CanonicalRows.of(x, RUN);
        assertArrayEquals(new int[] {1, 3, 4, 2, 0}, rows.order());
        assertEquals(4, rows.distinct());
        assertArrayEquals(
                new double[] {-1, 5, -1, 5, 0, 0, 2, -3, 2, 0}, rows.matrix().values());
    }

    @Test
    void sorts_many_rows_whose_leading_bits_are_equal() {
        int n = 5000;
        double[] values = new double[n];
        int[] permutation = Samples.permutation(n, 3);
        for (int i = 0; i < n; i++) {
            values[i] = 1e9 + permutation[i] * 1e-6;
        }
        double[] sorted =
                CanonicalRows.of(Matrix.wrap(n, 1, values), RUN).matrix().values();
        for (int i = 1; i < n; i++) {
            assertTrue(sorted[i - 1] < sorted[i], "row " + i);
        }
    }

    @Test
    void both_zeros_and_negative_values_are_ordered_as_numbers() {
        Matrix x = Matrix.of(new double[][] {{0.0, 2}, {-0.0, 1}, {-1e-300, 9}, {1e-300, 0}, {-5, 0}});
        assertArrayEquals(new int[] {4, 2, 1, 0, 3}, CanonicalRows.of(x, RUN).order());
    }

    @Test
    void permuted_rows_give_the_same_matrix() {
        for (Matrix x : new Matrix[] {Samples.grid(3000, 6, 3, 1), Samples.groups(3000, 3, 4, 2)}) {
            Matrix permuted = x.select(Samples.permutation(x.rows(), 9));
            assertEquals(
                    CanonicalRows.of(x, RUN).matrix(),
                    CanonicalRows.of(permuted, RUN).matrix());
        }
    }

    @Test
    void restores_labels_to_the_rows_of_the_table() {
        CanonicalRows rows = CanonicalRows.of(Samples.column(3, 1, 2), RUN);
        assertEquals(Labels.of(2, 0, 1), rows.restore(Labels.of(0, 1, 2)));
        assertArrayEquals(new int[] {8, 9, 7}, rows.arrange(new int[] {7, 8, 9}));
    }

    @Test
    void no_row_is_no_row() {
        CanonicalRows rows = CanonicalRows.of(Matrix.wrap(0, 3, new double[0]), RUN);
        assertEquals(0, rows.distinct());
        assertEquals(0, rows.order().length);
    }
}
