package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.tessera.workbench.kernel.NodeAccess;

/** Lets the kernel call what is protected in models and factories. */
final class NodeCalls extends NodeAccess {
    private NodeCalls() {}

    static void register() {
        NodeAccess.set(new NodeCalls());
    }

    @Override
    protected NodeModel createModel(final NodeFactory<?> factory, final NodeCreationConfiguration config) {
        return factory.createNodeModel(config);
    }

    @Override
    protected List<PortType> inputs(final NodeModel model) {
        return java.util.stream.IntStream.range(0, model.getNrInPorts())
                .mapToObj(model::getInPortType)
                .toList();
    }

    @Override
    protected List<PortType> outputs(final NodeModel model) {
        return java.util.stream.IntStream.range(0, model.getNrOutPorts())
                .mapToObj(model::getOutPortType)
                .toList();
    }

    @Override
    protected void saveSettings(final NodeModel model, final NodeSettingsWO settings) {
        model.saveSettingsTo(settings);
    }

    @Override
    protected void loadSettings(final NodeModel model, final NodeSettingsRO settings) throws InvalidSettingsException {
        model.validateSettings(settings);
        model.loadValidatedSettingsFrom(settings);
    }

    @Override
    protected void saveDefaultViewSettings(final NodeModel model, final NodeSettingsWO settings) {
        model.saveDefaultViewSettingsTo(settings);
    }

    @Override
    protected void validateViewSettings(final NodeModel model, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        model.validateViewSettings(settings);
    }

    @Override
    protected PortObjectSpec[] configure(final NodeModel model, final PortObjectSpec[] specs)
            throws InvalidSettingsException {
        return model.configure(specs);
    }

    @Override
    protected PortObject[] execute(final NodeModel model, final PortObject[] inputs, final ExecutionContext exec)
            throws Exception {
        return model.execute(inputs, exec);
    }

    @Override
    protected void saveInternals(final NodeModel model, final File directory, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        model.saveInternals(directory, exec);
    }

    @Override
    protected void loadInternals(final NodeModel model, final File directory, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        model.loadInternals(directory, exec);
    }

    @Override
    protected void setWarning(final NodeModel model, final Message warning) {
        model.setWarning(warning);
    }

    @Override
    protected Message warning(final NodeModel model) {
        return model.getWarning();
    }

    @Override
    protected void reset(final NodeModel model) {
        model.reset();
    }

    @Override
    protected void dispose(final NodeModel model) {
        model.onDispose();
    }
}
