package org.knime.core.node;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

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

    @Override
    protected abstract NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig);

    /**
     * Is not used.
     *
     * @throws UnsupportedOperationException always: the ports must be known
     */
    @Override
    public T createNodeModel() {
        throw new UnsupportedOperationException("Method invocation not supported by ConfigurableNodeFactory");
    }

    /**
     * Is not used.
     *
     * @throws UnsupportedOperationException always: the ports must be known
     */
    @Override
    protected NodeDialogPane createNodeDialogPane() {
        throw new UnsupportedOperationException("Method invocation not supported by ConfigurableNodeFactory");
    }

    /** Declares groups of ports. Ports are numbered in the order of declaration. Names must be unique and not empty. */
    protected static final class PortsConfigurationBuilder {
        private final Map<String, PortGroupConfiguration> groups = new LinkedHashMap<>();
        private final Set<String> nonInteractive = new HashSet<>();

        /** Creates a builder without groups. */
        public PortsConfigurationBuilder() {}

        private ModifiablePortsConfiguration build() {
            final Set<String> fixed = Set.copyOf(nonInteractive);
            return new PortGroups(groups, name -> !fixed.contains(name)).copy();
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
         * Adds ports at both sides that are always there.
         *
         * @param name the group's name
         * @param types the types, at least one
         */
        public void addFixedPortGroup(final String name, final PortType... types) {
            fixed(name, types, PortSides.BOTH);
        }

        /**
         * Adds inputs to which more can be added.
         *
         * @param name the group's name
         * @param supported the types that can be added, at least one
         */
        public void addExtendableInputPortGroup(final String name, final PortType... supported) {
            extendable(name, new PortType[0], new PortType[0], supported, PortSides.INPUT);
        }

        /**
         * Adds inputs to which more can be added.
         *
         * @param name the group's name
         * @param supported tells the types that can be added
         */
        public void addExtendableInputPortGroup(final String name, final Predicate<PortType> supported) {
            extendable(name, new PortType[0], new PortType[0], available(supported), PortSides.INPUT);
        }

        /**
         * Adds inputs, some always there, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param supported the types that can be added, at least one
         */
        public void addExtendableInputPortGroup(
                final String name, final PortType[] fixed, final PortType... supported) {
            extendable(name, fixed, new PortType[0], supported, PortSides.INPUT);
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
         * Adds inputs, some always there and some at first, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param defaults the types that are there at first
         * @param supported tells the types that can be added
         */
        public void addExtendableInputPortGroupWithDefault(
                final String name,
                final PortType[] fixed,
                final PortType[] defaults,
                final Predicate<PortType> supported) {
            extendable(name, fixed, defaults, available(supported), PortSides.INPUT);
        }

        /**
         * Adds outputs to which more can be added.
         *
         * @param name the group's name
         * @param supported the types that can be added, at least one
         */
        public void addExtendableOutputPortGroup(final String name, final PortType... supported) {
            extendable(name, new PortType[0], new PortType[0], supported, PortSides.OUTPUT);
        }

        /**
         * Adds outputs to which more can be added.
         *
         * @param name the group's name
         * @param supported tells the types that can be added
         */
        public void addExtendableOutputPortGroup(final String name, final Predicate<PortType> supported) {
            extendable(name, new PortType[0], new PortType[0], available(supported), PortSides.OUTPUT);
        }

        /**
         * Adds outputs, some always there, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param supported the types that can be added, at least one
         */
        public void addExtendableOutputPortGroup(
                final String name, final PortType[] fixed, final PortType... supported) {
            extendable(name, fixed, new PortType[0], supported, PortSides.OUTPUT);
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

        /**
         * Adds outputs, some always there and some at first, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param defaults the types that are there at first
         * @param supported tells the types that can be added
         */
        public void addExtendableOutputPortGroupWithDefault(
                final String name,
                final PortType[] fixed,
                final PortType[] defaults,
                final Predicate<PortType> supported) {
            extendable(name, fixed, defaults, available(supported), PortSides.OUTPUT);
        }

        /**
         * Adds ports at both sides to which more can be added.
         *
         * @param name the group's name
         * @param supported the types that can be added, at least one
         */
        public void addExtendablePortGroup(final String name, final PortType... supported) {
            extendable(name, new PortType[0], new PortType[0], supported, PortSides.BOTH);
        }

        /**
         * Adds ports at both sides to which more can be added.
         *
         * @param name the group's name
         * @param supported tells the types that can be added
         */
        public void addExtendablePortGroup(final String name, final Predicate<PortType> supported) {
            extendable(name, new PortType[0], new PortType[0], available(supported), PortSides.BOTH);
        }

        /**
         * Adds ports at both sides, some always there, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param supported the types that can be added, at least one
         */
        public void addExtendablePortGroup(final String name, final PortType[] fixed, final PortType... supported) {
            extendable(name, fixed, new PortType[0], supported, PortSides.BOTH);
        }

        /**
         * Adds ports at both sides, some always there and some at first, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param defaults the types that are there at first
         * @param supported the types that can be added, at least one
         */
        public void addExtendablePortGroupWithDefault(
                final String name, final PortType[] fixed, final PortType[] defaults, final PortType... supported) {
            extendable(name, fixed, defaults, supported, PortSides.BOTH);
        }

        /**
         * Adds ports at both sides, some always there and some at first, to which more can be added.
         *
         * @param name the group's name
         * @param fixed the types that are always there
         * @param defaults the types that are there at first
         * @param supported tells the types that can be added
         */
        public void addExtendablePortGroupWithDefault(
                final String name,
                final PortType[] fixed,
                final PortType[] defaults,
                final Predicate<PortType> supported) {
            extendable(name, fixed, defaults, available(supported), PortSides.BOTH);
        }

        /**
         * Adds inputs that the node itself adds and removes.
         *
         * @param name the group's name
         * @param supported tells the types that can be added
         */
        public void addNonInteractiveExtendableInputPortGroup(final String name, final Predicate<PortType> supported) {
            addExtendableInputPortGroup(name, supported);
            nonInteractive.add(name);
        }

        /**
         * Adds outputs that the node itself adds and removes.
         *
         * @param name the group's name
         * @param supported tells the types that can be added
         */
        public void addNonInteractiveExtendableOutputPortGroup(final String name, final Predicate<PortType> supported) {
            addExtendableOutputPortGroup(name, supported);
            nonInteractive.add(name);
        }

        /**
         * Adds an input that can be added and removed.
         *
         * @param name the group's name
         * @param types the types it can have, at least one; subtypes are taken too
         */
        public void addOptionalInputPortGroup(final String name, final PortType... types) {
            optional(name, null, types, PortSides.INPUT);
        }

        /**
         * Adds an input that can be added and removed.
         *
         * @param name the group's name
         * @param types tells the types it can have
         */
        public void addOptionalInputPortGroup(final String name, final Predicate<PortType> types) {
            optional(name, null, available(types), PortSides.INPUT);
        }

        /**
         * Adds an input that is there at first and can be removed.
         *
         * @param name the group's name
         * @param first the type it has at first, null for no port at first
         * @param types the types it can have, the first among them; subtypes are taken too
         */
        public void addOptionalInputPortGroupWithDefault(
                final String name, final PortType first, final PortType... types) {
            optional(name, first, types, PortSides.INPUT);
        }

        /**
         * Adds an input that is there at first and can be removed.
         *
         * @param name the group's name
         * @param first the type it has at first, null for no port at first
         * @param types tells the types it can have
         */
        public void addOptionalInputPortGroupWithDefault(
                final String name, final PortType first, final Predicate<PortType> types) {
            optional(name, first, available(types), PortSides.INPUT);
        }

        /**
         * Adds an output that can be added and removed.
         *
         * @param name the group's name
         * @param types the types it can have, at least one; subtypes are taken too
         */
        public void addOptionalOutputPortGroup(final String name, final PortType... types) {
            optional(name, null, types, PortSides.OUTPUT);
        }

        /**
         * Adds an output that can be added and removed.
         *
         * @param name the group's name
         * @param types tells the types it can have
         */
        public void addOptionalOutputPortGroup(final String name, final Predicate<PortType> types) {
            optional(name, null, available(types), PortSides.OUTPUT);
        }

        /**
         * Adds an output that is there at first and can be removed.
         *
         * @param name the group's name
         * @param first the type it has at first, null for no port at first
         * @param types the types it can have, the first among them; subtypes are taken too
         */
        public void addOptionalOutputPortGroupWithDefault(
                final String name, final PortType first, final PortType... types) {
            optional(name, first, types, PortSides.OUTPUT);
        }

        /**
         * Adds an output that is there at first and can be removed.
         *
         * @param name the group's name
         * @param first the type it has at first, null for no port at first
         * @param types tells the types it can have
         */
        public void addOptionalOutputPortGroupWithDefault(
                final String name, final PortType first, final Predicate<PortType> types) {
            optional(name, first, available(types), PortSides.OUTPUT);
        }

        /**
         * Adds a port at both sides that can be added and removed.
         *
         * @param name the group's name
         * @param types the types it can have, at least one; subtypes are taken too
         */
        public void addOptionalPortGroup(final String name, final PortType... types) {
            optional(name, null, types, PortSides.BOTH);
        }

        /**
         * Adds a port at both sides that can be added and removed.
         *
         * @param name the group's name
         * @param types tells the types it can have
         */
        public void addOptionalPortGroup(final String name, final Predicate<PortType> types) {
            optional(name, null, available(types), PortSides.BOTH);
        }

        /**
         * Adds a port at both sides that is there at first and can be removed.
         *
         * @param name the group's name
         * @param first the type it has at first, null for no port at first
         * @param types the types it can have, the first among them; subtypes are taken too
         */
        public void addOptionalPortGroupWithDefault(final String name, final PortType first, final PortType... types) {
            optional(name, first, types, PortSides.BOTH);
        }

        /**
         * Adds a port at both sides that is there at first and can be removed.
         *
         * @param name the group's name
         * @param first the type it has at first, null for no port at first
         * @param types tells the types it can have
         */
        public void addOptionalPortGroupWithDefault(
                final String name, final PortType first, final Predicate<PortType> types) {
            optional(name, first, available(types), PortSides.BOTH);
        }

        /**
         * Adds inputs of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         * @param fixed how many are always there
         * @param defaults how many more are there at first
         */
        public void addBoundExtendableInputPortGroupWithDefault(
                final String name, final String boundTo, final int fixed, final int defaults) {
            bound(name, boundTo, fixed, defaults, PortSides.INPUT);
        }

        /**
         * Adds inputs of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         * @param fixed how many are always there
         */
        public void addBoundExtendableInputPortGroup(final String name, final String boundTo, final int fixed) {
            bound(name, boundTo, fixed, 0, PortSides.INPUT);
        }

        /**
         * Adds inputs of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         */
        public void addBoundExtendableInputPortGroup(final String name, final String boundTo) {
            bound(name, boundTo, 0, 0, PortSides.INPUT);
        }

        /**
         * Adds outputs of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         * @param fixed how many are always there
         * @param defaults how many more are there at first
         */
        public void addBoundExtendableOutputPortGroupWithDefault(
                final String name, final String boundTo, final int fixed, final int defaults) {
            bound(name, boundTo, fixed, defaults, PortSides.OUTPUT);
        }

        /**
         * Adds outputs of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         * @param fixed how many are always there
         */
        public void addBoundExtendableOutputPortGroup(final String name, final String boundTo, final int fixed) {
            bound(name, boundTo, fixed, 0, PortSides.OUTPUT);
        }

        /**
         * Adds outputs of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         */
        public void addBoundExtendableOutputPortGroup(final String name, final String boundTo) {
            bound(name, boundTo, 0, 0, PortSides.OUTPUT);
        }

        /**
         * Adds ports at both sides of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         * @param fixed how many are always there
         * @param defaults how many more are there at first
         */
        public void addBoundExtendablePortGroupWithDefault(
                final String name, final String boundTo, final int fixed, final int defaults) {
            bound(name, boundTo, fixed, defaults, PortSides.BOTH);
        }

        /**
         * Adds ports at both sides of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         * @param fixed how many are always there
         */
        public void addBoundExtendablePortGroup(final String name, final String boundTo, final int fixed) {
            bound(name, boundTo, fixed, 0, PortSides.BOTH);
        }

        /**
         * Adds ports at both sides of the same type as the first port of another group.
         *
         * @param name the group's name
         * @param boundTo the other group's name
         */
        public void addBoundExtendablePortGroup(final String name, final String boundTo) {
            bound(name, boundTo, 0, 0, PortSides.BOTH);
        }

        /**
         * Adds an input whose type can be chosen.
         *
         * @param name the group's name
         * @param first the type it has at first
         * @param supported the types it can have, at least two, the first among them
         */
        public void addExchangeableInputPortGroup(
                final String name, final PortType first, final PortType... supported) {
            exchangeable(name, first, supported, PortSides.INPUT);
        }

        /**
         * Adds an input whose type can be chosen.
         *
         * @param name the group's name
         * @param first the type it has at first
         * @param supported tells the types it can have
         */
        public void addExchangeableInputPortGroup(
                final String name, final PortType first, final Predicate<PortType> supported) {
            exchangeable(name, first, available(supported), PortSides.INPUT);
        }

        /**
         * Adds an output whose type can be chosen.
         *
         * @param name the group's name
         * @param first the type it has at first
         * @param supported the types it can have, at least two, the first among them
         */
        public void addExchangeableOutputPortGroup(
                final String name, final PortType first, final PortType... supported) {
            exchangeable(name, first, supported, PortSides.OUTPUT);
        }

        /**
         * Adds an output whose type can be chosen.
         *
         * @param name the group's name
         * @param first the type it has at first
         * @param supported tells the types it can have
         */
        public void addExchangeableOutputPortGroup(
                final String name, final PortType first, final Predicate<PortType> supported) {
            exchangeable(name, first, available(supported), PortSides.OUTPUT);
        }

        /**
         * Adds a port at both sides whose type can be chosen.
         *
         * @param name the group's name
         * @param first the type it has at first
         * @param supported the types it can have, at least two, the first among them
         */
        public void addExchangeablePortGroup(final String name, final PortType first, final PortType... supported) {
            exchangeable(name, first, supported, PortSides.BOTH);
        }

        /**
         * Adds a port at both sides whose type can be chosen.
         *
         * @param name the group's name
         * @param first the type it has at first
         * @param supported tells the types it can have
         */
        public void addExchangeablePortGroup(
                final String name, final PortType first, final Predicate<PortType> supported) {
            exchangeable(name, first, available(supported), PortSides.BOTH);
        }

        private static PortType[] available(final Predicate<PortType> predicate) {
            return PortTypeRegistry.getInstance().availablePortTypes().stream()
                    .filter(predicate)
                    .toArray(PortType[]::new);
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
            final ExtendablePortGroup group = new GrowingPortGroup(List.of(fixed), allowed, sides, Integer.MAX_VALUE);
            Stream.of(defaults).forEach(group::addPort);
            groups.put(name, group);
        }

        private void optional(final String name, final PortType first, final PortType[] types, final PortSides sides) {
            checkName(name);
            checkTypes(types);
            check(types.length > 0, "The optional ports have to contain at least one element");
            check(
                    first == null || Arrays.asList(types).contains(first),
                    "The optional port types have to contain the default port type");
            final List<PortType> allowed = Stream.of(types)
                    .flatMap(type -> PortTypeRegistry.getInstance().availablePortTypes().stream()
                            .filter(known -> !known.isHidden() && type.isSuperTypeOf(known)))
                    .distinct()
                    .toList();
            final ExtendablePortGroup group = new GrowingPortGroup(List.of(), allowed, sides, 1);
            if (first != null) {
                group.addPort(first);
            }
            groups.put(name, group);
        }

        private void bound(
                final String name, final String boundTo, final int fixed, final int defaults, final PortSides sides) {
            checkName(name);
            check(groups.containsKey(boundTo), "A port group to bind with that given name does not exists");
            check(fixed >= 0 && defaults >= 0, "Numbers of ports must not be negative");
            groups.put(name, new BoundPortGroup(boundTo, groups, sides, fixed, defaults));
        }

        private void exchangeable(
                final String name, final PortType first, final PortType[] supported, final PortSides sides) {
            checkName(name);
            checkTypes(supported);
            check(supported.length > 1, "The supported types have to contain at least two elements");
            check(
                    Arrays.asList(supported).contains(first),
                    "The supported port types have to contain the default port type");
            groups.put(name, new OneTypePortGroup(first, List.of(supported), sides));
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
