package org.knime.core.webui.node.view;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.DataServiceProvider;

/** The web view of a node. */
public interface NodeView extends UIExtension, DataServiceProvider {

    /**
     * Checks settings of the view.
     *
     * @param settings the settings
     * @throws InvalidSettingsException if they are not valid
     */
    void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * Sets what the view shows with.
     *
     * @param settings valid settings
     */
    void loadValidatedSettingsFrom(NodeSettingsRO settings);
}
