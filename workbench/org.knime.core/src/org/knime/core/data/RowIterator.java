package org.knime.core.data;

import java.util.Iterator;

/** Reads the rows of a table one by one; rows cannot be removed. */
public abstract class RowIterator implements Iterator<DataRow> {

    /** Creates an iterator. */
    public RowIterator() {}

    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();

    /**
     * Rows cannot be removed.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public final void remove() {
        throw new UnsupportedOperationException("Rows cannot be removed from a table.");
    }
}
