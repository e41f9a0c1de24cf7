package org.knime.node.parameters;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/**
 * What parameters may know about their node's input when defaults are made and when the dialog computes its state. Port
 * indices do not count the flow variable port.
 */
public interface NodeParametersInput {

    /**
     * @param portIndex a zero-based port index
     * @return the spec there, empty where none is available
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /**
     * @param portIndex a zero-based port index
     * @return the object there, empty where none is available, as before the node in front was executed
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /**
     * @param portIndex a zero-based index of a table port
     * @return the table spec there, empty where none is available
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);
}
