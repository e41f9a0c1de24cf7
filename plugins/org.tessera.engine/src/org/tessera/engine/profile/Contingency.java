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
        double freedom = (table.rows - 1.0) * (table.columns - 1.0);
        double corrected = Math.max(0, table.phiSquared() - freedom / (table.total - 1));
        double smaller = table.smaller();
        return smaller <= 0 ? 0 : Math.min(1, Math.sqrt(corrected / smaller));
    }

    /** The largest phi squared less its bias. */
    private double smaller() {
        double r = rows - 1.0;
        double c = columns - 1.0;
        return Math.min(r - r * r / (total - 1), c - c * c / (total - 1));
    }

    /**
     * The interval of {@link #cramersV}. Chi-squared is about noncentral chi-squared; how much less it varies in this table
     * follows from the delta method (Bishop, Fienberg and Holland 1975, chapter 14): with p the shares of the cells, the
     * derivative of phi squared by a cell is 2 p / (r c) less the sums of p² / (r² c) over its row and of p² / (r c²) over its
     * column, for the shares r and c of its row and column.
     */
    static Interval cramersVInterval(int[][] counts) {
        Contingency table = new Contingency(counts);
        if (table.rows < 2 || table.columns < 2) {
            return Interval.NONE;
        }
        double freedom = (table.rows - 1.0) * (table.columns - 1.0);
        double phi = table.phiSquared();
        Interval noncentrality = Interval.ofNoncentrality(
                table.total * phi, freedom, table.total * table.phiSquaredVariance() / (4 * phi));
        double larger = table.total * (Math.min(table.rows, table.columns) - 1);
        return new Interval(
                Math.sqrt(Math.min(1, noncentrality.low() / larger)),
                Math.sqrt(Math.min(1, noncentrality.high() / larger)));
    }

    /** The variance of phi squared by the delta method. */
    private double phiSquaredVariance() {
        double[] byRow = new double[rowSums.length];
        double[] byColumn = new double[columnSums.length];
        for (int r = 0; r < rowSums.length; r++) {
            for (int c = 0; c < columnSums.length; c++) {
                double ratio = ratio(r, c);
                byRow[r] += rowSums[r] > 0 ? ratio * counts[r][c] / rowSums[r] : 0;
                byColumn[c] += columnSums[c] > 0 ? ratio * counts[r][c] / columnSums[c] : 0;
            }
        }
        double mean = 0;
        double squares = 0;
        for (int r = 0; r < rowSums.length; r++) {
            for (int c = 0; c < columnSums.length; c++) {
                double derivative = 2 * ratio(r, c) - byRow[r] - byColumn[c];
                mean += counts[r][c] / total * derivative;
                squares += counts[r][c] / total * derivative * derivative;
            }
        }
        return Math.max(0, squares - mean * mean) / total;
    }

    /** The share of a cell divided by that expected. */
    private double ratio(int row, int column) {
        return counts[row][column] == 0 ? 0 : counts[row][column] / (rowSums[row] * columnSums[column] / total);
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
