package org.knime.core.data;

/** Stands in a row for the cell of a column that the reader's filter left out. */
public final class UnmaterializedCell extends DataCell {

    private static final long serialVersionUID = 1;

    private static final UnmaterializedCell INSTANCE = new UnmaterializedCell();

    private UnmaterializedCell() {}

    /**
     * Gives the one cell of this kind.
     *
     * @return the cell
     */
    public static UnmaterializedCell getInstance() {
        return INSTANCE;
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return dc == this;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "!";
    }
}
