package org.tessera.engine.data;

import java.util.Objects;

/**
 * A column of numbers; NaN means missing. The array is handed over and must not be changed afterwards.
 *
 * @param name the column's name
 * @param values n values, NaN for missing; infinities are kept as they are
 * @param integral whether the column holds whole numbers (for wording, not for computing)
 * @param quantity what the numbers measure (for wording, not for computing)
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
     * @param values n values, NaN for missing
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
}
