package org.tessera.engine.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of customers, one row per customer, stored by columns. All columns have the same number of rows and distinct
 * names.
 *
 * @param rows the number of customers n
 * @param columns the columns in order
 */
public record CustomerTable(int rows, List<Column> columns) {

    /** Checks lengths and names. */
    public CustomerTable {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (column.size() != rows) {
                throw new IllegalArgumentException(
                        "Column '" + column.name() + "' has " + column.size() + " rows, but the table has " + rows);
            }
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("Column name '" + column.name() + "' is used twice");
            }
        }
    }

    /**
     * Finds a column by its name.
     *
     * @param name the name
     * @return the column, or empty
     */
    public Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
