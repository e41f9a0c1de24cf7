package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.BoundExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

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

        /**
         * Adds a group whose ports exist on both sides.
         *
         * @param groupId the group's id
         * @param groupConfiguration declares the group
         * @return this
         */
        DynamicPortsAdder addInputAndOutputPortGroup(
                String groupId, Function<RequireInputPortName, ConfigurablePort> groupConfiguration);
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

    /** The stage that takes the name of the input ports of a group on both sides. */
    interface RequireInputPortName {

        /**
         * @param name the name
         * @return the next stage
         */
        RequireInputPortDescription inputName(String name);
    }

    /** The stage that takes the description of the input ports of a group on both sides. */
    interface RequireInputPortDescription {

        /**
         * @param description the description
         * @return the next stage
         */
        RequireOutputPortName inputDescription(String description);
    }

    /** The stage that takes the name of the output ports of a group on both sides. */
    interface RequireOutputPortName {

        /**
         * @param name the name
         * @return the next stage
         */
        RequireOutputPortDescription outputName(String name);
    }

    /** The stage that takes the description of the output ports of a group on both sides. */
    interface RequireOutputPortDescription {

        /**
         * @param description the description
         * @return the next stage
         */
        RequireConfigurablePortMode outputDescription(String description);
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

        /** @return the next stage of a group of one port or none */
        RequireSupportedTypes<OptionalConfigurablePort> optional();

        /** @return the next stage of a group of any number of ports */
        RequireSupportedTypes<ExtendableConfigurablePort> extendable();

        /**
         * Declares a group that has as many ports as another one, of the same types.
         *
         * @param groupId the id of the other group, declared before
         * @return the next stage
         */
        BoundExtendableConfigurablePort boundExtendable(String groupId);

        /**
         * Declares one port whose type can be changed.
         *
         * @param defaultType the type at first
         * @return the next stage
         */
        RequireSupportedTypes<FinalConfigurablePort> exchangable(PortType defaultType);
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

        /**
         * @param portTypePredicate accepts the types
         * @return the next stage
         */
        T supportedTypes(Predicate<PortType> portTypePredicate);
    }

    /** A declared group of ports. */
    sealed interface ConfigurablePort
            permits FinalConfigurablePort,
                    OptionalConfigurablePort,
                    ExtendableConfigurablePort,
                    BoundExtendableConfigurablePort {

        /** A group that needs nothing more. */
        final class FinalConfigurablePort implements ConfigurablePort {

            /** Creates the last stage. */
            public FinalConfigurablePort() {
                super();
            }
        }

        /** A group of one port or none. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /**
             * Makes the port be there at first.
             *
             * @param defaultPortType its type
             * @return the last stage
             */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** A group of any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /**
             * Declares ports that cannot be removed.
             *
             * @param portTypes their types, at least one
             * @return this
             */
            ExtendableConfigurablePort fixedTypes(PortType... portTypes);

            /**
             * Declares ports that are there at first and can be removed.
             *
             * @param portTypes their types, at least one
             * @return this
             */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }

        /** A group that has as many ports as another one. */
        non-sealed interface BoundExtendableConfigurablePort extends ConfigurablePort {

            /**
             * Declares that some ports cannot be removed.
             *
             * @param numPorts how many, at least one
             * @return this
             */
            BoundExtendableConfigurablePort fixedNumPorts(int numPorts);

            /**
             * Declares that some more ports are there at first.
             *
             * @param numPorts how many, at least one
             * @return this
             */
            BoundExtendableConfigurablePort defaultNumPorts(int numPorts);
        }
    }
}
