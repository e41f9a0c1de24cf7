package org.tessera.workbench.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;

/**
 * A node of a workflow: its factory, its model, its ports and its state. Ports are numbered as in workflows: 0 is the
 * flow variable port, at both sides and always optional, data ports count from 1; all arrays have an element for port 0.
 *
 * <p>A runner creates a node, calls {@link #configure} when the specs at its inputs are known and {@link #execute} when
 * the objects are, and reads {@link #state()}, {@link #message()}, {@link #outSpecs()}, {@link #outputs()} and
 * {@link #outVariables()} in between. Neither call throws what the node throws: it becomes the message, worded as KNIME
 * does. Objects other than tables are copied through their serializers before the node sees them, so each consumer has
 * its own. A node behind an inactive branch is not called and passes that on. Used by one thread at a time, except {@link #cancel()}.
 */
public final class NativeNode implements AutoCloseable {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(NativeNode.class);
    private static final NodeAccess ACCESS = NodeAccess.get();
    private static final String FACTORY_SETTINGS = "factory_settings";
    static final String MODEL = "model";
    private static final String VARIABLES = "variables";

    private final NodeFactory<?> factory;
    private final NodeEnvironment environment;
    private final ModifiableNodeCreationConfiguration creationConfig;
    private final NodeSettingsRO settings;
    private final ViewSettings viewSettings;
    private final NodeExecution execution;
    private final NodePorts ports;
    private NodeModel model;
    private NodeState state = NodeState.IDLE;
    private NodeMessage message = NodeMessage.NONE;
    private PortObjectSpec[] outSpecs;
    private PortObject[] outputs;
    private List<FlowVariable> inVariables = List.of();
    private List<FlowVariable> outVariables = List.of();

    private NativeNode(
            final NodeFactory<?> factory,
            final ModifiableNodeCreationConfiguration creationConfig,
            final NodeSettingsRO settings,
            final NodeEnvironment environment)
            throws InvalidSettingsException {
        this.factory = factory;
        this.creationConfig = creationConfig;
        this.settings = settings;
        this.environment = environment;
        this.model = newModel();
        this.viewSettings = new ViewSettings(ACCESS, model, settings);
        this.ports = new NodePorts(factory, ACCESS.inputs(model), ACCESS.outputs(model));
        this.execution = new NodeExecution(ACCESS, ports, environment.roundTrips());
        forgetOutputs();
    }

    /**
     * Creates a node.
     *
     * @param factory its factory, used for this node only
     * @param settings the whole content of its {@code settings.xml}, of which {@code factory_settings},
     *     {@code node_creation_config}, {@code model}, {@code view} and the variables of both are read; null for a new node with defaults
     * @param environment where it runs
     * @return the node, {@link NodeState#IDLE idle}
     * @throws InvalidSettingsException when the settings are not valid; unlike KNIME, which then goes on with defaults
     */
    public static NativeNode create(
            final NodeFactory<?> factory, final NodeSettingsRO settings, final NodeEnvironment environment)
            throws InvalidSettingsException {
        final NodeSettingsRO known = settings == null ? new NodeSettings("settings.xml") : settings;
        if (known.containsKey(FACTORY_SETTINGS)) {
            factory.loadAdditionalFactorySettings(known.getNodeSettings(FACTORY_SETTINGS));
        }
        ModifiableNodeCreationConfiguration config = null;
        if (factory instanceof ConfigurableNodeFactory<?> configurable) {
            config = configurable.createNodeCreationConfig();
            config.loadSettingsFrom(known);
        }
        return new NativeNode(factory, config, known, environment);
    }

    private NodeModel newModel() throws InvalidSettingsException {
        final NodeModel created = ACCESS.createModel(factory, creationConfig);
        if (settings.containsKey(MODEL)) {
            ACCESS.loadSettings(created, settings.getNodeSettings(MODEL));
        }
        return created;
    }

    /**
     * Returns the factory.
     *
     * @return the factory
     */
    public NodeFactory<?> factory() {
        return factory;
    }

    /**
     * Returns where the node runs.
     *
     * @return the environment
     */
    public NodeEnvironment environment() {
        return environment;
    }

    /**
     * Returns the model, for views and tests.
     *
     * @return the model
     */
    public NodeModel model() {
        return model;
    }

    /**
     * Returns the number of inputs.
     *
     * @return the number, the flow variable port counted
     */
    public int inPortCount() {
        return ports.inputs().size();
    }

    /**
     * Returns the number of outputs.
     *
     * @return the number, the flow variable port counted
     */
    public int outPortCount() {
        return ports.outputs().size();
    }

    /**
     * Returns the type of an input.
     *
     * @param port its number
     * @return the type
     */
    public PortType inPortType(final int port) {
        return ports.inputs().get(port);
    }

    /**
     * Returns the type of an output.
     *
     * @param port its number
     * @return the type
     */
    public PortType outPortType(final int port) {
        return ports.outputs().get(port);
    }

    /**
     * Returns the name of an input.
     *
     * @param port its number
     * @return the name for the user
     */
    public String inPortName(final int port) {
        return ports.inputName(port);
    }

    /**
     * Tells whether an output can be connected with an input. As in KNIME, one type must be a supertype of the other;
     * whether the objects fit then shows in {@link #configure} and {@link #execute}.
     *
     * @param source the type of the output
     * @param destination the type of the input
     * @return true when they can be connected
     */
    public static boolean canConnect(final PortType source, final PortType destination) {
        return source.isSuperTypeOf(destination) || destination.isSuperTypeOf(source);
    }

    /**
     * Sets the variables at the node's inputs; they count from the next {@link #configure} or {@link #execute}.
     *
     * @param variables the variables, a later one hiding an earlier one of the same name
     */
    public void setInVariables(final List<FlowVariable> variables) {
        inVariables = List.copyOf(variables);
    }

    /**
     * Returns the variables behind the node: those that came in and those the node added.
     *
     * @return the variables, a later one hiding an earlier one of the same name
     */
    public List<FlowVariable> outVariables() {
        return Stream.concat(inVariables.stream(), outVariables.stream()).toList();
    }

    /**
     * Derives the specs of the outputs: {@link NodeState#CONFIGURED}, or {@link NodeState#IDLE} with a message, which is
     * empty when a required input has no spec.
     *
     * @param inSpecs one per input, null where there is none; the first is not read
     * @return the state reached
     */
    public NodeState configure(final PortObjectSpec[] inSpecs) {
        ports.checkCount(inSpecs);
        state = NodeState.IDLE;
        message = NodeMessage.NONE;
        forgetOutputs();
        if (!ports.complete(inSpecs)) {
            return state;
        }
        try {
            final List<FlowVariable> exposed = applyVariables();
            outSpecs = execution.configure(model, inSpecs);
            outVariables = exposed;
            message = NodeMessages.ofMessage(ACCESS.warning(model), NodeMessage.Type.WARNING);
            state = NodeState.CONFIGURED;
        } catch (InvalidSettingsException | RuntimeException | Error e) {
            LOGGER.debug("Configure failed", e);
            message = NodeMessages.ofConfigure(e);
        }
        return state;
    }

    // Overwrites settings with variables; a later variable hides an earlier one of the same name.
    private List<FlowVariable> applyVariables() throws InvalidSettingsException {
        final Map<String, FlowVariable> byName = new LinkedHashMap<>();
        inVariables.forEach(variable -> byName.put(variable.getName(), variable));
        final List<FlowVariable> exposed = new ArrayList<>(viewSettings.apply(model, byName));
        if (!settings.containsKey(VARIABLES) || !settings.containsKey(MODEL)) {
            return List.copyOf(exposed);
        }
        final NodeSettings overwritten = new NodeSettings(MODEL);
        settings.getNodeSettings(MODEL).copyTo(overwritten);
        exposed.addAll(VariableSettings.apply(overwritten, settings.getNodeSettings(VARIABLES), byName));
        ACCESS.loadSettings(model, overwritten);
        return List.copyOf(exposed);
    }

    /**
     * Derives the outputs: {@link NodeState#EXECUTED}, or {@link NodeState#CONFIGURED} with an error or, after
     * {@link #cancel()}, a warning. Checked are that every output is set and of its type, and that each table has the
     * columns that configure promised, which KNIME only warns of.
     *
     * @param inputs one per input, null where there is none; the first is not read
     * @param monitor takes progress and tells of cancellation
     * @return the state reached
     * @throws IllegalStateException when the node is not configured
     */
    public NodeState execute(final PortObject[] inputs, final NodeProgressMonitor monitor) {
        ports.checkCount(inputs);
        if (state != NodeState.CONFIGURED) {
            throw new IllegalStateException("A node is configured before it is executed, this one is " + state);
        }
        PortObject[] seen = new PortObject[0];
        try {
            execution.start(monitor);
            if (NodePorts.isInactive(inputs)) {
                outputs = ports.inactiveObjects();
            } else {
                seen = execution.copyInputs(inputs);
                outputs = execution.execute(model, seen, outSpecs);
            }
            outSpecs = Stream.of(outputs)
                    .map(object -> object == null ? null : object.getSpec())
                    .toArray(PortObjectSpec[]::new);
            message = NodeMessages.ofMessage(ACCESS.warning(model), NodeMessage.Type.WARNING);
            if (environment.roundTrips()) {
                reopenExecuted();
            }
            state = NodeState.EXECUTED;
        } catch (Throwable e) { // an OutOfMemoryError of one node must not end the workflow's other branches
            LOGGER.debug("Execute failed", e);
            message = NodeMessages.ofExecute(e, seen, monitor);
            resetModel();
        } finally {
            execution.end();
        }
        return state;
    }

    private void reopenExecuted() throws KNIMEException, CanceledExecutionException {
        try {
            reopen();
        } catch (CanceledExecutionException e) {
            throw e;
        } catch (Exception e) {
            throw new KNIMEException("The node cannot be saved and opened again: " + e.getMessage(), e);
        }
    }

    /**
     * Asks a running execution to end: its monitor is canceled and its thread interrupted. May be called from any
     * thread, and does nothing when the node does not run.
     */
    public void cancel() {
        execution.cancel();
    }

    private void resetModel() {
        try {
            ACCESS.setWarning(model, null);
            ACCESS.reset(model);
        } catch (RuntimeException e) {
            LOGGER.coding("Reset failed due to a " + e.getClass().getSimpleName(), e);
        }
    }

    private void forgetOutputs() {
        outSpecs = new PortObjectSpec[outPortCount()];
        outSpecs[0] = FlowVariablePortObjectSpec.INSTANCE;
        outputs = new PortObject[outPortCount()];
        outputs[0] = FlowVariablePortObject.INSTANCE;
        outVariables = List.of();
    }

    /**
     * Saves an executed node and opens it again, as KNIME does with a saved workflow: a new model is given the settings
     * and internals, and the outputs are replaced by what was read from their bytes. Happens by itself after an execution
     * in an environment with {@link NodeEnvironment#roundTrips() round trips}.
     *
     * @throws Exception when a serializer or the model fails, or something was lost on the way
     */
    public void reopen() throws Exception {
        final NodeInternals internals = new NodeInternals(ACCESS);
        final NodeModel opened = internals.reopen(this);
        outputs = internals.stored(outputs);
        outSpecs = NodeInternals.stored(outSpecs);
        ACCESS.dispose(model);
        model = opened;
    }

    /**
     * Returns what the node has reached.
     *
     * @return the state
     */
    public NodeState state() {
        return state;
    }

    /**
     * Returns what the node shows.
     *
     * @return the message, {@link NodeMessage#NONE} for nothing
     */
    public NodeMessage message() {
        return message;
    }

    /**
     * Returns the specs at the outputs.
     *
     * @return one per output, null where not known
     */
    public PortObjectSpec[] outSpecs() {
        return outSpecs.clone();
    }

    /**
     * Returns the objects at the outputs.
     *
     * @return one per output, all null but the first before execution
     */
    public PortObject[] outputs() {
        return outputs.clone();
    }

    /**
     * Drops the objects at the outputs to free their memory; their specs stay.
     */
    public void releaseOutputs() {
        outputs = new PortObject[outPortCount()];
        outputs[0] = FlowVariablePortObject.INSTANCE;
    }

    /**
     * Returns the settings of the node's view.
     *
     * @return the settings, with what flow variables replace from the last {@link #configure} on; empty for a view
     *     without settings
     */
    public NodeSettingsRO viewSettings() {
        return viewSettings.current();
    }

    /**
     * Stores the chosen ports and the settings of model and view as {@code node_creation_config}, {@code model} and
     * {@code view}.
     *
     * @param target where to store
     */
    public void saveSettings(final NodeSettingsWO target) {
        ACCESS.saveSettings(model, target.addNodeSettings(MODEL));
        viewSettings.save(target);
        if (creationConfig != null) {
            creationConfig.saveSettingsTo(target);
        }
    }

    /** Disposes of the model. */
    @Override
    public void close() {
        ACCESS.dispose(model);
        releaseOutputs();
    }
}
