package org.tessera.engine.reduce;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.symm.SymmetricQREigenHelper_DDRM;
import org.ejml.dense.row.decomposition.eig.symm.SymmetricQrAlgorithm_DDRM;
import org.ejml.dense.row.decomposition.hessenberg.TridiagonalDecompositionHouseholder_DDRM;
import org.tessera.engine.run.RunContext;

/**
 * The eigendecomposition of a symmetric matrix by EJML: Householder reflections to a tridiagonal matrix, then the
 * implicit QR algorithm, for the eigenvalues alone and once more with the eigenvectors. Cancellation is checked before
 * every step of O(d²). O(d³) time.
 */
final class SymmetricEigen {

    private final double[] values;
    private final DMatrixRMaj vectors;

    private SymmetricEigen(double[] values, DMatrixRMaj vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param symmetric a d x d matrix of finite values, d at least 1
     * @param run cancel
     * @return the decomposition, or empty if the iteration does not converge
     */
    static Optional<SymmetricEigen> of(DMatrixRMaj symmetric, RunContext run) {
        int d = symmetric.numRows;
        Reflections reflections = new Reflections(run);
        if (!reflections.decompose(symmetric)) {
            return Optional.empty();
        }
        Rotations rotations = new Rotations(run);
        double[] diagonal = new double[d];
        double[] offDiagonal = new double[d - 1];
        reflections.getDiagonal(diagonal, offDiagonal);
        rotations.init(diagonal.clone(), offDiagonal.clone(), d);
        SymmetricQrAlgorithm_DDRM solver = new SymmetricQrAlgorithm_DDRM(rotations);
        solver.setQ(null);
        solver.setFastEigenvalues(true);
        if (!solver.process(-1, null, null)) {
            return Optional.empty();
        }
        double[] values = rotations.copyEigenvalues(null);
        DMatrixRMaj vectors = reflections.getQ(null, true);
        solver.setQ(vectors);
        if (!solver.process(d, diagonal, offDiagonal, values)) {
            return Optional.empty();
        }
        return Optional.of(new SymmetricEigen(rotations.copyEigenvalues(null), vectors));
    }

    /** An eigenvalue; they are in the order of the eigenvectors. */
    double value(int index) {
        return values[index];
    }

    /** An eigenvector of length 1. */
    double[] vector(int index) {
        int d = vectors.numCols;
        return Arrays.copyOfRange(vectors.data, index * d, (index + 1) * d);
    }

    /** Householder reflections that check for cancellation. */
    private static final class Reflections extends TridiagonalDecompositionHouseholder_DDRM {

        private final RunContext run;

        Reflections(RunContext run) {
            this.run = run;
        }

        @Override
        public void householderSymmetric(int row, double gamma) {
            run.checkCanceled();
            super.householderSymmetric(row, gamma);
        }

        @Override
        protected void rank1UpdateMultL(DMatrixRMaj a, double gamma, int colA0, int w0, int w1) {
            run.checkCanceled();
            super.rank1UpdateMultL(a, gamma, colA0, w0, w1);
        }

        @Override
        protected void rank1UpdateMultR(DMatrixRMaj a, double gamma, int colA0, int w0, int w1) {
            run.checkCanceled();
            super.rank1UpdateMultR(a, gamma, colA0, w0, w1);
        }
    }

    /** Givens rotations that check for cancellation. */
    private static final class Rotations extends SymmetricQREigenHelper_DDRM {

        private final RunContext run;

        Rotations(RunContext run) {
            this.run = run;
        }

        @Override
        protected void performImplicitSingleStep(double shift, boolean byAngle) {
            run.checkCanceled();
            super.performImplicitSingleStep(shift, byAngle);
        }
    }
}
