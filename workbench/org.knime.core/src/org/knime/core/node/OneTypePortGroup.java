package org.knime.core.node;

import java.util.List;
import org.knime.core.node.context.ports.ExchangeablePortGroup;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** A group of one port whose type is chosen; it stores the type. */
final class OneTypePortGroup implements ExchangeablePortGroup {
    private final List<PortType> supported;
    private final PortSides sides;
    private PortType selected;

    OneTypePortGroup(final PortType selected, final List<PortType> supported, final PortSides sides) {
        this.selected = selected;
        this.supported = supported;
        this.sides = sides;
    }

    @Override
    public PortType getSelectedPortType() {
        return selected;
    }

    @Override
    public void setSelectedPortType(final PortType type) {
        selected = type;
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return supported.toArray(PortType[]::new);
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
        return new OneTypePortGroup(selected, supported, sides);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        selected.save(settings);
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        final PortType type = PortType.load(settings);
        if (!supported.contains(type)) {
            throw new InvalidSettingsException(
                    "Port group \"" + settings.getKey() + "\" does not take ports of type \"" + type.getName() + "\"");
        }
        selected = type;
    }
}
