package org.knime.core.node;

import org.knime.core.node.port.PortObjectSpec;

/** A Swing dialog of a node. The embedded workbench shows none; the class is here because factories name it. */
public abstract class NodeDialogPane {
    /** For subclasses. */
    protected NodeDialogPane() {}

    /**
     * Fills the dialog.
     *
     * @param settings the node's settings
     * @param specs the specs at the node's inputs
     * @throws NotConfigurableException when the dialog cannot be opened
     */
    protected void loadSettingsFrom(final NodeSettingsRO settings, final PortObjectSpec[] specs)
            throws NotConfigurableException {
        throw new NotConfigurableException("The embedded workbench shows no dialogs");
    }

    /**
     * Reads the dialog.
     *
     * @param settings where to store
     * @throws InvalidSettingsException when what the user entered is not valid
     */
    protected abstract void saveSettingsTo(NodeSettingsWO settings) throws InvalidSettingsException;
}
