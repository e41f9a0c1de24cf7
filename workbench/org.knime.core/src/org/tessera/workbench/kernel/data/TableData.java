package org.tessera.workbench.kernel.data;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.node.ExecutionMonitor;

/** The immutable content of a table: keys and columns, which several tables may share. Safe for concurrent reading. */
public final class TableData {

    private final RowKeys keys;
    private final List<Column> columns;

    TableData(RowKeys keys, List<Column> columns) {
        this.keys = keys;
        this.columns = List.copyOf(columns);
    }

    /**
     * Makes the content of a table without rows.
     *
     * @param width the number of columns
     * @return the content
     */
    public static TableData empty(int width) {
        Column column = new ObjectColumn.Builder(null).build();
        return new TableData(new RowKeys.Builder().build(), Collections.nCopies(width, column));
    }

    /**
     * Counts the rows.
     *
     * @return the number of rows
     */
    public long size() {
        return keys.size();
    }

    /**
     * Counts the columns.
     *
     * @return the number of columns
     */
    public int width() {
        return columns.size();
    }

    RowKeys keys() {
        return keys;
    }

    Column column(int index) {
        return columns.get(index);
    }

    List<Column> columns() {
        return columns;
    }

    DataRow row(long index) {
        return new TableRow(this, index, null);
    }

    /**
     * Tells whether two tables have the same keys in the same order.
     *
     * @param other the other table
     * @return the first row whose keys differ, -1 if there is none, and the smaller size if one table is longer
     */
    public long firstDifferentKey(TableData other) {
        if (keys == other.keys) {
            return -1;
        }
        long shared = Math.min(size(), other.size());
        for (long row = 0; row < shared; row++) {
            if (!keys.get(row).equals(other.keys.get(row))) {
                return row;
            }
        }
        return size() == other.size() ? -1 : shared;
    }

    /**
     * Puts the columns of another table behind those of this one, copying nothing.
     *
     * @param other the other table, of as many rows
     * @return a table with this table's keys
     */
    public TableData join(TableData other) {
        return new TableData(
                keys, Stream.concat(columns.stream(), other.columns.stream()).toList());
    }

    /**
     * Reads all rows.
     *
     * @return a new cursor
     */
    public RowCursor cursor() {
        return new TableCursor(this, 0, size(), null);
    }

    /**
     * Reads the rows and columns that a filter lets through.
     *
     * @param filter the filter
     * @return a new cursor
     */
    public RowCursor cursor(TableFilter filter) {
        return new TableCursor(this, from(filter), to(filter), materialized(filter));
    }

    /**
     * Reads all rows.
     *
     * @return a new iterator over rows that stay as they are
     */
    public CloseableRowIterator iterator() {
        return new TableRowIterator(this, 0, size(), null, null);
    }

    /**
     * Reads the rows and columns that a filter lets through.
     *
     * @param filter the filter
     * @param exec to report progress to, or null
     * @return a new iterator over rows that stay as they are
     */
    public CloseableRowIterator iterator(TableFilter filter, ExecutionMonitor exec) {
        return new TableRowIterator(this, from(filter), to(filter), materialized(filter), exec);
    }

    private static long from(TableFilter filter) {
        return filter.getFromRowIndex().orElse(0L);
    }

    private long to(TableFilter filter) {
        return Math.min(size(), filter.getToRowIndex().map(last -> last + 1).orElse(size()));
    }

    private static BitSet materialized(TableFilter filter) {
        Optional<Set<Integer>> indices = filter.getMaterializeColumnIndices();
        if (indices.isEmpty()) {
            return null;
        }
        BitSet bits = new BitSet();
        indices.get().forEach(bits::set);
        return bits;
    }
}
