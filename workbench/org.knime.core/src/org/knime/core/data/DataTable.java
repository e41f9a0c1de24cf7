package org.knime.core.data;

/** A read-only table: columns described by a spec and rows read in order. */
public interface DataTable extends Iterable<DataRow> {

    /**
     * Describes the columns.
     *
     * @return the spec
     */
    DataTableSpec getDataTableSpec();

    /**
     * Reads the rows from the first one.
     *
     * @return a new iterator
     */
    @Override
    RowIterator iterator();
}
