package org.tessera.engine.cluster.mixture;

import java.util.Arrays;
import org.tessera.engine.cluster.mixture.MixtureDensity.Tile;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.RowBlocks;
import org.tessera.engine.run.RunContext;

/** Posterior probabilities of all rows at once, and the components that win by them. */
public final class Posteriors {

    private Posteriors() {}

    /** Fills in n x k posterior probabilities. @return the mean log-likelihood per row */
    public static double fill(MixtureParameters state, Matrix x, double[] memberships, RunContext run) {
        int k = state.components();
        return each(state, x, run, (tile, first) -> {
            for (int t = 0; t < tile.size; t++) {
                for (int c = 0; c < k; c++) {
                    memberships[(first + t) * k + c] = tile.values[c][t];
                }
            }
        });
    }

    /** @return the mean log-likelihood per row */
    static double logLikelihood(MixtureParameters state, Matrix x, RunContext run) {
        return each(state, x, run, (tile, first) -> {});
    }

    private interface Taker {
        void take(Tile tile, int first);
    }

    private static double each(MixtureParameters state, Matrix x, RunContext run, Taker taker) {
        int n = x.rows();
        MixtureDensity density = new MixtureDensity(state, run);
        RowBlocks blocks = RowBlocks.of(n);
        double[] parts = new double[blocks.count()];
        run.forBlocks(blocks.count(), block -> {
            Tile tile = new Tile(state.components(), x.columns());
            int end = blocks.end(block);
            for (int i = blocks.start(block); i < end; i += MixtureDensity.TILE) {
                run.checkCanceled();
                tile.load(x.values(), i, end);
                parts[block] += density.posteriors(tile);
                taker.take(tile, i);
            }
        });
        return Arrays.stream(parts).sum() / n;
    }

    /** The most probable component of each row but one, of equal ones the first; -1 to leave out none. */
    public static int[] winners(double[] memberships, int k, int but) {
        int[] winners = new int[memberships.length / k];
        for (int i = 0; i < winners.length; i++) {
            int best = but == 0 ? 1 : 0;
            for (int c = best + 1; c < k; c++) {
                best = c != but && memberships[i * k + c] > memberships[i * k + best] ? c : best;
            }
            winners[i] = best;
        }
        return winners;
    }
}
