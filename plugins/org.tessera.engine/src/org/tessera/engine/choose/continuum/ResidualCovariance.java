package org.tessera.engine.choose.continuum;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.tessera.engine.kernel.Cholesky;
import org.tessera.engine.run.RunContext;

/**
 * The covariance of the residuals of latent variables. That of two scores, over the rows that have both, is divided by both
 * mean squared scores, which are what is left of the variables after they were seen in values only.
 */
final class ResidualCovariance {

    private static final int MIN_COMMON_ROWS = 20;
    private static final double MAX_CORRELATION = 0.999;
    private static final double MIN_EIGENVALUE = 1e-3;

    private final double[][] residuals;
    private final List<Latent> latents;
    private final List<SpikeEffect> effects;

    private ResidualCovariance(List<Latent> latents, List<SpikeEffect> effects, SpikePatterns patterns, int rows) {
        this.latents = latents;
        this.effects = effects;
        residuals = new double[latents.size()][rows];
        for (int l = 0; l < residuals.length; l++) {
            Latent latent = latents.get(l);
            for (int i = 0; i < rows; i++) {
                residuals[l][i] = latent.isDefined(i)
                        ? latent.score(i) - effects.get(l).scoreMean(patterns.of(i))
                        : 0;
            }
        }
    }

    /** The decomposition of the nearest positive definite matrix. O(n l² + l³) for l latent variables. */
    static Cholesky of(
            List<Latent> latents, List<SpikeEffect> effects, SpikePatterns patterns, int rows, RunContext run) {
        return new ResidualCovariance(latents, effects, patterns, rows).decompose(run);
    }

    private Cholesky decompose(RunContext run) {
        int size = latents.size();
        double[] correlations = new double[size * size];
        run.forBlocks(size, a -> {
            correlations[a * size + a] = 1;
            for (int b = 0; b < a; b++) {
                correlations[a * size + b] = correlation(a, b);
            }
        });
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                correlations[b * size + a] = correlations[a * size + b];
            }
        }
        double[] near = Cholesky.of(correlations, size).isPresent() ? correlations : nearest(correlations, size);
        for (int c = 0; c < near.length; c++) {
            near[c] *= Math.sqrt(effects.get(c / size).variance() * effects.get(c % size).variance());
        }
        return Cholesky.of(near, size).orElseThrow();
    }

    private double correlation(int a, int b) {
        double sum = 0;
        int common = 0;
        for (int i = 0; i < residuals[a].length; i++) {
            sum += residuals[a][i] * residuals[b][i];
            common += latents.get(a).isDefined(i) && latents.get(b).isDefined(i) ? 1 : 0;
        }
        if (common < MIN_COMMON_ROWS) {
            return 0;
        }
        double covariance = sum / common / (latents.get(a).meanSquare() * latents.get(b).meanSquare());
        double correlation = covariance
                / Math.sqrt(effects.get(a).variance() * effects.get(b).variance());
        return Math.max(-MAX_CORRELATION, Math.min(MAX_CORRELATION, correlation));
    }

    /** Raises eigenvalues to a minimum and scales the diagonal to 1 again. */
    private static double[] nearest(double[] correlations, int size) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        eigen.decompose(DMatrixRMaj.wrap(size, size, correlations.clone()));
        double[] near = new double[size * size];
        for (int e = 0; e < size; e++) {
            double value = Math.max(MIN_EIGENVALUE, eigen.getEigenvalue(e).getReal());
            double[] vector = eigen.getEigenVector(e).data;
            for (int c = 0; c < near.length; c++) {
                near[c] += value * vector[c / size] * vector[c % size];
            }
        }
        double[] scale = new double[size];
        for (int a = 0; a < size; a++) {
            scale[a] = Math.sqrt(near[a * size + a]);
        }
        for (int c = 0; c < near.length; c++) {
            near[c] /= scale[c / size] * scale[c % size];
        }
        return near;
    }
}
