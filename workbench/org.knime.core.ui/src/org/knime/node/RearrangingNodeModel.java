package org.knime.node;

import java.util.concurrent.atomic.AtomicReference;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** The model of a declared node that changes the columns of one table. */
final class RearrangingNodeModel extends DeclaredNodeModel {

    private final DefaultModel.Rearranging m_model;

    RearrangingNodeModel(
            final DefaultModel.Rearranging model,
            final Class<? extends NodeParameters> viewParametersClass,
            final PortsConfiguration ports) {
        super(model, viewParametersClass, ports);
        m_model = model;
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        return new PortObjectSpec[] {rearranger((DataTableSpec) inSpecs[0]).createSpec()};
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final BufferedDataTable table = (BufferedDataTable) inObjects[0];
        final ColumnRearranger rearranger = rearranger(table.getDataTableSpec());
        return new PortObject[] {exec.createColumnRearrangeTable(table, rearranger, exec)};
    }

    private ColumnRearranger rearranger(final DataTableSpec spec) throws InvalidSettingsException {
        final AtomicReference<ColumnRearranger> result = new AtomicReference<>();
        m_model.rearrange().accept(new InputOf(parametersFor(spec), spec), rearranger -> {
            if (rearranger == null) {
                throw new IllegalArgumentException("The column rearranger must not be null.");
            }
            result.set(rearranger);
        });
        if (result.get() == null) {
            throw new InvalidSettingsException("The node has set no column rearranger.");
        }
        return result.get();
    }

    @Override
    protected void reset() {
        // nothing is kept
    }

    // What the declared rearranging is given.
    private record InputOf(NodeParameters parameters, DataTableSpec spec)
            implements DefaultModel.RearrangeColumnsInput {

        @Override
        public DataTableSpec getDataTableSpec() {
            return spec;
        }
    }
}
