package org.tessera.engine.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * A numeric column. The column takes ownership of the array, which must not be changed afterwards.
 *
 * @param name the column's name
 * @param values n values, NaN for a missing one; infinities are kept
 * @param integral whether the column holds whole numbers: decides on id detection, bins and the format of thresholds
 * @param quantity what the numbers measure: decides on their format and on which transformations make sense
 */
public record NumericColumn(String name, double[] values, boolean integral, Quantity quantity) implements Column {

    /** Checks that nothing is null. */
    public NumericColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(quantity, "quantity");
    }

    /**
     * A column of plain numbers.
     *
     * @param name the column's name
     * @param values n values, NaN for a missing one
     * @param integral whether the column holds whole numbers
     */
    public NumericColumn(String name, double[] values, boolean integral) {
        this(name, values, integral, Quantity.NUMBER);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public NumericColumn select(int[] rows) {
        double[] selected = Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
        return new NumericColumn(name, selected, integral, quantity);
    }
}
