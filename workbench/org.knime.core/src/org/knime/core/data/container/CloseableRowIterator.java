package org.knime.core.data.container;

import java.io.Closeable;
import org.knime.core.data.RowIterator;

/** Reads rows and can be closed before the last one. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** Creates an iterator. */
    public CloseableRowIterator() {}

    /** Ends the reading; there are no more rows afterwards. */
    @Override
    public abstract void close();
}
