package org.knime.node;

import java.io.File;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.tessera.workbench.ui.InputSnapshot;
import org.tessera.workbench.ui.ParametersStore;

/** What the models of declared nodes have in common: their parameters and the settings these are stored in. */
abstract class DeclaredNodeModel extends NodeModel {

    private static final PortType[] NONE = {};

    private final Class<? extends NodeParameters> m_parametersClass;
    private final Class<? extends NodeParameters> m_viewParametersClass;
    private final PortsConfiguration m_ports;
    private NodeParameters m_parameters;

    DeclaredNodeModel(
            final DefaultModel model,
            final Class<? extends NodeParameters> viewParametersClass,
            final PortsConfiguration ports) {
        super(ports == null ? NONE : ports.getInputPorts(), ports == null ? NONE : ports.getOutputPorts());
        m_parametersClass = model.parametersClass().orElse(null);
        m_viewParametersClass = viewParametersClass;
        m_ports = ports;
    }

    /**
     * Gives the parameters; at the first call without loaded settings, makes the defaults for the input.
     *
     * @param inSpecs the input specs
     * @return the parameters, null if the model has none
     * @throws InvalidSettingsException if the defaults for this input are not acceptable
     */
    final NodeParameters parametersFor(final PortObjectSpec... inSpecs) throws InvalidSettingsException {
        if (m_parametersClass != null && m_parameters == null) {
            final NodeParameters defaults =
                    ParametersStore.createDefaults(m_parametersClass, new InputSnapshot(inSpecs));
            m_parameters = defaults;
            defaults.validate();
        }
        return m_parameters;
    }

    final NodeParameters parameters() {
        return m_parameters;
    }

    final PortType[] outPortTypes() {
        return m_ports == null ? NONE : m_ports.getOutputPorts();
    }

    @Override
    protected final void saveSettingsTo(final NodeSettingsWO settings) {
        if (m_parametersClass != null) {
            final NodeParameters parameters =
                    m_parameters != null ? m_parameters : ParametersStore.createDefaults(m_parametersClass);
            ParametersStore.save(parameters, settings);
        }
    }

    @Override
    protected final void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_parametersClass != null) {
            ParametersStore.load(m_parametersClass, settings).validate();
        }
    }

    @Override
    protected final void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_parametersClass != null) {
            m_parameters = ParametersStore.load(m_parametersClass, settings);
        }
    }

    @Override
    protected final void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        if (m_viewParametersClass != null) {
            ParametersStore.save(ParametersStore.createDefaults(m_viewParametersClass), viewSettings);
        }
    }

    @Override
    protected final void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        if (m_viewParametersClass != null) {
            ParametersStore.load(m_viewParametersClass, viewSettings).validate();
        }
    }

    @Override
    protected final void loadInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // what is kept for the view are port objects, which the workflow saves
    }

    @Override
    protected final void saveInternals(final File nodeInternDir, final ExecutionMonitor exec) {
        // what is kept for the view are port objects, which the workflow saves
    }
}
