package org.tessera.knime.kit;

import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** Appends columns to a table without copying it; all rows are kept, in order. */
public final class AppendedColumns {

    /** Supplies the cells of a row. */
    @FunctionalInterface
    public interface Cells {

        /**
         * The cells of a row.
         *
         * @param row the row's index in the table, from 0
         * @return one cell per appended column
         */
        DataCell[] of(long row);
    }

    private AppendedColumns() {}

    /**
     * Checks the name of a column that is to be appended.
     *
     * @param spec the table's spec
     * @param name the new column's name
     * @param option title of the option that holds the name
     * @throws InvalidSettingsException if the name is blank or taken
     */
    public static void checkName(DataTableSpec spec, String name, String option) throws InvalidSettingsException {
        if (name == null || name.isBlank()) {
            throw Failures.refusal("Option '" + option + "' is empty", "give the new column a name");
        }
        if (spec.containsName(name)) {
            throw Failures.refusal(
                    "Option '" + option + "' is '" + name + "', but the table has a column of that name",
                    "choose another name");
        }
    }

    /**
     * The spec with columns appended.
     *
     * @param spec the table's spec
     * @param columns the new columns
     * @return the spec
     */
    public static DataTableSpec spec(DataTableSpec spec, List<DataColumnSpec> columns) {
        return rearranger(spec, columns, row -> new DataCell[0]).createSpec();
    }

    /**
     * The spec without some columns.
     *
     * @param spec the table's spec
     * @param dropped the names of the columns to drop
     * @return the spec
     */
    public static DataTableSpec without(DataTableSpec spec, List<String> dropped) {
        ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.remove(dropped.toArray(String[]::new));
        return rearranger.createSpec();
    }

    /**
     * A table without some columns; no column is copied.
     *
     * @param table the table
     * @param dropped the names of the columns to drop
     * @param exec progress and cancel
     * @return the table itself if there is nothing to drop
     * @throws CanceledExecutionException if the user has canceled
     */
    public static BufferedDataTable without(BufferedDataTable table, List<String> dropped, ExecutionContext exec)
            throws CanceledExecutionException {
        if (dropped.isEmpty()) {
            return table;
        }
        ColumnRearranger rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.remove(dropped.toArray(String[]::new));
        return exec.createColumnRearrangeTable(table, rearranger, exec);
    }

    /**
     * Appends columns.
     *
     * @param table the table
     * @param columns the new columns
     * @param cells supplies their cells
     * @param exec progress and cancel
     * @return the table with the columns
     * @throws CanceledExecutionException if the user has canceled
     */
    public static BufferedDataTable append(
            BufferedDataTable table, List<DataColumnSpec> columns, Cells cells, ExecutionContext exec)
            throws CanceledExecutionException {
        ColumnRearranger rearranger = rearranger(table.getDataTableSpec(), columns, cells);
        return exec.createColumnRearrangeTable(table, rearranger, exec);
    }

    private static ColumnRearranger rearranger(DataTableSpec spec, List<DataColumnSpec> columns, Cells cells) {
        ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(new AbstractCellFactory(columns.toArray(DataColumnSpec[]::new)) {
            @Override
            public DataCell[] getCells(DataRow row, long rowIndex) {
                return cells.of(rowIndex);
            }
        });
        return rearranger;
    }
}
