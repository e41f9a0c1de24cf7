package org.tessera.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    /** By hand: L = (2 0; 1 3). */
    private static final double[] MATRIX = {4, 2, 2, 10};

    @Test
    void multiplies_whitens_and_solves() {
        Cholesky cholesky = Cholesky.of(MATRIX, 2).orElseThrow();
        double[] product = new double[2];
        cholesky.multiply(new double[] {1, 2}, product);

        assertArrayEquals(new double[] {2, 7}, product);
        assertArrayEquals(new double[] {1, 2}, cholesky.whiten(new double[] {2, 7}));
        assertArrayEquals(new double[] {1, -1}, cholesky.solve(new double[] {2, -8}), 1e-15);
    }

    @Test
    void a_matrix_that_is_not_positive_definite_has_no_decomposition() {
        assertTrue(Cholesky.of(new double[] {1, 2, 2, 1}, 2).isEmpty());
        assertTrue(Cholesky.of(new double[] {0}, 1).isEmpty());
        assertTrue(Cholesky.of(new double[] {Double.NaN}, 1).isEmpty());
    }
}
