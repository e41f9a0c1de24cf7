package org.tessera.engine.profile;

/** Measures of association of a contingency table of whole numbers. O(r c) for r rows and c columns. */
final class Contingency {

    private final int[][] counts;
    private final double[] rowSums;
    private final double[] columnSums;
    private final double total;
    private int rows;
    private int columns;

    private Contingency(int[][] counts) {
        this.counts = counts;
        rowSums = new double[counts.length];
        columnSums = new double[counts.length == 0 ? 0 : counts[0].length];
        double sum = 0;
        for (int r = 0; r < rowSums.length; r++) {
            for (int c = 0; c < columnSums.length; c++) {
                rowSums[r] += counts[r][c];
                columnSums[c] += counts[r][c];
            }
            sum += rowSums[r];
            rows += rowSums[r] > 0 ? 1 : 0;
        }
        for (double column : columnSums) {
            columns += column > 0 ? 1 : 0;
        }
        total = sum;
    }

    /** Cramér's V with the bias correction of Bergsma (2013); 0 for fewer than 2 nonempty rows or columns. */
    static double cramersV(int[][] counts) {
        Contingency table = new Contingency(counts);
        if (table.rows < 2 || table.columns < 2) {
            return 0;
        }
        double n = table.total;
        double r = table.rows;
        double c = table.columns;
        double corrected = Math.max(0, table.phiSquared() - (c - 1) * (r - 1) / (n - 1));
        double smaller = Math.min(r - (r - 1) * (r - 1) / (n - 1), c - (c - 1) * (c - 1) / (n - 1)) - 1;
        return smaller <= 0 ? 0 : Math.min(1, Math.sqrt(corrected / smaller));
    }

    /**
     * Tschuprow's T, 1 if and only if each row goes with one column and the reverse; 0 for fewer than 2 nonempty rows
     * or columns.
     */
    static double tschuprowsT(int[][] counts) {
        Contingency table = new Contingency(counts);
        if (table.rows < 2 || table.columns < 2) {
            return 0;
        }
        return Math.sqrt(table.phiSquared() / Math.sqrt((table.rows - 1.0) * (table.columns - 1.0)));
    }

    /** Pearson's chi-squared statistic divided by the number of customers. */
    private double phiSquared() {
        double sum = 0;
        for (int r = 0; r < rowSums.length; r++) {
            for (int c = 0; c < columnSums.length; c++) {
                double expected = columnSums[c] * rowSums[r] / total;
                if (expected > 0) {
                    double difference = counts[r][c] - expected;
                    sum += difference * difference / expected;
                }
            }
        }
        return sum / total;
    }
}
