package org.knime.core.data;

/** Creates cells of one type from something else, such as text. */
public interface DataCellFactory {

    /** A factory that reads bytes. */
    interface FromInputStream extends DataCellFactory {}
}
