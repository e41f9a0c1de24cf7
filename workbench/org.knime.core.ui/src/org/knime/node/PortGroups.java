package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.port.PortType;
import org.knime.node.PortGroup.Side;
import org.knime.node.PortGroup.Texts;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Collects the groups of a node's declaration. A group counts as soon as its mode and types are known. */
final class PortGroups implements DynamicPortsAdder {

    private final List<PortGroup> m_groups = new ArrayList<>();

    static List<PortGroup> collect(final Consumer<DynamicPortsAdder> declaration) {
        final PortGroups groups = new PortGroups();
        declaration.accept(groups);
        return List.copyOf(groups.m_groups);
    }

    @Override
    public DynamicPortsAdder addInputPortGroup(
            final String groupId, final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(name -> description -> new ModeStage(
                mode -> m_groups.add(new PortGroup(groupId, Side.INPUT, new Texts(name, description), null, mode))));
        return this;
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(
            final String groupId, final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        groupConfiguration.apply(name -> description -> new ModeStage(
                mode -> m_groups.add(new PortGroup(groupId, Side.OUTPUT, null, new Texts(name, description), mode))));
        return this;
    }

    // Takes the mode of a group.
    private record ModeStage(Consumer<PortMode> add) implements RequireConfigurablePortMode {

        @Override
        public FinalConfigurablePort fixed(final PortType portType) {
            add.accept(new PortModes.Fixed(portType));
            return new FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
            return types -> {
                final PortModes.Extendable mode = new PortModes.Extendable(types.clone());
                add.accept(mode);
                return new ExtendableStage(mode);
            };
        }
    }

    // Takes the ports that an extendable group has at first.
    private record ExtendableStage(PortModes.Extendable mode) implements ExtendableConfigurablePort {

        @Override
        public ExtendableConfigurablePort defaultNonFixedTypes(final PortType... portTypes) {
            mode.setDefault(atLeastOne(portTypes, "default non-fixed"));
            return this;
        }

        private static PortType[] atLeastOne(final PortType[] types, final String what) {
            if (types == null || types.length == 0) {
                throw new IllegalArgumentException("Name at least one " + what + " port type.");
            }
            return types.clone();
        }
    }
}
