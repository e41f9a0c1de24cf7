package org.tessera.workbench.ui;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParametersInput;

/** What parameters may know of their node's input, as it is when the node is configured: specs but no data. */
public final class InputSnapshot implements NodeParametersInput {

    private final PortObjectSpec[] m_specs;

    /** @param specs the input specs, null where nothing is connected */
    public InputSnapshot(final PortObjectSpec... specs) {
        m_specs = specs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return Optional.ofNullable(m_specs[portIndex]);
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.empty();
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
    }
}
