package org.knime.core.data;

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

    @Override
    public String getString() {
        return id;
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
