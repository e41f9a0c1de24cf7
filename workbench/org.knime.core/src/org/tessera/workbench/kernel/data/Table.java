package org.tessera.workbench.kernel.data;

import org.knime.core.data.DataTableSpec;

/**
 * A finished table: what describes it and what is in it.
 *
 * @param spec the columns with their domains
 * @param data the rows, of as many columns
 */
public record Table(DataTableSpec spec, TableData data) {

    /**
     * Checks that the columns are as many.
     *
     * @throws IllegalArgumentException if they are not
     */
    public Table {
        if (spec.getNumColumns() != data.width()) {
            throw new IllegalArgumentException(
                    "Table specs have different lengths: " + data.width() + " vs. " + spec.getNumColumns());
        }
    }
}
