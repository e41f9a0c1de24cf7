package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/**
 * What a node does: it derives the specs of its outputs from those of its inputs, and its outputs from its inputs. The
 * workbench calls a model from one thread at a time.
 */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {
    private final PortType[] inPortTypes;
    private final PortType[] outPortTypes;
    private final NodeLogger logger = NodeLogger.getLogger(getClass());
    private final List<NodeModelWarningListener> warningListeners = new CopyOnWriteArrayList<>();
    private Message warning;
    private FlowObjectStack incomingVariables = FlowObjectStack.createFromFlowVariableList(List.of(), null);
    private FlowObjectStack outgoingVariables = FlowObjectStack.createFromFlowVariableList(List.of(), null);

    static {
        NodeCalls.register();
    }

    /**
     * Creates a model whose ports are all tables.
     *
     * @param inputs the number of inputs
     * @param outputs the number of outputs
     */
    protected NodeModel(final int inputs, final int outputs) {
        this(tables(inputs), tables(outputs));
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

    private static PortType[] tables(final int count) {
        return Collections.nCopies(count, BufferedDataTable.TYPE).toArray(PortType[]::new);
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
     * Returns the logger of the model's class.
     *
     * @return the logger
     */
    protected final NodeLogger getLogger() {
        return logger;
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
     * Checks the settings of the view.
     *
     * @param settings the settings
     * @throws InvalidSettingsException when they are not valid
     */
    protected void validateViewSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        // most views have no settings
    }

    /**
     * Stores the default settings of the view.
     *
     * @param settings where to store
     */
    protected void saveDefaultViewSettingsTo(final NodeSettingsWO settings) {
        // most views have no settings
    }

    /**
     * Reads what the node keeps for its view beyond port objects.
     *
     * @param directory where it was stored
     * @param exec for progress and cancellation
     * @throws IOException when reading fails
     * @throws CanceledExecutionException when cancelled
     */
    protected abstract void loadInternals(File directory, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /**
     * Stores what the node keeps for its view beyond port objects.
     *
     * @param directory where to store
     * @param exec for progress and cancellation
     * @throws IOException when writing fails
     * @throws CanceledExecutionException when cancelled
     */
    protected abstract void saveInternals(File directory, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

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
     * Starts a message.
     *
     * @return a new builder
     */
    protected final MessageBuilder createMessageBuilder() {
        return Message.builder();
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
     * Returns the warning's text.
     *
     * @return the text, null without warning
     */
    protected final String getWarningMessage() {
        return Message.getSummaryFrom(warning);
    }

    /**
     * Sets the warning, replacing an earlier one.
     *
     * @param message the warning, null for none
     */
    protected final void setWarning(final Message message) {
        if (!Objects.equals(warning, message)) {
            warning = message;
            warningListeners.forEach(listener -> listener.warningChanged(message));
        }
    }

    /**
     * Returns the warning.
     *
     * @return the warning, null for none
     */
    protected final Message getWarning() {
        return warning;
    }

    /**
     * Adds a listener.
     *
     * @param listener the listener, not null
     */
    public void addWarningListener(final NodeModelWarningListener listener) {
        warningListeners.add(Objects.requireNonNull(listener, "NodeModel message listener must not be null!"));
    }

    /**
     * Removes a listener.
     *
     * @param listener the listener
     */
    public void removeWarningListener(final NodeModelWarningListener listener) {
        warningListeners.remove(listener);
    }

    final void setFlowObjectStacks(final FlowObjectStack incoming, final FlowObjectStack outgoing) {
        incomingVariables = incoming;
        outgoingVariables = outgoing;
    }

    /**
     * Passes a variable on to the nodes behind this one.
     *
     * @param <T> the class of the value
     * @param name its name, not blank
     * @param type its type, not null
     * @param value its value, not null
     */
    protected final <T> void pushFlowVariable(final String name, final VariableType<T> type, final T value) {
        if (value == null) {
            throw new IllegalArgumentException("Variable value must not be null.");
        }
        outgoingVariables.push(new FlowVariable(name, type, value));
    }

    /**
     * Passes a text on to the nodes behind this one.
     *
     * @param name its name, not blank
     * @param value its value
     */
    protected final void pushFlowVariableString(final String name, final String value) {
        outgoingVariables.push(new FlowVariable(name, value));
    }

    /**
     * Passes an integer on to the nodes behind this one.
     *
     * @param name its name, not blank
     * @param value its value
     */
    protected final void pushFlowVariableInt(final String name, final int value) {
        outgoingVariables.push(new FlowVariable(name, value));
    }

    /**
     * Passes a floating-point number on to the nodes behind this one.
     *
     * @param name its name, not blank
     * @param value its value
     */
    protected final void pushFlowVariableDouble(final String name, final double value) {
        outgoingVariables.push(new FlowVariable(name, value));
    }

    /**
     * Reads a variable that this node pushed or that came in.
     *
     * @param <T> the class of the value
     * @param name its name
     * @param type the type to read it as
     * @return the value
     * @throws NoSuchElementException when there is no such variable
     */
    public final <T> T peekFlowVariable(final String name, final VariableType<T> type) {
        final Optional<FlowVariable> found =
                outgoingVariables.peekFlowVariable(name, type).or(() -> incomingVariables.peekFlowVariable(name, type));
        return found.orElseThrow(() -> new NoSuchElementException("No such variable \"" + name + "\" of type " + type))
                .getValue(type);
    }

    /**
     * Reads a text variable.
     *
     * @param name its name
     * @return the value
     * @throws NoSuchElementException when there is no such variable
     */
    public final String peekFlowVariableString(final String name) {
        return peekExactly(name, FlowVariable.Type.STRING).getStringValue();
    }

    /**
     * Reads an integer variable.
     *
     * @param name its name
     * @return the value
     * @throws NoSuchElementException when there is no such variable
     */
    public final int peekFlowVariableInt(final String name) {
        return peekExactly(name, FlowVariable.Type.INTEGER).getIntValue();
    }

    /**
     * Reads a floating-point variable.
     *
     * @param name its name
     * @return the value
     * @throws NoSuchElementException when there is no such variable
     */
    public final double peekFlowVariableDouble(final String name) {
        return peekExactly(name, FlowVariable.Type.DOUBLE).getDoubleValue();
    }

    private FlowVariable peekExactly(final String name, final FlowVariable.Type type) {
        final FlowVariable pushed =
                outgoingVariables.getAllAvailableFlowVariables().get(name);
        return pushed != null && pushed.getType() == type ? pushed : incomingVariables.peekFlowVariable(name, type);
    }

    /**
     * Returns the texts, integers and floating-point numbers among the variables that came in or that this node pushed.
     *
     * @return an unmodifiable map by name
     */
    public final Map<String, FlowVariable> getAvailableFlowVariables() {
        final Map<String, FlowVariable> all = new LinkedHashMap<>(incomingVariables.getAvailableFlowVariables());
        all.putAll(outgoingVariables.getAvailableFlowVariables());
        return Collections.unmodifiableMap(all);
    }

    /**
     * Returns the variables, readable as one of some types, that came in or that this node pushed.
     *
     * @param types the types
     * @return an unmodifiable map by name
     */
    public final Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?>[] types) {
        final Map<String, FlowVariable> all = new LinkedHashMap<>(incomingVariables.getAvailableFlowVariables(types));
        all.putAll(outgoingVariables.getAvailableFlowVariables(types));
        return Collections.unmodifiableMap(all);
    }

    /**
     * Returns the texts, integers and floating-point numbers among the variables that came in.
     *
     * @return an unmodifiable map by name
     */
    public final Map<String, FlowVariable> getAvailableInputFlowVariables() {
        return incomingVariables.getAvailableFlowVariables();
    }

    /**
     * Returns the variables, readable as one of some types, that came in.
     *
     * @param types the types
     * @return an unmodifiable map by name
     */
    public final Map<String, FlowVariable> getAvailableInputFlowVariables(final VariableType<?>[] types) {
        return incomingVariables.getAvailableFlowVariables(types);
    }

    /** Tells views of a change; the embedded workbench shows none. */
    protected final void stateChanged() {
        logger.debug("The model's state changed");
    }
}
