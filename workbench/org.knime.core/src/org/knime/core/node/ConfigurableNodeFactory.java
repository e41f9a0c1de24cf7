package org.knime.core.node;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/**
 * A factory of a node whose ports can be added, removed or exchanged.
 *
 * @param <T> the model of the node
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {
    /** For subclasses. */
    protected ConfigurableNodeFactory() {}

    /**
     * For subclasses.
     *
     * @param lazyInitialization whether the description is created when it is needed
     */
    protected ConfigurableNodeFactory(final boolean lazyInitialization) {
        super(lazyInitialization);
    }

    /**
     * Declares the groups of ports.
     *
     * @return the groups, empty for a node without a choice
     */
    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    /**
     * Returns the ports a new node has.
     *
     * @return a new configuration
     */
    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        return new ModifiableNodeCreationConfiguration(
                createPortsConfigBuilder().map(PortsConfigurationBuilder::build).orElse(null));
    }

    @Override
    protected abstract T createNodeModel(NodeCreationConfiguration creationConfig);

    /**
     * Is not used.
     *
     * @throws UnsupportedOperationException always: the ports must be known
     */
    @Override
    public T createNodeModel() {
        throw new UnsupportedOperationException("Method invocation not supported by ConfigurableNodeFactory");
    }

    /** Declares groups of ports. Ports are numbered in the order of declaration. Names must be unique and not empty. */
    protected static final class PortsConfigurationBuilder {
        private final Map<String, PortGroupConfiguration> groups = new LinkedHashMap<>();

        /** Creates a builder without groups. */
        public PortsConfigurationBuilder() {}

        private ModifiablePortsConfiguration build() {
            return new PortGroups(groups).copy();
        }

        /**
         * Adds inputs that are always there.
         *
         * @param name the group's name
         * @param types the types, at least one
         */
        public void addFixedInputPortGroup(final String name, final PortType... types) {
            fixed(name, types, PortSides.INPUT);
        }

        /**
         * Adds outputs that are always there.
         *
         * @param name the group's name
         * @param types the types, at least one
         */
        public void addFixedOutputPortGroup(final String name, final PortType... types) {
            fixed(name, types, PortSides.OUTPUT);
        }

        /**
         * Adds inputs, some always there and some at first, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param defaults the types that are there at first
         * @param supported the types that can be added, at least one
         */
        public void addExtendableInputPortGroupWithDefault(
                final String name, final PortType[] fixed, final PortType[] defaults, final PortType... supported) {
            extendable(name, fixed, defaults, supported, PortSides.INPUT);
        }

        /**
         * Adds outputs, some always there and some at first, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param defaults the types that are there at first
         * @param supported the types that can be added, at least one
         */
        public void addExtendableOutputPortGroupWithDefault(
                final String name, final PortType[] fixed, final PortType[] defaults, final PortType... supported) {
            extendable(name, fixed, defaults, supported, PortSides.OUTPUT);
        }

        private void fixed(final String name, final PortType[] types, final PortSides sides) {
            checkName(name);
            checkTypes(types);
            check(types.length > 0, "At least one static port type has to be set");
            groups.put(name, new FixedPortGroup(types, sides));
        }

        private void extendable(
                final String name,
                final PortType[] fixed,
                final PortType[] defaults,
                final PortType[] supported,
                final PortSides sides) {
            checkName(name);
            Stream.of(fixed, defaults, supported).forEach(PortsConfigurationBuilder::checkTypes);
            final List<PortType> allowed = List.of(supported);
            check(!allowed.isEmpty(), "The supported port types have to contain at least one element");
            check(
                    allowed.containsAll(Arrays.asList(fixed)),
                    "The supported port types have to contain all the static port types");
            check(
                    allowed.containsAll(Arrays.asList(defaults)),
                    "The supported port types have to contain all the default port types");
            final ExtendablePortGroup group = new GrowingPortGroup(List.of(fixed), allowed, sides);
            Stream.of(defaults).forEach(group::addPort);
            groups.put(name, group);
        }

        private void checkName(final String name) {
            check(name != null && !name.isEmpty(), "The group identifier has to contain at least one character");
            check(!groups.containsKey(name), "A port group with the given name already exists: " + name);
        }

        private static void checkTypes(final PortType[] types) {
            check(
                    types != null && !Arrays.asList(types).contains(null),
                    "Port types cannot be null and cannot contain null entries");
        }

        private static void check(final boolean holds, final String message) {
            if (!holds) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}
