package org.tessera.workbench.ui;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;
import org.knime.node.parameters.NodeParametersInput;

/** What parameters may know of their node's input, as it is when the node is configured: specs but no data. */
public final class InputSnapshot implements NodeParametersInput {

    private static final PortType[] NONE = {};

    private final PortObjectSpec[] m_specs;
    private final PortsConfiguration m_ports;
    private final Function<VariableType<?>[], Map<String, FlowVariable>> m_variables;

    /**
     * @param specs the input specs, null where nothing is connected
     * @param ports the ports, null if there are none
     * @param variables gives the visible flow variables of some types by name
     */
    public InputSnapshot(
            final PortObjectSpec[] specs,
            final PortsConfiguration ports,
            final Function<VariableType<?>[], Map<String, FlowVariable>> variables) {
        m_specs = specs.clone();
        m_ports = ports;
        m_variables = variables;
    }

    /**
     * Makes an input without flow variables.
     *
     * @param specs the input specs, null where nothing is connected
     * @return the input
     */
    public static InputSnapshot ofSpecs(final PortObjectSpec... specs) {
        return new InputSnapshot(specs, null, types -> Map.of());
    }

    @Override
    public PortType[] getInPortTypes() {
        return m_ports == null ? NONE : m_ports.getInputPorts();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_ports == null ? NONE : m_ports.getOutputPorts();
    }

    @Override
    public PortsConfiguration getPortsConfiguration() {
        if (m_ports == null) {
            throw new IllegalStateException("A node without ports has no configuration of them.");
        }
        return m_ports;
    }

    @Override
    public Map<String, FlowVariable> getAvailableInputFlowVariables(final VariableType<?>... types) {
        return m_variables.apply(types);
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_specs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(m_specs[portIndex]);
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.copyOf(m_specs, m_specs.length, DataTableSpec[].class);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return new PortObject[m_specs.length];
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.ofNullable(getInPortObjects()[portIndex]);
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return new BufferedDataTable[m_specs.length];
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
    }
}
