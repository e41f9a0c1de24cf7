package org.knime.core.node.port;

/** A node model that keeps port objects, for its view, beyond execution. */
public interface PortObjectHolder {
    /**
     * Returns the objects to keep.
     *
     * @return the objects, null before execution
     */
    PortObject[] getInternalPortObjects();

    /**
     * Sets the objects after a workflow was loaded.
     *
     * @param portObjects the objects in the order they were kept in
     */
    void setInternalPortObjects(PortObject[] portObjects);
}
