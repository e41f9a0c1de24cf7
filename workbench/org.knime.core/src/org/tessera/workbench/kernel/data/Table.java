package org.tessera.workbench.kernel.data;

import org.knime.core.data.DataTableSpec;

/**
 * A finished table: what describes it and what is in it. Making one of a spec and data of different numbers of columns is
 * an {@link IllegalArgumentException}.
 *
 * @param spec the columns with their domains
 * @param data the rows, of as many columns
 */
public record Table(DataTableSpec spec, TableData data) {

    public Table {
        if (spec.getNumColumns() != data.width()) {
            throw new IllegalArgumentException(
                    "Table specs have different lengths: " + data.width() + " vs. " + spec.getNumColumns());
        }
    }
}
