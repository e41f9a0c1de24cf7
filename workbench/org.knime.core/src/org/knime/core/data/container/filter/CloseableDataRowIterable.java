package org.knime.core.data.container.filter;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;

/** Rows that can be read several times. */
public interface CloseableDataRowIterable extends Iterable<DataRow> {

    /**
     * Reads the rows from the first one.
     *
     * @return a new iterator
     */
    @Override
    CloseableRowIterator iterator();
}
