package org.tessera.engine.metric;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.RunContext;

/**
 * The rows that take part, sorted by group and stored column by column, so that the distances of one row to many lie in
 * one loop without a reduction, which the JIT turns into vector instructions. Values are scaled.
 */
final class GroupedColumns {

    /** Rows that are turned between two looks for a cancel. */
    private static final int ROWS_PER_LOOK = 4096;

    private final double[][] columns;
    private final Distance distance;

    private GroupedColumns(double[][] columns, Distance distance) {
        this.columns = columns;
        this.distance = distance;
    }

    static GroupedColumns of(Matrix x, int[] order, double scale, Distance distance, RunContext run) {
        int d = x.columns();
        double[] values = x.values();
        double[][] columns = new double[d][order.length];
        for (int i = 0; i < order.length; i++) {
            if (i % ROWS_PER_LOOK == 0) {
                run.checkCanceled();
            }
            int from = order[i] * d;
            for (int j = 0; j < d; j++) {
                columns[j][i] = values[from + j] * scale;
            }
        }
        return new GroupedColumns(columns, distance);
    }

    /** Writes the distances of a row to the rows from (inclusive) to (exclusive) into the first places of an array. */
    void distances(int row, int from, int to, double[] target) {
        compared(row, from, to, target);
        if (distance == Distance.EUCLIDEAN) {
            for (int i = 0; i < to - from; i++) {
                target[i] = Math.sqrt(target[i]);
            }
        }
    }

    /** The same as far as larger and smaller go: squares of Euclidean distances. */
    void compared(int row, int from, int to, double[] target) {
        int length = to - from;
        Arrays.fill(target, 0, length, 0);
        if (distance == Distance.EUCLIDEAN) {
            squares(row, from, length, target);
        } else {
            for (double[] column : columns) {
                addAbsolute(column[row], column, from, length, target);
            }
        }
    }

    private void squares(int row, int from, int length, double[] target) {
        int d = columns.length;
        int j = 0;
        for (; j + 3 < d; j += 4) {
            addSquares(row, from, length, target, j);
        }
        for (; j < d; j++) {
            addSquare(columns[j][row], columns[j], from, length, target);
        }
    }

    private void addSquares(int row, int from, int length, double[] target, int first) {
        double[] a = columns[first];
        double[] b = columns[first + 1];
        double[] c = columns[first + 2];
        double[] e = columns[first + 3];
        double va = a[row];
        double vb = b[row];
        double vc = c[row];
        double ve = e[row];
        for (int i = 0; i < length; i++) {
            double da = a[from + i] - va;
            double db = b[from + i] - vb;
            double dc = c[from + i] - vc;
            double de = e[from + i] - ve;
            target[i] += da * da + db * db + (dc * dc + de * de);
        }
    }

    private static void addSquare(double value, double[] column, int from, int length, double[] target) {
        for (int i = 0; i < length; i++) {
            double difference = column[from + i] - value;
            target[i] += difference * difference;
        }
    }

    private static void addAbsolute(double value, double[] column, int from, int length, double[] target) {
        for (int i = 0; i < length; i++) {
            target[i] += Math.abs(column[from + i] - value);
        }
    }
}
