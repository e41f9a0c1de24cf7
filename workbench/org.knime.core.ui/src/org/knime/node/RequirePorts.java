package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;

/** The stage of a node's declaration that takes its ports, in the order in which they appear. */
public interface RequirePorts {

    /**
     * Declares ports that are always there.
     *
     * @param ports adds the ports
     * @return the next stage
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new FixedPortsAdder(groups)));
    }

    /**
     * Declares groups of ports, some of which the user may add or remove.
     *
     * @param ports adds the groups
     * @return the next stage
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds ports that are always there. */
    interface PortsAdder {

        /**
         * @param name the port's name
         * @param description what it expects
         * @param portType its type
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType portType);

        /**
         * @param name the port's name
         * @param description what it gives
         * @param portType its type
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType portType);

        /**
         * @param name the port's name
         * @param description what it expects
         * @return this
         */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * @param name the port's name
         * @param description what it gives
         * @return this
         */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds groups of ports; a group's id is stored in workflows. */
    interface DynamicPortsAdder {

        /**
         * @param groupId the group's id
         * @param groupConfiguration declares the group
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(
                String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * @param groupId the group's id
         * @param groupConfiguration declares the group
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(
                String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration);
    }

    /** The stage that takes the name of a group's ports. */
    interface RequirePortName {

        /**
         * @param name the name
         * @return the next stage
         */
        RequirePortDescription name(String name);
    }

    /** The stage that takes the description of a group's ports. */
    interface RequirePortDescription {

        /**
         * @param description the description
         * @return the next stage
         */
        RequireConfigurablePortMode description(String description);
    }

    /** The stage that takes how many ports a group has and of which types. */
    interface RequireConfigurablePortMode {

        /**
         * Declares one port that is always there.
         *
         * @param portType its type
         * @return the last stage
         */
        FinalConfigurablePort fixed(PortType portType);

        /** @return the next stage of a group of any number of ports */
        RequireSupportedTypes<ExtendableConfigurablePort> extendable();
    }

    /**
     * The stage that takes the types that the ports of a group may have.
     *
     * @param <T> the next stage
     */
    interface RequireSupportedTypes<T> {

        /**
         * @param portTypes the types
         * @return the next stage
         */
        T supportedTypes(PortType... portTypes);
    }

    /** A declared group of ports. */
    sealed interface ConfigurablePort permits FinalConfigurablePort, ExtendableConfigurablePort {

        /** A group that needs nothing more. */
        final class FinalConfigurablePort implements ConfigurablePort {

            /** Creates the last stage. */
            public FinalConfigurablePort() {
                super();
            }
        }

        /** A group of any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /**
             * Declares ports that are there at first and can be removed.
             *
             * @param portTypes their types, at least one
             * @return this
             */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }
    }
}
