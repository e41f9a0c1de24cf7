package org.knime.node.parameters;

import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/**
 * What parameters may know about their node's input when defaults are made and when the dialog computes its state. Port
 * indices do not count the flow variable port.
 */
public interface NodeParametersInput {

    /** @return the types of the input ports */
    PortType[] getInPortTypes();

    /**
     * @param types the variable types wanted
     * @return the visible flow variables of these types by name
     */
    Map<String, FlowVariable> getAvailableInputFlowVariables(VariableType<?>... types);

    /** @return the specs of all input ports; an element is null where nothing is connected */
    PortObjectSpec[] getInPortSpecs();

    /**
     * @param portIndex a zero-based port index
     * @return the spec there, empty where none is available
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** @return the specs of the input ports, all of which must carry tables */
    DataTableSpec[] getInTableSpecs();

    /**
     * @param portIndex a zero-based index of a table port
     * @return the table spec there, empty where none is available
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /** @return the objects at the input ports; an element is null where none is available */
    PortObject[] getInPortObjects();

    /**
     * @param portIndex a zero-based port index
     * @return the object there, empty where none is available
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /** @return the tables at the input ports, all of which must carry tables */
    BufferedDataTable[] getInTables();

    /**
     * @param portIndex a zero-based index of a table port
     * @return the table there, empty where none is available
     */
    Optional<BufferedDataTable> getInTable(int portIndex);

    /** @return the types of the output ports */
    PortType[] getOutPortTypes();

    /** @return the ports as configured in the workflow */
    PortsConfiguration getPortsConfiguration();
}
