package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.tessera.engine.kernel.Cholesky;
import org.tessera.engine.run.RunContext;

/**
 * The covariances of the residuals of latent variables: one for all rows, and those of frequent patterns of
 * spikes, drawn towards it. That of two scores, over the rows that have both, is
 * divided by both mean squared scores, which are what is left of the variables after they were seen in values only.
 */
final class ResidualCovariance {

    private static final int MIN_COMMON_ROWS = 20;
    private static final double MAX_CORRELATION = 0.999;
    private static final double MIN_EIGENVALUE = 1e-3;
    /** Rows per latent variable that the covariance of all rows counts for beside those of a pattern. */
    private static final double PRIOR_ROWS = 2;

    private final double[][] residuals;
    private final List<Latent> latents;
    private final List<SpikeEffect> effects;
    private final SpikePatterns patterns;

    private ResidualCovariance(List<Latent> latents, List<SpikeEffect> effects, SpikePatterns patterns, int rows) {
        this.latents = latents;
        this.effects = effects;
        this.patterns = patterns;
        residuals = new double[latents.size()][rows];
        for (int l = 0; l < residuals.length; l++) {
            Latent latent = latents.get(l);
            for (int i = 0; i < rows; i++) {
                residuals[l][i] = latent.isDefined(i)
                        ? (latent.score(i) - effects.get(l).scoreMean(patterns.of(i))) / latent.meanSquare()
                        : 0;
            }
        }
    }

    /** The decompositions of the nearest positive definite matrices, by pattern. O(n l² + patterns l³). */
    static List<Cholesky> of(
            List<Latent> latents, List<SpikeEffect> effects, SpikePatterns patterns, int rows, RunContext run) {
        return new ResidualCovariance(latents, effects, patterns, rows).byPattern(run);
    }

    private List<Cholesky> byPattern(RunContext run) {
        double[] all = all(run);
        Cholesky common = nearest(all);
        List<Cholesky> decompositions = new ArrayList<>();
        for (int[] rows : patterns.rows()) {
            run.checkCanceled();
            boolean own = patterns.count() > 1 && rows.length >= SpikePatterns.FREQUENT;
            decompositions.add(own ? nearest(ofPattern(rows, all)) : common);
        }
        return decompositions;
    }

    private double[] all(RunContext run) {
        int size = latents.size();
        double[] covariance = new double[size * size];
        run.forBlocks(size, a -> {
            covariance[a * size + a] = effects.get(a).variance();
            for (int b = 0; b < a; b++) {
                covariance[a * size + b] = covariance(a, b);
            }
        });
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                covariance[b * size + a] = covariance[a * size + b];
            }
        }
        return covariance;
    }

    private double covariance(int a, int b) {
        double sum = 0;
        int common = 0;
        for (int i = 0; i < residuals[a].length; i++) {
            sum += residuals[a][i] * residuals[b][i];
            common += latents.get(a).isDefined(i) && latents.get(b).isDefined(i) ? 1 : 0;
        }
        if (common < MIN_COMMON_ROWS) {
            return 0;
        }
        double most = MAX_CORRELATION
                * Math.sqrt(effects.get(a).variance() * effects.get(b).variance());
        return Math.max(-most, Math.min(most, sum / common));
    }

    /** The covariance of the rows of a pattern, together with further rows that have that of all. */
    private double[] ofPattern(int[] rows, double[] all) {
        int size = latents.size();
        double prior = PRIOR_ROWS * size;
        double[] covariance = all.clone();
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                int common = 0;
                for (int row : rows) {
                    sum += residuals[a][row] * residuals[b][row];
                    common += latents.get(a).isDefined(row) && latents.get(b).isDefined(row) ? 1 : 0;
                }
                if (a == b) {
                    sum = Math.max(0, sum + common * (1 - 1 / latents.get(a).meanSquare()));
                }
                covariance[a * size + b] = (sum + prior * all[a * size + b]) / (common + prior);
                covariance[b * size + a] = covariance[a * size + b];
            }
        }
        return covariance;
    }

    /** Decomposes a covariance; one that is not positive definite gets larger eigenvalues and the same diagonal. */
    private Cholesky nearest(double[] covariance) {
        int size = latents.size();
        return Cholesky.of(covariance, size)
                .or(() -> Cholesky.of(raised(covariance, size), size))
                .orElseThrow();
    }

    private static double[] raised(double[] covariance, int size) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        eigen.decompose(DMatrixRMaj.wrap(size, size, covariance.clone()));
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
            scale[a] = Math.sqrt(Math.max(MIN_EIGENVALUE, covariance[a * size + a]) / near[a * size + a]);
        }
        for (int c = 0; c < near.length; c++) {
            near[c] *= scale[c / size] * scale[c % size];
        }
        return near;
    }
}
