package org.tessera.engine.choose.continuum;

/**
 * A standard normal variable behind a column, seen through the column's values: its mean given the value, for the rows
 * in which the column says something about it.
 */
final class Latent {

    private final double[] scores;
    private final boolean[] defined;
    private final int count;
    private final double meanSquare;
    private final boolean centered;

    /**
     * @param scores n conditional means, 0 where not defined
     * @param defined for n rows whether there is a score
     * @param centered whether the variable has mean 0 within every frequent pattern of spikes
     */
    Latent(double[] scores, boolean[] defined, boolean centered) {
        this.centered = centered;
        this.scores = scores;
        this.defined = defined;
        int rows = 0;
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            rows += defined[i] ? 1 : 0;
            squares += scores[i] * scores[i];
        }
        count = rows;
        meanSquare = rows == 0 ? 1 : Math.max(1e-3, squares / rows);
    }

    double score(int row) {
        return scores[row];
    }

    boolean isDefined(int row) {
        return defined[row];
    }

    /** Whether the variable has mean 0 within every frequent pattern of spikes. */
    boolean isCentered() {
        return centered;
    }

    /** The number of rows with a score. */
    int count() {
        return count;
    }

    /** The mean squared score: how much of the variable's variance of 1 the column's values show. */
    double meanSquare() {
        return meanSquare;
    }
}
