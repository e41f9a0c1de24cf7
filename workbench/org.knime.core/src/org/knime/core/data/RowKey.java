package org.knime.core.data;

import java.util.Arrays;
import java.util.Objects;

/** The immutable key of a row, unique in its table. */
public final class RowKey implements RowKeyValue {

    private final String id;

    /**
     * Creates a key.
     *
     * @param id the key's text
     * @throws NullPointerException if {@code id} is null
     */
    public RowKey(String id) {
        this.id = Objects.requireNonNull(id, "A row key must not be null.");
    }

    /**
     * Creates the key that a row gets by its position, "Row0" for the first.
     *
     * @param rowIndex the row's position, from 0
     * @return the key
     */
    public static RowKey createRowKey(int rowIndex) {
        return createRowKey((long) rowIndex);
    }

    /**
     * Creates the key that a row gets by its position, "Row0" for the first.
     *
     * @param rowIndex the row's position, from 0
     * @return the key
     */
    public static RowKey createRowKey(long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    /**
     * Reads the texts of keys.
     *
     * @param rowKeys the keys, or null
     * @return their texts, or null
     */
    public static String[] toStrings(RowKey... rowKeys) {
        return rowKeys == null
                ? null
                : Arrays.stream(rowKeys).map(RowKey::getString).toArray(String[]::new);
    }

    /**
     * Creates keys from texts.
     *
     * @param strs the texts, or null
     * @return the keys, or null
     */
    public static RowKey[] toRowKeys(String... strs) {
        return strs == null ? null : Arrays.stream(strs).map(RowKey::new).toArray(RowKey[]::new);
    }

    @Override
    public String getString() {
        return id;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    @Override
    public boolean equals(Object obj) {
        return obj == this
                || obj instanceof RowKeyValue other && other.getString().equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
