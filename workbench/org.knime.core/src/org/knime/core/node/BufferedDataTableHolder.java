package org.knime.core.node;

/** A node model that keeps tables, for its view, beyond execution. */
public interface BufferedDataTableHolder {
    /**
     * Returns the tables to keep.
     *
     * @return the tables, null before execution
     */
    BufferedDataTable[] getInternalTables();

    /**
     * Sets the tables after a workflow was loaded.
     *
     * @param tables the tables in the order they were kept in
     */
    void setInternalTables(BufferedDataTable[] tables);
}
