package org.knime.core.data.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;
import org.knime.core.data.v2.RowCursor;

/** Reads rows and can be closed before the last one. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** Creates an iterator. */
    public CloseableRowIterator() {}

    /** Ends the reading; there are no more rows afterwards. */
    @Override
    public abstract void close();

    /**
     * Gives an iterator without rows.
     *
     * @return the iterator
     */
    public static CloseableRowIterator empty() {
        return wrap(Collections.emptyIterator());
    }

    /**
     * Reads the rows of another iterator; closing does nothing.
     *
     * @param delegate the rows
     * @return the iterator
     */
    public static CloseableRowIterator wrap(Iterator<? extends DataRow> delegate) {
        return from(delegate, () -> {});
    }

    /**
     * Reads the rows of another iterator and closes it if it can be closed.
     *
     * @param iterator the rows
     * @return the iterator, the given one if it is of this class
     */
    public static CloseableRowIterator from(Iterator<? extends DataRow> iterator) {
        if (iterator instanceof CloseableRowIterator closeable) {
            return closeable;
        }
        return iterator instanceof AutoCloseable closeable ? from(iterator, closeable) : wrap(iterator);
    }

    /**
     * Reads the rows of another iterator.
     *
     * @param delegate the rows
     * @param closeAction what closing does
     * @return the iterator
     */
    public static CloseableRowIterator from(Iterator<? extends DataRow> delegate, AutoCloseable closeAction) {
        return new CloseableRowIterator() {
            @Override
            public boolean hasNext() {
                return delegate.hasNext();
            }

            @Override
            public DataRow next() {
                return delegate.next();
            }

            @Override
            public void close() {
                closeUnchecked(closeAction);
            }
        };
    }

    private static void closeUnchecked(AutoCloseable resource) {
        try {
            resource.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The rows cannot be closed: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the rows of a cursor.
     *
     * @param cursor the cursor
     * @return an iterator over rows that stay as they are
     */
    public static CloseableRowIterator from(RowCursor cursor) {
        return new CloseableRowIterator() {
            @Override
            public boolean hasNext() {
                return cursor.canForward();
            }

            @Override
            public DataRow next() {
                if (!cursor.canForward()) {
                    throw new NoSuchElementException("There are no more rows.");
                }
                return cursor.forward().materializeDataRow();
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }
}
