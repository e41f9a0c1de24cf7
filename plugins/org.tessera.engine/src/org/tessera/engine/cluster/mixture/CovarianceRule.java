package org.tessera.engine.cluster.mixture;

import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.CovarianceChoice;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Covariance;

/**
 * The form of covariance that the rows allow. A component of d features has d (d + 3) / 2 free parameters if its matrix
 * is full and 2 d if it is diagonal. The richest form is taken for which a component of average size has at least
 * {@value #ROWS_PER_PARAMETER} rows per free parameter, and full matrices only if EM multiplies at most {@value
 * #MAX_MULTIPLICATIONS} times, about a minute on one thread; otherwise variances are spherical. The number of threads
 * does not matter.
 *
 * <p>Where a feature has two values, such as an indicator, variances are spherical: in full and diagonal matrices the
 * variance of a level that a component does not have falls to the regularization, and components follow levels. Where
 * many rows share a value, they are at most diagonal. Elsewhere {@link CovarianceBic} decides whether matrices are full
 * where they could be.
 */
final class CovarianceRule {

    private static final double ROWS_PER_PARAMETER = 2;
    private static final double MAX_MULTIPLICATIONS = 2e11;
    /** Usual number of EM iterations of a run. */
    private static final int ITERATIONS = 50;

    private CovarianceRule() {}

    /** The fewest rows of a component of d features whose matrix is full or diagonal. */
    static double minRows(Covariance form, int d) {
        return ROWS_PER_PARAMETER * (form == Covariance.FULL ? d * (d + 3.0) / 2 : 2.0 * d);
    }

    /** The richest form for rows whose ties are known, or that of the options. */
    static Covariance of(Matrix x, Ties.Kind ties, GaussianMixtureOptions options) {
        Covariance form = options.form(x.rows(), x.columns());
        if (options.covariance() != CovarianceChoice.AUTOMATIC || ties == Ties.Kind.NONE) {
            return form;
        }
        return ties == Ties.Kind.SHARED_VALUE && form != Covariance.SPHERICAL
                ? Covariance.DIAGONAL
                : Covariance.SPHERICAL;
    }

    /** The richest form for n rows of d features; the components of the options are the most that are tried. */
    static Covariance of(long n, int d, GaussianMixtureOptions options) {
        double k = options.components();
        double rowsPerComponent = n / k;
        double multiplications = options.restarts() * ITERATIONS * n * k * d * d;
        if (rowsPerComponent >= minRows(Covariance.FULL, d) && multiplications <= MAX_MULTIPLICATIONS) {
            return Covariance.FULL;
        }
        return rowsPerComponent >= minRows(Covariance.DIAGONAL, d) ? Covariance.DIAGONAL : Covariance.SPHERICAL;
    }
}
