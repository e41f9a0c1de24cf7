package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;

/** Collects the rows of a table, checks them against the columns and computes the domains. Not for several threads. */
public final class TableBuilder {

    private final DataTableSpec spec;
    private final DataContainerSettings settings;
    private final RowKeys.Builder keys = new RowKeys.Builder();
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private long size;
    private boolean torn;

    /**
     * Starts without rows.
     *
     * @param spec the columns
     * @param settings what to check and compute
     */
    public TableBuilder(DataTableSpec spec, DataContainerSettings settings) {
        this.spec = spec;
        this.settings = settings;
        spec.forEach(column -> columns.add(ColumnBuilder.of(column.getType())));
    }

    /**
     * Appends a row.
     *
     * @param row the row
     * @throws IllegalArgumentException if the number of cells or the type of one does not fit; the row is left out
     */
    public void add(DataRow row) {
        Objects.requireNonNull(row, "Can't add null rows to container");
        checkWhole();
        checkWidth(row.getNumCells(), row.getKey().getString());
        DataCell[] cells = new DataCell[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.getCell(i);
            if (!columns.get(i).accepts(cells[i])) {
                throw misfit(cells[i], i, row.getKey().getString());
            }
        }
        for (int i = 0; i < cells.length; i++) {
            columns.get(i).add(cells[i]);
        }
        keys.add(row.getKey().getString());
        size++;
    }

    /**
     * Gives what takes the values of a column: for rows that come as values, which {@link #endRow()} ends.
     *
     * @param index the position of the column
     * @return its writer
     */
    public ColumnWriter column(int index) {
        return columns.get(index);
    }

    /** Ends a row after every column was given its value; its key is "Row" and the number of rows before. */
    public void endRow() {
        size++;
    }

    /**
     * Ends a row after every column was given its value.
     *
     * @param key the key; rows with and without one make no table
     */
    public void endRow(String key) {
        keys.add(key);
        size++;
    }

    private void checkWhole() {
        if (torn) {
            throw new IllegalStateException("A row did not fit the columns before; the table cannot be finished.");
        }
    }

    private void checkWidth(int width, String key) {
        if (width != columns.size()) {
            throw new IllegalArgumentException("Cell count in row \"" + key
                    + "\" is not equal to length of column names array: " + width + " vs. " + columns.size());
        }
    }

    private IllegalArgumentException misfit(DataCell cell, int index, String key) {
        String text = cell.toString();
        String shown = text.length() > 30 ? text.substring(0, 30) + "..." : text;
        return new IllegalArgumentException("Runtime class of object \"" + shown + "\" (index " + index
                + ") in row \"" + key + "\" is " + cell.getType() + " and does not comply with its supposed superclass "
                + columns.get(index).type() + " of column \""
                + spec.getColumnSpec(index).getName() + "\"");
    }

    /**
     * Ends the collecting: checks the keys and computes the domains.
     *
     * @return the table
     * @throws org.knime.core.util.DuplicateKeyException if two rows have the same key
     * @throws IllegalStateException if a row did not fit before, or a column was given too few values or too many
     */
    public Table build() {
        checkWhole();
        RowKeys built = keys.size() == 0 ? RowKeys.numbered(size) : keys.build();
        checkSize(built.size(), "keys");
        columns.forEach(column -> checkSize(column.size(), "values in a column"));
        DuplicateKeys.check(built);
        List<Column> contents = columns.stream().map(ColumnBuilder::build).toList();
        return new Table(describe(contents), new TableData(built, contents));
    }

    private void checkSize(long found, String what) {
        if (found != size) {
            throw new IllegalStateException(
                    "A table of " + size + " rows, but " + found + " " + what + "; it cannot be finished.");
        }
    }

    private DataTableSpec describe(List<Column> contents) {
        DataColumnSpec[] described = new DataColumnSpec[contents.size()];
        for (int i = 0; i < described.length; i++) {
            described[i] = withDomain(spec.getColumnSpec(i), contents.get(i), settings);
        }
        return new DataTableSpec(spec.getName(), described);
    }

    static DataColumnSpec withDomain(DataColumnSpec column, Column content, DataContainerSettings settings) {
        DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        creator.setDomain(DomainScan.domain(column, content, settings));
        return creator.createSpec();
    }
}
