package org.tessera.workbench.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;

/** The ports of a node, the flow variable ports first, and what may lie at them. */
final class NodePorts {
    private final NodeFactory<?> factory;
    private final List<PortType> inputs;
    private final List<PortType> outputs;

    NodePorts(final NodeFactory<?> factory, final List<PortType> modelInputs, final List<PortType> modelOutputs) {
        this.factory = factory;
        this.inputs = Stream.concat(Stream.of(FlowVariablePortObject.TYPE_OPTIONAL), modelInputs.stream())
                .toList();
        this.outputs = Stream.concat(Stream.of(FlowVariablePortObject.TYPE), modelOutputs.stream())
                .toList();
    }

    List<PortType> inputs() {
        return inputs;
    }

    List<PortType> outputs() {
        return outputs;
    }

    String inputName(final int port) {
        final String name = port == 0 ? "Variable Inport" : factory.getInportName(port - 1);
        return name == null ? inputs.get(port).getName() : name;
    }

    void checkCount(final Object[] atInputs) {
        if (atInputs.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "The node has " + inputs.size() + " inputs (port 0 counted), given are " + atInputs.length);
        }
    }

    // Tells whether every required data input has something.
    boolean complete(final Object[] atInputs) {
        for (int port = 1; port < atInputs.length; port++) {
            if (atInputs[port] == null && !inputs.get(port).isOptional()) {
                return false;
            }
        }
        return true;
    }

    // Tells whether something is the mark of a branch that is not executed.
    static boolean isInactive(final Object[] atInputs) {
        return Stream.of(atInputs)
                .anyMatch(o -> o instanceof InactiveBranchPortObjectSpec || o instanceof InactiveBranchPortObject);
    }

    // Gives what lies at the outputs of a node in such a branch, port 0 included.
    PortObjectSpec[] inactiveSpecs() {
        return outputs.stream()
                .map(type -> InactiveBranchPortObjectSpec.INSTANCE)
                .toArray(PortObjectSpec[]::new);
    }

    // Gives the objects that go with these specs.
    PortObject[] inactiveObjects() {
        return outputs.stream().map(type -> InactiveBranchPortObject.INSTANCE).toArray(PortObject[]::new);
    }

    void checkSpecs(final PortObjectSpec[] specs) throws InvalidSettingsException {
        for (int port = 1; port < specs.length; port++) {
            if (!inputs.get(port).acceptsPortObjectSpec(specs[port])) {
                throw new InvalidSettingsException("Incompatible port spec"
                        + (specs.length > 2 ? " at port " + (port - 1) : "")
                        + ", expected: "
                        + inputs.get(port).getPortObjectSpecClass().getSimpleName()
                        + ", actual: " + specs[port].getClass().getSimpleName());
            }
        }
    }

    void checkObjects(final PortObject[] objects) {
        for (int port = 1; port < objects.length; port++) {
            if (!inputs.get(port).acceptsPortObject(objects[port])) {
                throw new IllegalStateException(
                        "Connection Error: Mismatch of input port types (port " + (port - 1) + ").");
            }
        }
    }
}
