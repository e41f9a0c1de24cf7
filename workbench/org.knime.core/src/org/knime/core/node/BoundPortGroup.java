package org.knime.core.node;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/**
 * A group of equal ports whose type is that of the first port of another group. When that type changes, the group has
 * as many ports as before, of the new type; without a type it has none.
 */
final class BoundPortGroup implements ExtendablePortGroup {
    private final String boundTo;
    private final Map<String, PortGroupConfiguration> groups;
    private final PortSides sides;
    private final int limit;
    private int fixed;
    private int count;

    BoundPortGroup(
            final String boundTo,
            final Map<String, PortGroupConfiguration> groups,
            final PortSides sides,
            final int fixed,
            final int defaults) {
        this.boundTo = boundTo;
        this.groups = groups;
        this.sides = sides;
        this.limit = Integer.MAX_VALUE - fixed;
        this.fixed = fixed;
        this.count = fixed + defaults;
    }

    private List<PortType> type() {
        final PortGroupConfiguration bound = groups.get(boundTo);
        final PortType[] types = bound.definesInputPorts() ? bound.getInputPorts() : bound.getOutputPorts();
        return types.length == 0 ? List.of() : List.of(types[0]);
    }

    @Override
    public PortType[] getFixedPorts() {
        return new PortType[0];
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return type().stream()
                .flatMap(type -> Collections.nCopies(count, type).stream())
                .toArray(PortType[]::new);
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return type().toArray(PortType[]::new);
    }

    @Override
    public boolean canAddPort() {
        return !type().isEmpty() && count < limit;
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !type().isEmpty() && count > fixed;
    }

    @Override
    public void addPort(final PortType type) {
        count++;
    }

    @Override
    public PortType removeLastPort() {
        return removePort(count - 1);
    }

    @Override
    public PortType removePort(final int portIndex) {
        GrowingPortGroup.removable(portIndex, fixed, count - fixed);
        count--;
        return type().get(0);
    }

    @Override
    public boolean definesInputPorts() {
        return sides.input();
    }

    @Override
    public boolean definesOutputPorts() {
        return sides.output();
    }

    @Override
    public PortGroupConfiguration copy() {
        return copyInto(groups);
    }

    PortGroupConfiguration copyInto(final Map<String, PortGroupConfiguration> otherGroups) {
        return new BoundPortGroup(boundTo, otherGroups, sides, fixed, count - fixed);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        settings.addString("boundTo", boundTo);
        settings.addInt("fixedPortNumber", fixed);
        settings.addInt("lastConfiguredPortNumber", count);
        settings.addInt("configuredPortNumber", getConfiguredPorts().length);
        type().forEach(type -> type.save(settings.addNodeSettings("portType")));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        fixed = settings.getInt("fixedPortNumber");
        final boolean typed = settings.containsKey("portType");
        count = settings.getInt(typed ? "configuredPortNumber" : "lastConfiguredPortNumber");
        if (fixed < 0 || count < fixed || count > limit) {
            throw new InvalidSettingsException("Port group \"" + settings.getKey() + "\" cannot have " + count
                    + " ports, " + fixed + " of them fixed");
        }
    }
}
