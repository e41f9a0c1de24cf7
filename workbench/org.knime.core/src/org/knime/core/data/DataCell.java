package org.knime.core.data;

import java.io.Serializable;

/**
 * One immutable value of a table. Subclasses implement one or more {@link DataValue} interfaces, the preferred one first.
 * Two cells are equal if both are missing, or if they have the same class and {@link #equalsDataCell} holds, or if they
 * have the same preferred value class and {@link #equalContent} holds.
 */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1;

    /** Creates a cell. */
    public DataCell() {}

    /**
     * Tells the type of this cell.
     *
     * @return the type of this cell's class
     */
    public final DataType getType() {
        return DataType.getType(getClass());
    }

    /**
     * Tells whether this is a missing cell.
     *
     * @return true only for {@link MissingCell}
     */
    public boolean isMissing() {
        return false;
    }

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    /**
     * Compares with a cell of the same class; neither of the two is missing.
     *
     * @param dc the other cell, of the same class
     * @return whether both have the same content
     */
    protected abstract boolean equalsDataCell(DataCell dc);

    /**
     * Compares with a value of another class but the same preferred value class.
     *
     * @param otherValue the other value
     * @return whether both have the same content, false unless overridden
     */
    protected boolean equalContent(DataValue otherValue) {
        return false;
    }

    @Override
    public final boolean equals(Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof DataCell other)) {
            return false;
        }
        if (isMissing() || other.isMissing()) {
            return isMissing() && other.isMissing();
        }
        if (getClass() == other.getClass()) {
            return equalsDataCell(other);
        }
        return getType().getPreferredValueClass() == other.getType().getPreferredValueClass() && equalContent(other);
    }

    @Override
    public abstract int hashCode();

    @Override
    public abstract String toString();
}
