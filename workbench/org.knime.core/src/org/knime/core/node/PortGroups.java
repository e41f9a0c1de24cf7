package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.node.context.ports.ExchangeablePortGroup;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** The port groups of one node. */
final class PortGroups implements ModifiablePortsConfiguration {
    private final Map<String, PortGroupConfiguration> groups;
    private final Predicate<String> interactive;

    PortGroups(final Map<String, PortGroupConfiguration> groups, final Predicate<String> interactive) {
        this.groups = groups;
        this.interactive = interactive;
    }

    @Override
    public PortType[] getInputPorts() {
        return ports(PortGroupConfiguration::definesInputPorts, PortGroupConfiguration::getInputPorts);
    }

    @Override
    public PortType[] getOutputPorts() {
        return ports(PortGroupConfiguration::definesOutputPorts, PortGroupConfiguration::getOutputPorts);
    }

    private PortType[] ports(
            final Predicate<PortGroupConfiguration> defines, final Function<PortGroupConfiguration, PortType[]> ports) {
        return groups.values().stream()
                .filter(defines)
                .map(ports)
                .flatMap(Stream::of)
                .toArray(PortType[]::new);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return location(PortGroupConfiguration::definesInputPorts, PortGroupConfiguration::getInputPorts);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return location(PortGroupConfiguration::definesOutputPorts, PortGroupConfiguration::getOutputPorts);
    }

    private Map<String, int[]> location(
            final Predicate<PortGroupConfiguration> defines, final Function<PortGroupConfiguration, PortType[]> ports) {
        final Map<String, int[]> location = new LinkedHashMap<>();
        int next = 0;
        for (final Map.Entry<String, PortGroupConfiguration> group : groups.entrySet()) {
            final int count = defines.test(group.getValue()) ? ports.apply(group.getValue()).length : 0;
            if (count > 0) {
                location.put(group.getKey(), IntStream.range(next, next + count).toArray());
                next += count;
            }
        }
        return location;
    }

    @Override
    public List<String> getPortGroupNames() {
        return List.copyOf(groups.keySet());
    }

    @Override
    public Map<String, ExtendablePortGroup> getExtendablePorts() {
        return ofKind(ExtendablePortGroup.class);
    }

    @Override
    public Map<String, ExchangeablePortGroup> getExchangeablePorts() {
        return ofKind(ExchangeablePortGroup.class);
    }

    private <G extends PortGroupConfiguration> Map<String, G> ofKind(final Class<G> kind) {
        final Map<String, G> found = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            if (kind.isInstance(group)) {
                found.put(name, kind.cast(group));
            }
        });
        return found;
    }

    @Override
    public PortGroupConfiguration getGroup(final String name) {
        final PortGroupConfiguration group = groups.get(name);
        if (group == null) {
            throw new NoSuchElementException("There is no group called '" + name + "'");
        }
        return group;
    }

    @Override
    public boolean isInteractive(final String name) {
        return interactive.test(name);
    }

    @Override
    public ModifiablePortsConfiguration copy() {
        final Map<String, PortGroupConfiguration> copies = new LinkedHashMap<>();
        groups.forEach((name, group) ->
                copies.put(name, group instanceof BoundPortGroup bound ? bound.copyInto(copies) : group.copy()));
        return new PortGroups(copies, interactive);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        groups.forEach((name, group) -> group.saveSettingsTo(settings.addNodeSettings(name)));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final Map.Entry<String, PortGroupConfiguration> group : groups.entrySet()) {
            if (settings.containsKey(group.getKey())) {
                group.getValue().loadSettingsFrom(settings.getNodeSettings(group.getKey()));
            }
        }
    }
}
