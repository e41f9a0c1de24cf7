package org.knime.core.data;

/** The key of a row, possibly one that changes when its reader moves on. */
public interface RowKeyValue {

    /**
     * Reads the key.
     *
     * @return the key's text
     */
    String getString();
}
