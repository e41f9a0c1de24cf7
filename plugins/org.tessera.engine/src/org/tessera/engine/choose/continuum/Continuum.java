package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.Cholesky;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * A model of customers without segments, from which tables are drawn to compare with: every column has exactly its own
 * values, columns hang together as a Gaussian copula says, and nothing else. Spikes of numbers, such as zero or an imputed
 * value, stay in the rows where they are, as does the lowest value of counts, and the copula holds given their joint
 * pattern, of which the frequent ones have distributions and correlations of their own. Immutable.
 *
 * <p>Nelsen (2006), An introduction to copulas, <a href="https://doi.org/10.1007/0-387-28678-0">doi:10.1007/0-387-28678-0
 * </a>; as a null model for clusters after Hennig and Lin (2015), <a
 * href="https://doi.org/10.1007/s11222-015-9566-5">doi:10.1007/s11222-015-9566-5</a>. A category of L levels has up to L - 1
 * latent variables, at most {@value CategoryMargin#MAX_LATENTS}.
 *
 * <p>Fitting takes O(n l² + l³) for l latent variables, drawing O(n l² + n d log n). Rows are those of the matrix: bring them
 * into canonical order first for results that do not depend on the order of the table.
 */
public final class Continuum {

    private final int rows;
    private final int columns;
    private final double[] values;
    private final List<Margin> margins;
    private final List<SpikeEffect> effects;
    private final SpikePatterns patterns;
    private final List<Cholesky> covariances;

    private Continuum(Matrix x, FeatureColumns structure, RunContext run) {
        rows = x.rows();
        columns = x.columns();
        values = x.values();
        patterns = new SpikePatterns(rows, spikes(x, structure));
        margins = new ArrayList<>();
        List<Latent> latents = new ArrayList<>();
        for (FeatureColumn column : structure.list()) {
            run.checkCanceled();
            Margin margin = column.category()
                    ? new CategoryMargin(x, column.features())
                    : new NumberMargin(x, column.features().get(0), patterns);
            margins.add(margin);
            latents.addAll(margin.latents());
        }
        effects = latents.stream().map(l -> new SpikeEffect(l, patterns, rows)).toList();
        covariances = ResidualCovariance.of(latents, effects, patterns, rows, run);
    }

    private static List<boolean[]> spikes(Matrix x, FeatureColumns structure) {
        return structure.list().stream()
                .filter(column -> !column.category())
                .flatMap(column -> NumberMargin.spikes(x, column.features().get(0)).stream())
                .toList();
    }

    /**
     * Fits the model.
     *
     * @param x n x d finite features
     * @param structure which features belong together; features of none stay as they are
     * @param run threads, cancel
     * @return the model
     */
    public static Continuum fit(Matrix x, FeatureColumns structure, RunContext run) {
        x.requireFinite("The table");
        return new Continuum(x, structure, run);
    }

    /**
     * Draws a table.
     *
     * @param random the stream of random numbers
     * @param run cancel
     * @return n x d features
     */
    public Matrix draw(RandomStream random, RunContext run) {
        double[][] z = latents(random, run);
        double[] drawn = values.clone();
        int next = 0;
        for (Margin margin : margins) {
            run.checkCanceled();
            double[][] own = new double[margin.latents().size()][];
            for (int l = 0; l < own.length; l++) {
                own[l] = z[next++];
            }
            margin.draw(own, drawn, random);
        }
        return Matrix.wrap(rows, columns, drawn);
    }

    private double[][] latents(RandomStream random, RunContext run) {
        int size = effects.size();
        double[][] z = new double[size][rows];
        double[] independent = new double[size];
        double[] residuals = new double[size];
        CancellationCheck cancellation = new CancellationCheck(run, 50L * size + (long) size * size);
        for (int i = 0; i < rows; i++) {
            cancellation.step();
            for (int l = 0; l < size; l++) {
                independent[l] = random.nextGaussian();
            }
            covariances.get(patterns.of(i)).multiply(independent, residuals);
            for (int l = 0; l < size; l++) {
                z[l][i] = effects.get(l).mean(patterns.of(i)) + residuals[l];
            }
        }
        return z;
    }
}
