package org.knime.core.node;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComponent;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.CloseableDataRowIterable;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.kernel.data.Table;
import org.tessera.workbench.kernel.data.TableData;

/** The table that goes from node to node. Immutable and safe for concurrent reading; each reader takes its own cursor. */
public final class BufferedDataTable implements DataTable, PortObject {

    /** The type of ports of tables. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of ports of tables that may stay unconnected. */
    public static final PortType TYPE_OPTIONAL =
            PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private static final AtomicInteger IDS = new AtomicInteger();

    static {
        SharedSecrets.setTables(new SharedSecrets.TableAccess() {
            @Override
            public BufferedDataTable create(Table content) {
                return new BufferedDataTable(content);
            }

            @Override
            public TableData data(BufferedDataTable table) {
                return table.content.data();
            }
        });
    }

    private final Table content;
    private final int id = IDS.incrementAndGet();

    BufferedDataTable(Table content) {
        this.content = content;
    }

    Table content() {
        return content;
    }

    /**
     * Describes the columns.
     *
     * @return the columns with their domains
     */
    @Override
    public DataTableSpec getDataTableSpec() {
        return content.spec();
    }

    @Override
    public DataTableSpec getSpec() {
        return content.spec();
    }

    /**
     * Counts the rows.
     *
     * @return the number of rows
     */
    public long size() {
        return content.data().size();
    }

    /**
     * Counts the rows.
     *
     * @return the number of rows
     * @throws IllegalStateException if it is no int
     */
    public int getRowCount() {
        if (size() > Integer.MAX_VALUE) {
            throw new IllegalStateException("Row count " + size() + " is greater than " + Integer.MAX_VALUE + ".");
        }
        return (int) size();
    }

    /**
     * Reads all rows without making cells: the fastest way.
     *
     * @return a new cursor
     */
    public RowCursor cursor() {
        return content.data().cursor();
    }

    /**
     * Reads the rows and columns that a filter lets through without making cells.
     *
     * @param filter the filter
     * @return a new cursor
     * @throws IndexOutOfBoundsException if the filter names rows or columns that are not there
     */
    public RowCursor cursor(TableFilter filter) {
        filter.validate(getSpec(), size());
        return content.data().cursor(filter);
    }

    @Override
    public CloseableRowIterator iterator() {
        return content.data().iterator();
    }

    /**
     * Reads all rows.
     *
     * @return a new iterator
     */
    public CloseableRowIterator iteratorFailProve() {
        return iterator();
    }

    /**
     * Reads the rows and columns that a filter lets through.
     *
     * @param filter the filter
     * @return the rows
     * @throws IndexOutOfBoundsException if the filter names rows or columns that are not there
     */
    public CloseableDataRowIterable filter(TableFilter filter) {
        return filter(filter, null);
    }

    /**
     * Reads the rows and columns that a filter lets through.
     *
     * @param filter the filter
     * @param exec told the progress of each reading; may be null
     * @return the rows
     * @throws IndexOutOfBoundsException if the filter names rows or columns that are not there
     */
    public CloseableDataRowIterable filter(TableFilter filter, ExecutionMonitor exec) {
        Objects.requireNonNull(filter, "filter").validate(getSpec(), size());
        return () -> content.data().iterator(filter, exec);
    }

    /**
     * Tells the table's number.
     *
     * @return a number that no other table of this run has
     */
    public Integer getBufferedTableId() {
        return id;
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + getSpec().getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
