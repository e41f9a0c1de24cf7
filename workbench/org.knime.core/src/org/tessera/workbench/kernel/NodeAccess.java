package org.tessera.workbench.kernel;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** Reaches what KNIME's API declares protected in models and factories, for {@link NativeNode}. */
public abstract class NodeAccess {
    private static NodeAccess instance;

    /** For the one implementation, in the package of the models. */
    protected NodeAccess() {}

    /**
     * Sets the implementation; the first call counts.
     *
     * @param access the implementation
     */
    public static synchronized void set(final NodeAccess access) {
        if (instance == null) {
            instance = access;
        }
    }

    static synchronized NodeAccess get() {
        if (instance == null) {
            try {
                MethodHandles.lookup().ensureInitialized(NodeModel.class);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("NodeModel is public", e);
            }
        }
        return instance;
    }

    /**
     * Creates a model.
     *
     * @param factory its factory
     * @param config the ports, null for a node without a choice of ports
     * @return the new model
     */
    protected abstract NodeModel createModel(NodeFactory<?> factory, NodeCreationConfiguration config);

    /**
     * Returns the types of the inputs.
     *
     * @param model the model
     * @return the types, the flow variable port not among them
     */
    protected abstract List<PortType> inputs(NodeModel model);

    /**
     * Returns the types of the outputs.
     *
     * @param model the model
     * @return the types, the flow variable port not among them
     */
    protected abstract List<PortType> outputs(NodeModel model);

    /**
     * Stores a model's settings.
     *
     * @param model the model
     * @param settings where to store
     */
    protected abstract void saveSettings(NodeModel model, NodeSettingsWO settings);

    /**
     * Validates, then loads settings.
     *
     * @param model the model
     * @param settings the settings
     * @throws InvalidSettingsException when they are not valid
     */
    protected abstract void loadSettings(NodeModel model, NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * Stores the default settings of a model's view.
     *
     * @param model the model
     * @param settings where to store; nothing is stored for a view without settings
     */
    protected abstract void saveDefaultViewSettings(NodeModel model, NodeSettingsWO settings);

    /**
     * Validates settings of a model's view.
     *
     * @param model the model
     * @param settings the settings
     * @throws InvalidSettingsException when they are not valid
     */
    protected abstract void validateViewSettings(NodeModel model, NodeSettingsRO settings)
            throws InvalidSettingsException;

    /**
     * Configures a model.
     *
     * @param model the model
     * @param specs the specs at the inputs
     * @return the specs at the outputs as the model gives them
     * @throws InvalidSettingsException when the model does
     */
    protected abstract PortObjectSpec[] configure(NodeModel model, PortObjectSpec[] specs)
            throws InvalidSettingsException;

    /**
     * Executes a model.
     *
     * @param model the model
     * @param inputs the inputs
     * @param exec for tables, progress and cancellation
     * @return the outputs as the model gives them
     * @throws Exception when the model does
     */
    protected abstract PortObject[] execute(NodeModel model, PortObject[] inputs, ExecutionContext exec)
            throws Exception;

    /**
     * Stores what a model keeps beyond port objects.
     *
     * @param model the model
     * @param directory where to store
     * @param exec for progress and cancellation
     * @throws IOException when writing fails
     * @throws CanceledExecutionException when canceled
     */
    protected abstract void saveInternals(NodeModel model, File directory, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /**
     * Reads what a model keeps beyond port objects.
     *
     * @param model the model
     * @param directory where it was stored
     * @param exec for progress and cancellation
     * @throws IOException when reading fails
     * @throws CanceledExecutionException when canceled
     */
    protected abstract void loadInternals(NodeModel model, File directory, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /**
     * Sets a model's warning.
     *
     * @param model the model
     * @param warning the warning, null for none
     */
    protected abstract void setWarning(NodeModel model, Message warning);

    /**
     * Returns a model's warning.
     *
     * @param model the model
     * @return the warning, null for none
     */
    protected abstract Message warning(NodeModel model);

    /**
     * Resets a model.
     *
     * @param model the model
     */
    protected abstract void reset(NodeModel model);

    /**
     * Disposes of a model.
     *
     * @param model the model
     */
    protected abstract void dispose(NodeModel model);
}
