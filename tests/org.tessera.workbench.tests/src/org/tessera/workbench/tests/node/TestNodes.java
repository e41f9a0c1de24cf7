package org.tessera.workbench.tests.node;

import java.io.File;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** Nodes made of two lambdas. */
final class TestNodes {
    private TestNodes() {}

    /** What a node does on configure. */
    interface Configure {
        PortObjectSpec[] run(Model model, PortObjectSpec[] specs) throws InvalidSettingsException;
    }

    /** What a node does on execute. */
    interface Execute {
        PortObject[] run(Model model, PortObject[] inputs, ExecutionContext exec) throws Exception;
    }

    /** A model with one setting, {@code k}, an int of at least 1. */
    static class Model extends NodeModel {
        private final Configure configure;
        private final Execute execute;
        int k = 5;
        boolean wasReset;

        Model(PortType[] inputs, PortType[] outputs, Configure configure, Execute execute) {
            super(inputs, outputs);
            this.configure = configure;
            this.execute = execute;
        }

        void warn(String text) {
            setWarningMessage(text);
        }

        @Override
        protected PortObjectSpec[] configure(PortObjectSpec[] specs) throws InvalidSettingsException {
            return configure.run(this, specs);
        }

        @Override
        protected PortObject[] execute(PortObject[] inputs, ExecutionContext exec) throws Exception {
            return execute.run(this, inputs, exec);
        }

        @Override
        protected void saveSettingsTo(NodeSettingsWO settings) {
            settings.addInt("k", k);
        }

        @Override
        protected void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
            if (settings.getInt("k") < 1) {
                throw new InvalidSettingsException("k = " + settings.getInt("k") + ": choose at least 1");
            }
        }

        @Override
        protected void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException {
            k = settings.getInt("k");
        }

        @Override
        protected void reset() {
            wasReset = true;
        }

        @Override
        protected void loadInternals(File directory, ExecutionMonitor exec) {
            // keeps nothing
        }

        @Override
        protected void saveInternals(File directory, ExecutionMonitor exec) {
            // keeps nothing
        }
    }

    /** A factory of nodes with fixed ports. */
    static NodeFactory<Model> factory(PortType[] inputs, PortType[] outputs, Configure configure, Execute execute) {
        return factory(() -> new Model(inputs, outputs, configure, execute));
    }

    /** A factory of given models. */
    static NodeFactory<Model> factory(Supplier<Model> models) {
        return new NodeFactory<>() {
            @Override
            public Model createNodeModel() {
                return models.get();
            }
        };
    }

    /** A factory of nodes that do nothing, with groups of ports. */
    abstract static class GroupsFactory extends ConfigurableNodeFactory<Model> {
        protected abstract void declare(PortsConfigurationBuilder builder);

        @Override
        protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
            PortsConfigurationBuilder builder = new PortsConfigurationBuilder();
            declare(builder);
            return Optional.of(builder);
        }

        @Override
        protected Model createNodeModel(NodeCreationConfiguration config) {
            PortsConfiguration ports = config.getPortConfig().orElseThrow();
            return new Model(ports.getInputPorts(), ports.getOutputPorts(), (m, s) -> null, (m, o, e) -> null);
        }
    }
}
