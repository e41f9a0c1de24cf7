package org.tessera.engine.pass;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

/**
 * What a column of customers holds, the same in every block.
 *
 * @param name the column's name
 * @param numeric whether it holds numbers, not categories
 * @param integral whether its numbers are whole
 * @param quantity what its numbers measure, {@link Quantity#NUMBER} for categories
 */
public record ColumnKind(String name, boolean numeric, boolean integral, Quantity quantity) implements Serializable {

    /** Checks that nothing is null. */
    public ColumnKind {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(quantity, "quantity");
    }

    /**
     * The kind of a column of numbers.
     *
     * @param name the column's name
     * @param integral whether its numbers are whole
     * @param quantity what its numbers measure
     * @return the kind
     */
    public static ColumnKind numbers(String name, boolean integral, Quantity quantity) {
        return new ColumnKind(name, true, integral, quantity);
    }

    /**
     * The kind of a column of categories or other texts.
     *
     * @param name the column's name
     * @return the kind
     */
    public static ColumnKind categories(String name) {
        return new ColumnKind(name, false, false, Quantity.NUMBER);
    }

    /**
     * The kinds of the columns of a table.
     *
     * @param table a table
     * @return a kind per column, in its order
     */
    public static List<ColumnKind> of(CustomerTable table) {
        return table.columns().stream().map(ColumnKind::of).toList();
    }

    private static ColumnKind of(Column column) {
        if (column instanceof NumericColumn numbers) {
            return numbers(numbers.name(), numbers.integral(), numbers.quantity());
        }
        return categories(((CategoryColumn) column).name());
    }
}
