package org.tessera.engine.cluster.mixture;

/** A tile of rows stored column by column, and what the E step computes from it. Scratch of one thread. */
final class RowTile {

    /** Maximum number of rows. */
    static final int ROWS = 128;

    /** Features of a tile between two checks for cancellation: a few milliseconds even for thousands of features. */
    static final int FEATURES_PER_CANCELLATION_CHECK = 32;

    /** Per feature: the values of the rows, and their differences from the mean of {@link #center}. */
    final double[][] columns;

    final double[][] differences;
    /** Per component and row: the logarithm of the weighted density, then the posterior probability. */
    final double[][] posteriors;

    final double[] weighted = new double[ROWS];
    final double[] squares = new double[ROWS];
    final double[] product = new double[ROWS];
    final double[] maxima = new double[ROWS];
    final double[] sums = new double[ROWS];
    /** Number of rows. */
    int size;

    RowTile(int components, int features) {
        columns = new double[features][ROWS];
        differences = new double[features][ROWS];
        posteriors = new double[components][ROWS];
    }

    /** Loads the rows from start on, at most {@link #ROWS} of them, before end. */
    void load(double[] values, int start, int end) {
        size = Math.min(ROWS, end - start);
        int d = columns.length;
        for (int j = 0; j < d; j++) {
            for (int t = 0; t < size; t++) {
                columns[j][t] = values[(start + t) * d + j];
            }
        }
    }

    /** Loads rows that are listed, from a start in the list on, before an end. */
    void load(double[] values, int[] rows, int start, int end) {
        size = Math.min(ROWS, end - start);
        int d = columns.length;
        for (int j = 0; j < d; j++) {
            for (int t = 0; t < size; t++) {
                columns[j][t] = values[rows[start + t] * d + j];
            }
        }
    }

    /** Computes the differences of the rows from the mean of a component. */
    void center(double[] means, int component) {
        int d = columns.length;
        for (int j = 0; j < d; j++) {
            double mean = means[component * d + j];
            double[] column = columns[j];
            double[] difference = differences[j];
            for (int t = 0; t < size; t++) {
                difference[t] = column[t] - mean;
            }
        }
    }
}
