package org.tessera.workbench.nodes;

import java.io.File;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortType;

/**
 * What the reader and writer nodes have in common: settings that are read into a value of their own and kept as they
 * were for saving, and nothing stored beside the settings.
 *
 * @param <S> the settings of the node
 */
abstract class FileNodeModel<S> extends NodeModel {
    private NodeSettings stored;
    private S settings;

    FileNodeModel(PortType[] inputs, PortType[] outputs) {
        super(inputs, outputs);
    }

    /** Reads and checks the settings. */
    abstract S read(NodeSettingsRO model) throws InvalidSettingsException;

    final S settings() throws InvalidSettingsException {
        if (settings == null) {
            throw new InvalidSettingsException("The node has no settings: choose a file");
        }
        return settings;
    }

    @Override
    protected void validateSettings(NodeSettingsRO model) throws InvalidSettingsException {
        try {
            read(model);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    protected void loadValidatedSettingsFrom(NodeSettingsRO model) throws InvalidSettingsException {
        settings = read(model);
        stored = new NodeSettings("model");
        model.copyTo(stored);
    }

    @Override
    protected void saveSettingsTo(NodeSettingsWO model) {
        if (stored != null) {
            stored.copyTo(model);
        }
    }

    @Override
    protected void reset() {
        // nothing is kept between runs
    }

    @Override
    protected void loadInternals(File directory, ExecutionMonitor exec) {
        // nothing is stored
    }

    @Override
    protected void saveInternals(File directory, ExecutionMonitor exec) {
        // nothing is stored
    }
}
