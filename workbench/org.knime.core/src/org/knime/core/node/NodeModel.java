package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * What a node does: it derives the specs of its outputs from those of its inputs, and its outputs from its inputs. The
 * workbench calls a model from one thread at a time.
 */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {
    private final PortType[] inPortTypes;
    private final PortType[] outPortTypes;
    private Message warning;

    static {
        NodeCalls.register();
    }

    /**
     * Creates a model. Types are replaced by the registered ones for the same class.
     *
     * @param inPortTypes the types of the inputs, null for none
     * @param outPortTypes the types of the outputs, null for none
     */
    protected NodeModel(final PortType[] inPortTypes, final PortType[] outPortTypes) {
        this.inPortTypes = registered(inPortTypes, "InPortType");
        this.outPortTypes = registered(outPortTypes, "OutPortType");
    }

    private static PortType[] registered(final PortType[] types, final String name) {
        if (types == null) {
            return new PortType[0];
        }
        final PortType[] result = new PortType[types.length];
        for (int i = 0; i < result.length; i++) {
            if (types[i] == null) {
                throw new IllegalArgumentException(name + "[" + i + "] must not be null!");
            }
            result[i] =
                    PortTypeRegistry.getInstance().getPortType(types[i].getPortObjectClass(), types[i].isOptional());
        }
        return result;
    }

    /**
     * Returns the number of inputs.
     *
     * @return the number, the flow variable port not counted
     */
    protected final int getNrInPorts() {
        return inPortTypes.length;
    }

    /**
     * Returns the number of outputs.
     *
     * @return the number, the flow variable port not counted
     */
    protected final int getNrOutPorts() {
        return outPortTypes.length;
    }

    /**
     * Returns the type of an input.
     *
     * @param index its number, the flow variable port not counted
     * @return the type
     */
    protected final PortType getInPortType(final int index) {
        return inPortTypes[index];
    }

    /**
     * Returns the type of an output.
     *
     * @param index its number, the flow variable port not counted
     * @return the type
     */
    protected final PortType getOutPortType(final int index) {
        return outPortTypes[index];
    }

    /**
     * Stores the settings.
     *
     * @param settings where to store
     */
    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    /**
     * Checks settings and keeps the current ones.
     *
     * @param settings the settings
     * @throws InvalidSettingsException when they are incomplete or not valid
     */
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * Takes settings that were checked.
     *
     * @param settings the settings
     * @throws InvalidSettingsException when they are incomplete after all
     */
    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /**
     * Reads what the node keeps for its view beyond port objects.
     *
     * @param directory where it was stored
     * @param exec for progress and cancellation
     * @throws IOException when reading fails
     * @throws CanceledExecutionException when canceled
     */
    protected abstract void loadInternals(File directory, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /**
     * Stores what the node keeps for its view beyond port objects.
     *
     * @param directory where to store
     * @param exec for progress and cancellation
     * @throws IOException when writing fails
     * @throws CanceledExecutionException when canceled
     */
    protected abstract void saveInternals(File directory, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /**
     * Stores the default settings of the view.
     *
     * @param viewSettings where to store
     */
    protected void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        // most models have a view without settings, or none
    }

    /**
     * Checks settings of the view.
     *
     * @param viewSettings the settings
     * @throws InvalidSettingsException when they are not valid
     */
    protected void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        // most models have a view without settings, or none
    }

    /** Forgets what execution left. */
    protected abstract void reset();

    /** Is called when the node is removed. */
    protected void onDispose() {
        // most models hold no resources
    }

    /**
     * Derives the specs of the outputs. Here it calls {@link #configure(DataTableSpec[])}.
     *
     * @param inSpecs the specs at the inputs, null at an optional input that is not connected
     * @return the specs at the outputs, null where not known before execution
     * @throws InvalidSettingsException when the node cannot be executed with these inputs and its settings
     */
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final DataTableSpec[] tableSpecs = new DataTableSpec[inSpecs.length];
        for (int i = 0; i < inSpecs.length; i++) {
            if (inSpecs[i] != null && !(inSpecs[i] instanceof DataTableSpec)) {
                throw new InvalidSettingsException("Input Port " + i + " does not hold data table specs. "
                        + "Likely reason: wrong version of NodeModel.configure() overwritten!");
            }
            tableSpecs[i] = (DataTableSpec) inSpecs[i];
        }
        return configure(tableSpecs);
    }

    /**
     * Derives the specs of the outputs of a node whose ports are all tables.
     *
     * @param inSpecs the specs at the inputs
     * @return the specs at the outputs, null where not known before execution
     * @throws InvalidSettingsException when the node cannot be executed with these inputs and its settings
     */
    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        throw new InvalidSettingsException("NodeModel.configure() implementation missing!");
    }

    /**
     * Derives the outputs. Here it calls {@link #execute(BufferedDataTable[], ExecutionContext)}.
     *
     * @param inObjects the inputs, null at an optional input that is not connected
     * @param exec creates tables, takes progress and tells of cancellation
     * @return the outputs, none null
     * @throws Exception when the node fails
     */
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final BufferedDataTable[] tables = new BufferedDataTable[inObjects.length];
        for (int i = 0; i < inObjects.length; i++) {
            if (inObjects[i] != null && !(inObjects[i] instanceof BufferedDataTable)) {
                throw new IOException("Input port " + i + " does not hold data table but "
                        + inObjects[i].getClass().getSimpleName()
                        + "; Likely reason: wrong version of NodeModel.execute() overwritten!");
            }
            tables[i] = (BufferedDataTable) inObjects[i];
        }
        return execute(tables, exec);
    }

    /**
     * Derives the outputs of a node whose ports are all tables.
     *
     * @param inData the inputs
     * @param exec creates tables, takes progress and tells of cancellation
     * @return the outputs, none null
     * @throws Exception when the node fails
     */
    protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec)
            throws Exception {
        throw new IOException("NodeModel.execute() implementation missing!");
    }

    /**
     * Sets the warning, replacing an earlier one.
     *
     * @param text the text, null for no warning
     */
    protected final void setWarningMessage(final String text) {
        setWarning(text == null ? null : Message.fromSummary(text));
    }

    /**
     * Sets the warning, replacing an earlier one.
     *
     * @param message the warning, null for none
     */
    protected final void setWarning(final Message message) {
        warning = message;
    }

    /**
     * Returns the warning.
     *
     * @return the warning, null for none
     */
    protected final Message getWarning() {
        return warning;
    }
}
