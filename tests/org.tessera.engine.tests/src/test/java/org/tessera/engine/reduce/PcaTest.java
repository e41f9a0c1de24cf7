package org.tessera.engine.reduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

class PcaTest {

    private static final RunContext RUN = RunContext.of(1);

    @Test
    void four_points_by_hand() {
        Matrix x = Matrix.of(new double[] {2, 2}, new double[] {-2, -2}, new double[] {1, -1}, new double[] {-1, 1});
        Pca pca = Pca.fit(x, 2, RUN);
        double r = Math.sqrt(0.5);
        assertArrayEquals(new double[] {4, 1}, pca.variances(), 1e-12);
        assertArrayEquals(new double[] {0.8, 0.2}, pca.explained(), 1e-12);
        assertArrayEquals(new double[] {r, r, r, -r}, pca.components().values(), 1e-12);
        assertArrayEquals(
                new double[] {4 * r, 0, -4 * r, 0, 0, 2 * r, 0, -2 * r},
                pca.scores().values(),
                1e-12);
    }

    @Test
    void credit_components_are_orthonormal_and_their_scores_uncorrelated() {
        Matrix x = CreditReference.features();
        int d = x.columns();
        Pca pca = Pca.fit(x, d, RUN);
        double[] loadings = pca.components().values();
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a && pca.variances()[a] > 0; b++) {
                double dot = 0;
                double product = 0;
                for (int j = 0; j < d; j++) {
                    dot += loadings[a * d + j] * loadings[b * d + j];
                }
                for (int i = 0; i < x.rows(); i++) {
                    product += pca.scores().at(i, a) * pca.scores().at(i, b);
                }
                assertEquals(a == b ? 1 : 0, dot, 1e-10);
                assertEquals(a == b ? pca.variances()[a] : 0, product / x.rows(), 1e-9);
            }
        }
        assertEquals(1, Arrays.stream(pca.explained()).sum(), 1e-10);
        assertEquals(0, pca.variances()[d - 1], "one-hot columns sum to a constant: 4 directions without variance");
        assertEquals(22, Arrays.stream(pca.variances()).filter(v -> v > 0).count());
    }

    @Test
    void threads_do_not_change_a_bit_and_order_of_rows_only_rounding() {
        Matrix x = CreditReference.features();
        Pca one = Pca.fit(x, 2, RUN.withThreads(1));
        Pca many = Pca.fit(x, 2, RUN.withThreads(8));
        assertArrayEquals(one.scores().values(), many.scores().values());
        int[] order = RandomStream.of(1, 0).permutation(x.rows());
        Pca shuffled = Pca.fit(x.select(order), 2, RUN);
        assertArrayEquals(one.scores().select(order).values(), shuffled.scores().values(), 1e-9);
        assertArrayEquals(one.scores().values(), one.project(x, RUN).values());
    }

    @Test
    void largest_loading_is_positive() {
        Pca pca = Pca.fit(CreditReference.features(), 5, RUN);
        for (int c = 0; c < 5; c++) {
            double[] loadings = pca.components().row(c);
            double largest = Arrays.stream(loadings).map(Math::abs).max().orElseThrow();
            assertTrue(Arrays.stream(loadings).anyMatch(v -> v == largest));
        }
    }

    @Test
    void one_row_constant_columns_and_more_dimensions_than_columns_are_defined() {
        Pca row = Pca.fit(Matrix.of(new double[] {3, 4}), 2, RUN);
        assertArrayEquals(new double[] {3, 4}, row.mean());
        assertArrayEquals(new double[] {0, 0}, row.explained());
        assertArrayEquals(new double[] {0, 0}, row.scores().values());

        Pca constant = Pca.fit(Matrix.of(new double[] {0.1, 1}, new double[] {0.1, 3}, new double[] {0.1, 5}), 2, RUN);
        assertArrayEquals(new double[] {1, 0}, constant.explained(), 1e-15);
        assertArrayEquals(new double[] {0, 1, 0, 0}, constant.components().values(), 1e-15);

        Pca wide = Pca.fit(Matrix.of(new double[] {1}, new double[] {3}), 2, RUN);
        assertArrayEquals(new double[] {-1, 0, 1, 0}, wide.scores().values(), 1e-15);
    }

    @Test
    void wrong_input_is_named() {
        assertThrows(SegmentationException.class, () -> Pca.fit(Matrix.wrap(0, 2, new double[0]), 2, RUN));
        assertThrows(IllegalArgumentException.class, () -> Pca.fit(Matrix.of(new double[] {1}), 0, RUN));
        Pca pca = Pca.fit(Matrix.of(new double[] {1, 2}), 1, RUN);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> pca.project(Matrix.of(new double[] {1}), RUN));
        assertEquals("The components are of 2 columns, but the rows have 1", e.getMessage());
    }
}
