package org.tessera.engine.kernel;

import java.util.Optional;

/** The Cholesky decomposition A = L L' of a symmetric positive definite matrix, for small ones. O(d³). Immutable. */
public final class Cholesky {

    private final double[] lower;
    private final int d;

    private Cholesky(double[] lower, int d) {
        this.lower = lower;
        this.d = d;
    }

    /**
     * Decomposes a matrix.
     *
     * @param symmetric d x d values in rows, of which the lower triangle is read
     * @param d number of rows
     * @return the decomposition; empty if the matrix is not positive definite
     */
    public static Optional<Cholesky> of(double[] symmetric, int d) {
        double[] lower = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = symmetric[i * d + j];
                for (int m = 0; m < j; m++) {
                    rest -= lower[i * d + m] * lower[j * d + m];
                }
                if (i == j && !(rest > 0)) {
                    return Optional.empty();
                }
                lower[i * d + j] = i == j ? Math.sqrt(rest) : rest / lower[j * d + j];
            }
        }
        return Optional.of(new Cholesky(lower, d));
    }

    /** @return the natural logarithm of the determinant of A */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += 2 * Math.log(lower[i * d + i]);
        }
        return sum;
    }

    /**
     * Multiplies L by a vector.
     *
     * @param vector d values
     * @param into d values that are set: L times the vector
     */
    public void multiply(double[] vector, double[] into) {
        for (int i = 0; i < d; i++) {
            double sum = 0;
            for (int m = 0; m <= i; m++) {
                sum += lower[i * d + m] * vector[m];
            }
            into[i] = sum;
        }
    }

    /**
     * Solves A x = b.
     *
     * @param b d values
     * @return x, d values
     */
    public double[] solve(double[] b) {
        double[] x = whiten(b);
        for (int i = d - 1; i >= 0; i--) {
            for (int m = i + 1; m < d; m++) {
                x[i] -= lower[m * d + i] * x[m];
            }
            x[i] /= lower[i * d + i];
        }
        return x;
    }

    /**
     * Solves L x = b: vectors with the covariance A become vectors with the identity as covariance.
     *
     * @param b d values
     * @return x, d values
     */
    public double[] whiten(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < d; i++) {
            for (int m = 0; m < i; m++) {
                x[i] -= lower[i * d + m] * x[m];
            }
            x[i] /= lower[i * d + i];
        }
        return x;
    }
}
