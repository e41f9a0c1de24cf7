package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** The model of a declared node that configures and executes. */
final class StandardNodeModel extends DeclaredNodeModel implements PortObjectHolder {

    private final DefaultModel.Standard m_model;
    private PortObject[] m_internalObjects;

    StandardNodeModel(
            final DefaultModel.Standard model,
            final Class<? extends NodeParameters> viewParametersClass,
            final PortsConfiguration ports) {
        super(model, viewParametersClass, ports);
        m_model = model;
    }

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final NodeParameters parameters = parametersFor(inSpecs);
        final PortObjectSpec[] outSpecs = new PortObjectSpec[outPortTypes().length];
        m_model.configure()
                .accept(new ConfigureInputOf(this, parameters, inSpecs), new Outputs.Configure(outSpecs, this::warn));
        return outSpecs;
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final PortObject[] outObjects = new PortObject[outPortTypes().length];
        m_model.execute()
                .accept(
                        new ExecuteInputOf(this, inObjects, exec),
                        new Outputs.Execute(outObjects, this::setInternalPortObjects, this::warn));
        return outObjects;
    }

    private void warn(final String message) {
        setWarningMessage(message);
    }

    @Override
    protected void reset() {
        m_internalObjects = null;
    }

    @Override
    public PortObject[] getInternalPortObjects() {
        return m_internalObjects;
    }

    @Override
    public void setInternalPortObjects(final PortObject[] portObjects) {
        m_internalObjects = portObjects;
    }

    // What the declared configuration is given.
    private record ConfigureInputOf(StandardNodeModel model, NodeParameters parameters, PortObjectSpec[] specs)
            implements DefaultModel.ConfigureInput {

        @Override
        @SuppressWarnings("unchecked") // the caller names the class of the parameters it declared
        public <S extends NodeParameters> S getParameters() {
            return (S) parameters;
        }

        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return specs;
        }

        @Override
        @SuppressWarnings("unchecked") // the caller names the class that belongs to the port's type
        public <S extends PortObjectSpec> S getInPortSpec(final int index) {
            return (S) specs[index];
        }

        @Override
        public DataTableSpec getInTableSpec(final int portIndex) {
            return (DataTableSpec) specs[portIndex];
        }
    }

    // What the declared execution is given.
    private record ExecuteInputOf(StandardNodeModel model, PortObject[] objects, ExecutionContext context)
            implements DefaultModel.ExecuteInput {

        @Override
        @SuppressWarnings("unchecked") // the caller names the class of the parameters it declared
        public <S extends NodeParameters> S getParameters() {
            return (S) model.parameters();
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return context;
        }

        @Override
        public PortObject[] getInPortObjects() {
            return objects;
        }

        @Override
        @SuppressWarnings("unchecked") // the caller names the class that belongs to the port's type
        public <D extends PortObject> D getInPortObject(final int portIndex) {
            return (D) objects[portIndex];
        }

        @Override
        public BufferedDataTable getInTable(final int portIndex) {
            return (BufferedDataTable) objects[portIndex];
        }
    }
}
