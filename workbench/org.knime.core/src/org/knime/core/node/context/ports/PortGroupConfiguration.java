package org.knime.core.node.context.ports;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;
import org.knime.core.node.port.PortType;

/** One named group of ports: inputs, outputs or both. */
public interface PortGroupConfiguration extends DeepCopy<PortGroupConfiguration>, NodeSettingsPersistable {
    /** Thrown when a group of outputs is asked for inputs. */
    UnsupportedOperationException UNSUPPORTED_INPUT_OPERATION =
            new UnsupportedOperationException("This port group does not specify input ports.");

    /** Thrown when a group of inputs is asked for outputs. */
    UnsupportedOperationException UNSUPPORTED_OUTPUT_OPERATION =
            new UnsupportedOperationException("This port group does not specify output ports.");

    /**
     * Returns the types of the inputs.
     *
     * @return the types in the order of the ports
     * @throws UnsupportedOperationException when the group has no inputs
     */
    PortType[] getInputPorts();

    /**
     * Returns the types of the outputs.
     *
     * @return the types in the order of the ports
     * @throws UnsupportedOperationException when the group has no outputs
     */
    PortType[] getOutputPorts();

    /**
     * Tells whether the group is about inputs.
     *
     * @return true when it is
     */
    boolean definesInputPorts();

    /**
     * Tells whether the group is about outputs.
     *
     * @return true when it is
     */
    boolean definesOutputPorts();
}
