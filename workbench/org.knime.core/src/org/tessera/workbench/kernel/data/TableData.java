package org.tessera.workbench.kernel.data;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;

/** The immutable content of a table: keys and columns, which several tables may share. Safe for concurrent reading. */
public final class TableData {

    private final RowKeys keys;
    private final List<Column> columns;

    TableData(RowKeys keys, List<Column> columns) {
        this.keys = keys;
        this.columns = List.copyOf(columns);
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

    DataRow row(long index) {
        return new TableRow(this, index);
    }

    /**
     * Reads all rows.
     *
     * @return a new cursor
     */
    public RowCursor cursor() {
        return new TableCursor(this, null);
    }

    /**
     * Reads the columns that a filter lets through.
     *
     * @param filter the filter
     * @return a new cursor
     */
    public RowCursor cursor(TableFilter filter) {
        return new TableCursor(this, materialized(filter));
    }

    /**
     * Reads all rows.
     *
     * @return a new iterator over rows that stay as they are
     */
    public CloseableRowIterator iterator() {
        return new TableRowIterator(this);
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
