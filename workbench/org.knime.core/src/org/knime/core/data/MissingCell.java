package org.knime.core.data;

/** The cell of a value that is not there, with the reason if there is one. All missing cells are equal. */
public final class MissingCell extends DataCell implements MissingValue {

    private static final long serialVersionUID = 1;

    /** The missing cell without a reason. */
    static final MissingCell INSTANCE = new MissingCell(null);

    private final String error;

    /**
     * Creates a missing cell.
     *
     * @param error why the value is missing, or null
     */
    public MissingCell(String error) {
        this.error = error;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    protected boolean equalsDataCell(DataCell dc) {
        return dc instanceof MissingCell;
    }

    @Override
    public int hashCode() {
        return 42;
    }

    @Override
    public String toString() {
        return "?";
    }
}
