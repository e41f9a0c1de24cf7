package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;
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

    /**
     * Returns where the inputs of each group are.
     *
     * @return the numbers of the ports by group; a group without any is absent
     */
    Map<String, int[]> getInputPortLocation();

    /**
     * Returns where the outputs of each group are.
     *
     * @return the numbers of the ports by group; a group without any is absent
     */
    Map<String, int[]> getOutputPortLocation();

    /**
     * Returns the names of all groups.
     *
     * @return the names in the order of declaration
     */
    List<String> getPortGroupNames();
}
