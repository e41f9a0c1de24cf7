package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataColumnSpecCreator.MergeOptions;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.util.DuplicateKeyException;

/** Makes one table of others. */
public final class Concatenation {

    private static final int BATCH = 100;

    private Concatenation() {}

    /**
     * Copies a table.
     *
     * @param table the table
     * @param exec asked for cancelling every hundred rows
     * @return the copy, with computed domains
     * @throws CanceledExecutionException if the execution was cancelled
     */
    public static Table copy(DataTable table, ExecutionMonitor exec) throws CanceledExecutionException {
        TableBuilder builder = new TableBuilder(table.getDataTableSpec(), DataContainerSettings.getDefault());
        for (DataRow row : table) {
            if (builder.size() % BATCH == 0) {
                exec.checkCanceled();
                long done = builder.size();
                exec.setMessage(() -> String.format("Caching row %,d (\"%s\")", done + 1, row.getKey()));
            }
            builder.add(row);
        }
        return builder.build();
    }

    /**
     * Puts the columns of two tables side by side, copying nothing.
     *
     * @param left the table that gives the first columns
     * @param right the table that gives the last columns
     * @return the new table
     * @throws IllegalArgumentException if the row keys differ or both have a column of the same name
     */
    public static Table sideBySide(Table left, Table right) {
        long size = left.data().size();
        if (size != right.data().size()) {
            throw new IllegalArgumentException("Tables can't be joined, non matching row counts: " + size + " vs. "
                    + right.data().size());
        }
        long row = left.data().firstDifferentKey(right.data());
        if (row >= 0) {
            throw new IllegalArgumentException(
                    "Tables contain non-matching rows or are sorted differently, keys in row "
                            + row + " do not match: \"" + left.data().keys().get(row) + "\" vs. \""
                            + right.data().keys().get(row) + "\"");
        }
        return new Table(
                new DataTableSpec(left.spec(), right.spec()), left.data().join(right.data()));
    }

    /**
     * Puts the rows of tables one below the other; columns are matched by name and missing where a table has none.
     *
     * @param tables the tables
     * @param suffix appended to a row key, again and again, while it is there already; null if that is an error
     * @param exec told the progress and asked for cancelling every hundred rows
     * @return the new table; its domains cover those of all tables
     * @throws CanceledExecutionException if the execution was cancelled
     * @throws IllegalArgumentException if a row key is there twice and there is no suffix
     */
    public static Table oneBelowTheOther(BufferedDataTable[] tables, String suffix, ExecutionMonitor exec)
            throws CanceledExecutionException {
        DataTableSpec spec = merge(tables);
        DataContainerSettings settings =
                DataContainerSettings.builder().withDomainUpdate(false).build();
        TableBuilder builder = new TableBuilder(spec, settings);
        long total = 0;
        for (BufferedDataTable table : tables) {
            total += table.size();
        }
        Set<String> seen = new HashSet<>();
        for (BufferedDataTable table : tables) {
            int[] places = spec.stream()
                    .mapToInt(column -> table.getSpec().findColumnIndex(column.getName()))
                    .toArray();
            for (DataRow row : table) {
                if (builder.size() % BATCH == 0) {
                    exec.checkCanceled();
                    exec.setProgress(builder.size() / (double) total);
                }
                String key = row.getKey().getString();
                builder.add(new DefaultRow(suffix == null ? key : free(key, suffix, seen), cells(row, places)));
            }
        }
        try {
            return builder.build();
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException("Duplicate RowID '" + e.getKey() + "' in the tables to concatenate.", e);
        }
    }

    private static String free(String key, String suffix, Set<String> seen) {
        StringBuilder result = new StringBuilder(key);
        while (!seen.add(result.toString())) {
            result.append(suffix);
        }
        return result.toString();
    }

    private static List<DataCell> cells(DataRow row, int[] places) {
        List<DataCell> cells = new ArrayList<>(places.length);
        for (int place : places) {
            cells.add(place < 0 ? DataType.getMissingCell() : row.getCell(place));
        }
        return cells;
    }

    private static DataTableSpec merge(BufferedDataTable[] tables) {
        Map<String, DataColumnSpecCreator> columns = new LinkedHashMap<>();
        for (BufferedDataTable table : tables) {
            for (DataColumnSpec column : table.getSpec()) {
                DataColumnSpecCreator known = columns.get(column.getName());
                if (known == null) {
                    columns.put(column.getName(), new DataColumnSpecCreator(column));
                } else {
                    known.merge(column, EnumSet.allOf(MergeOptions.class));
                }
            }
        }
        return new DataTableSpec(
                columns.values().stream().map(DataColumnSpecCreator::createSpec).toArray(DataColumnSpec[]::new));
    }
}
