package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** A group with fixed ports and ports that are added; it stores the added ones. */
final class GrowingPortGroup implements ExtendablePortGroup {
    private final List<PortType> fixed;
    private final List<PortType> supported;
    private final PortSides sides;
    private final List<PortType> added = new ArrayList<>();

    GrowingPortGroup(final List<PortType> fixed, final List<PortType> supported, final PortSides sides) {
        this.fixed = fixed;
        this.supported = supported;
        this.sides = sides;
    }

    @Override
    public PortType[] getFixedPorts() {
        return fixed.toArray(PortType[]::new);
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return added.toArray(PortType[]::new);
    }

    @Override
    public void addPort(final PortType type) {
        added.add(type);
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
        final GrowingPortGroup copy = new GrowingPortGroup(fixed, supported, sides);
        copy.added.addAll(added);
        return copy;
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        for (int i = 0; i < added.size(); i++) {
            added.get(i).save(settings.addNodeSettings("port_" + i));
        }
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        final List<PortType> loaded = new ArrayList<>();
        for (final String key : settings.keySet()) {
            final PortType type = PortType.load(settings.getNodeSettings(key));
            if (!supported.contains(type)) {
                throw new InvalidSettingsException("Port group \"" + settings.getKey()
                        + "\" does not take ports of type \"" + type.getName() + "\"");
            }
            loaded.add(type);
        }
        added.clear();
        added.addAll(loaded);
    }
}
