package org.tessera.workbench.kernel;

import java.io.IOException;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.tessera.workbench.kernel.data.SharedSecrets;

/** Calls a model and checks what it returns. */
final class NodeExecution {
    private final NodeAccess access;
    private final NodePorts ports;
    private final boolean roundTrips;
    private final Object lock = new Object();
    private NodeProgressMonitor monitor;
    private Thread thread;
    private boolean interrupted;

    NodeExecution(final NodeAccess access, final NodePorts ports, final boolean roundTrips) {
        this.access = access;
        this.ports = ports;
        this.roundTrips = roundTrips;
    }

    PortObjectSpec[] configure(final NodeModel model, final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        if (NodePorts.isInactive(inSpecs)) {
            return ports.inactiveSpecs();
        }
        ports.checkSpecs(inSpecs);
        access.setWarning(model, null);
        final PortObjectSpec[] specs = access.configure(model, copySpecs(inSpecs));
        final PortObjectSpec[] outSpecs = new PortObjectSpec[ports.outputs().size()];
        outSpecs[0] = FlowVariablePortObjectSpec.INSTANCE;
        if (specs != null) {
            checkCount(specs.length, model, "configure");
            System.arraycopy(specs, 0, outSpecs, 1, specs.length);
        }
        return outSpecs;
    }

    // Must be called on the thread that executes.
    void start(final NodeProgressMonitor progress) throws CanceledExecutionException {
        synchronized (lock) {
            monitor = progress;
            thread = Thread.currentThread();
        }
        progress.checkCanceled();
    }

    /** Ends what {@link #start} began; the thread is no longer interrupted after that. */
    void end() {
        synchronized (lock) {
            monitor = null;
            thread = null;
            if (interrupted) {
                Thread.interrupted();
                interrupted = false;
            }
        }
    }

    void cancel() {
        synchronized (lock) {
            if (thread != null) {
                monitor.setExecuteCanceled();
                thread.interrupt();
                interrupted = true;
            }
        }
    }

    // Copies the data inputs, without the flow variable port.
    PortObject[] copyInputs(final PortObject[] inputs) throws KNIMEException, CanceledExecutionException {
        final PortObject[] copies = new PortObject[inputs.length - 1];
        for (int port = 1; port < inputs.length; port++) {
            if (inputs[port] == null && !ports.inputs().get(port).isOptional()) {
                throw new KNIMEException("Couldn't get data from predecessor (Port No." + port + ").");
            }
            copies[port - 1] = inputs[port] == null ? null : copyInput(inputs[port], port);
        }
        ports.checkObjects(inputs);
        return copies;
    }

    private PortObject copyInput(final PortObject input, final int port)
            throws KNIMEException, CanceledExecutionException {
        try {
            final ExecutionMonitor silent = new ExecutionMonitor(monitor).createSilentSubProgress(0);
            return roundTrips ? RoundTrips.store(input, silent) : RoundTrips.copy(input, silent);
        } catch (CanceledExecutionException e) {
            throw e;
        } catch (Exception e) {
            throw new KNIMEException(
                    "Unable to clone input data at port " + port + " (" + ports.inputName(port) + "): "
                            + e.getMessage(),
                    e);
        }
    }

    PortObject[] execute(final NodeModel model, final PortObject[] inputs, final PortObjectSpec[] promised)
            throws Exception {
        access.setWarning(model, null);
        final PortObject[] returned =
                access.execute(model, inputs, SharedSecrets.contexts().create(monitor));
        final PortObject[] objects = returned == null ? new PortObject[0] : returned;
        monitor.checkCanceled();
        final Message warning = access.warning(model);
        if (warning != null) {
            access.setWarning(model, warning.renderIssueDetails(inputs));
        }
        final PortObject[] outputs = new PortObject[ports.outputs().size()];
        outputs[0] = FlowVariablePortObject.INSTANCE;
        checkCount(objects.length, model, "execute");
        for (int port = 1; port < outputs.length; port++) {
            outputs[port] = objects[port - 1];
            checkOutput(outputs[port], promised[port], port);
        }
        if (access.warning(model) == null) {
            warnOfEmptyTables(model, outputs);
        }
        return outputs;
    }

    private void checkCount(final int count, final NodeModel model, final String method) {
        final int expected = ports.outputs().size() - 1;
        if (count != expected) {
            throw new IllegalStateException("Invalid result. The " + method + " method in \""
                    + model.getClass().getSimpleName() + "\" returned " + count + " outputs instead of " + expected
                    + ".");
        }
    }

    private void checkOutput(final PortObject output, final PortObjectSpec promised, final int port)
            throws KNIMEException {
        if (output == null) {
            throw new IllegalStateException(
                    "Invalid result. Execution failed, reason: data at output " + (port - 1) + " is null.");
        }
        if (output instanceof InactiveBranchPortObject) {
            return;
        }
        if (!ports.outputs().get(port).acceptsPortObject(output)) {
            throw new KNIMEException("Invalid output port object at port " + port + " (expected: "
                    + ports.outputs().get(port).getPortObjectClass().getName() + ", actual: "
                    + output.getClass().getName() + ")");
        }
        final PortObjectSpec spec = output.getSpec();
        if (spec == null) {
            throw new KNIMEException("Implementation Error: PortObject \""
                    + output.getClass().getName() + "\" must not have null spec (output port " + port + ").");
        }
        if (promised != null && !sameStructure(promised, spec)) {
            throw new KNIMEException("DataSpec generated by configure does not match spec after execution (output port "
                    + port + "): configured " + describe(promised) + ", executed " + describe(spec));
        }
    }

    private static boolean sameStructure(final PortObjectSpec promised, final PortObjectSpec actual) {
        return promised instanceof DataTableSpec table && actual instanceof DataTableSpec other
                ? table.equalStructure(other)
                : promised.getClass() == actual.getClass();
    }

    private static String describe(final PortObjectSpec spec) {
        return spec instanceof DataTableSpec table
                ? table.stream()
                        .map(column -> column.getName() + " (" + column.getType() + ")")
                        .toList()
                        .toString()
                : spec.getClass().getName();
    }

    private void warnOfEmptyTables(final NodeModel model, final PortObject[] outputs) {
        final BufferedDataTable[] tables = Arrays.stream(outputs)
                .filter(BufferedDataTable.class::isInstance)
                .toArray(BufferedDataTable[]::new);
        if (tables.length > 0 && Arrays.stream(tables).allMatch(table -> table.size() == 0)) {
            access.setWarning(
                    model,
                    Message.fromSummary(
                            tables.length == 1
                                    ? "Node created an empty data table."
                                    : "Node created empty data tables on all out-ports."));
        }
    }

    // Gives the specs at the data inputs, without the flow variable port.
    private PortObjectSpec[] copySpecs(final PortObjectSpec[] specs) throws InvalidSettingsException {
        final PortObjectSpec[] copies = Arrays.copyOfRange(specs, 1, specs.length);
        for (int i = 0; roundTrips && i < copies.length; i++) {
            try {
                copies[i] = RoundTrips.store(copies[i]);
            } catch (IOException | NoSuchElementException e) {
                throw new InvalidSettingsException(
                        "The spec at port " + (i + 1) + " cannot be written and read: " + e.getMessage(), e);
            }
        }
        return copies;
    }
}
