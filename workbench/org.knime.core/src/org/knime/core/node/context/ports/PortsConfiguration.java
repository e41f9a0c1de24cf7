package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** The ports of a node in named groups. Flow variable ports are not counted. */
public interface PortsConfiguration {
    /**
     * Returns the types of all inputs.
     *
     * @return the types in the order of the ports
     */
    PortType[] getInputPorts();

    /**
     * Returns the types of all outputs.
     *
     * @return the types in the order of the ports
     */
    PortType[] getOutputPorts();
}
