package org.tessera.workbench.nodes;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
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

    /** Says why a file could not be read or written; the message of some exceptions is but the file's name. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
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
