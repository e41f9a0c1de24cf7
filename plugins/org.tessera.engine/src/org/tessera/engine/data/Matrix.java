package org.tessera.engine.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * A dense matrix of n rows and d columns in row-major order: the value of row i and column j is
 * {@code values()[i * columns() + j]}. Immutable by contract.
 *
 * <p>Rows are customers, columns are features. Algorithms rely on finite values; {@link #requireFinite(String)} checks
 * them.
 */
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Wraps an array without copying it; the matrix takes ownership, and the caller must not change it afterwards.
     *
     * @param rows number of rows, at least 0
     * @param columns number of columns, at least 0
     * @param values row-major values, exactly {@code rows * columns} of them
     * @return the matrix
     * @throws IllegalArgumentException if a count is negative or the length does not fit
     */
    public static Matrix wrap(int rows, int columns, double[] values) {
        Objects.requireNonNull(values, "values");
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException("A matrix of " + rows + " rows and " + columns + " columns needs "
                    + (long) rows * columns + " values, but got " + values.length);
        }
        return new Matrix(rows, columns, values);
    }

    /**
     * Copies an array of rows of equal length.
     *
     * @param rows the rows; may be empty (then the matrix has no column either)
     * @return the matrix
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Matrix of(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "Row " + i + " has " + rows[i].length + " values, but row 0 has " + columns);
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /** @return the number of rows n */
    public int rows() {
        return rows;
    }

    /** @return the number of columns d */
    public int columns() {
        return columns;
    }

    /**
     * One value.
     *
     * @param row row index, 0 to n - 1
     * @param column column index, 0 to d - 1
     * @return the value
     */
    public double at(int row, int column) {
        Objects.checkIndex(column, columns);
        return values[row * columns + column];
    }

    /**
     * A copy of one row.
     *
     * @param row row index, 0 to n - 1
     * @return d values
     */
    public double[] row(int row) {
        Objects.checkIndex(row, rows);
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /**
     * The backing array, row-major, for kernels; it must not be changed.
     *
     * @return n times d values
     */
    public double[] values() {
        return values;
    }

    /**
     * The rows with the given indices, in that order.
     *
     * @param indices row indices
     * @return a new matrix of {@code indices.length} rows
     */
    public Matrix select(int[] indices) {
        double[] selected = new double[indices.length * columns];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * columns, selected, i * columns, columns);
        }
        return new Matrix(indices.length, columns, selected);
    }

    /**
     * Checks that every value is finite.
     *
     * @param what the name of the matrix for the message
     * @return this matrix
     * @throws IllegalArgumentException naming the first row and column with a missing or infinite value
     */
    public Matrix requireFinite(String what) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + " has " + values[i] + " in row " + i / columns + ", column "
                        + i % columns + ": only finite values can be used");
            }
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix m && m.rows == rows && m.columns == columns && Arrays.equals(m.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Matrix " + rows + " x " + columns;
    }
}
