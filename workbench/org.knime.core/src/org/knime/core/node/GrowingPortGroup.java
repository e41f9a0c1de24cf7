package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** A group with fixed ports and ports that are added up to a limit; it stores the added ones. */
final class GrowingPortGroup implements ExtendablePortGroup {
    private final List<PortType> fixed;
    private final List<PortType> supported;
    private final PortSides sides;
    private final int limit;
    private final List<PortType> added = new ArrayList<>();

    GrowingPortGroup(
            final List<PortType> fixed, final List<PortType> supported, final PortSides sides, final int limit) {
        this.fixed = fixed;
        this.supported = supported;
        this.sides = sides;
        this.limit = limit;
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
    public PortType[] getSupportedPortTypes() {
        return supported.toArray(PortType[]::new);
    }

    @Override
    public boolean canAddPort() {
        return added.size() < limit;
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !added.isEmpty();
    }

    @Override
    public void addPort(final PortType type) {
        added.add(type);
    }

    @Override
    public PortType removeLastPort() {
        return added.remove(added.size() - 1);
    }

    @Override
    public PortType removePort(final int portIndex) {
        return added.remove(removable(portIndex, fixed.size(), added.size()));
    }

    static int removable(final int portIndex, final int fixed, final int added) {
        if (portIndex < fixed || portIndex >= fixed + added) {
            throw new IllegalArgumentException("Port at index " + portIndex + " cannot be removed. There are " + fixed
                    + " fixed ports and " + added + " behind them.");
        }
        return portIndex - fixed;
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
        final GrowingPortGroup copy = new GrowingPortGroup(fixed, supported, sides, limit);
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
        if (loaded.size() > limit) {
            throw new InvalidSettingsException("Port group \"" + settings.getKey() + "\" takes at most " + limit
                    + " more ports, the settings have " + loaded.size());
        }
        added.clear();
        added.addAll(loaded);
    }
}
