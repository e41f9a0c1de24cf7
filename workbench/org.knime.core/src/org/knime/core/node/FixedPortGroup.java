package org.knime.core.node;

import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** A group whose ports are always there; it stores nothing. */
final class FixedPortGroup implements PortGroupConfiguration {
    private final PortType[] types;
    private final PortSides sides;

    FixedPortGroup(final PortType[] types, final PortSides sides) {
        this.types = types.clone();
        this.sides = sides;
    }

    @Override
    public PortType[] getInputPorts() {
        if (!definesInputPorts()) {
            throw UNSUPPORTED_INPUT_OPERATION;
        }
        return types.clone();
    }

    @Override
    public PortType[] getOutputPorts() {
        if (!definesOutputPorts()) {
            throw UNSUPPORTED_OUTPUT_OPERATION;
        }
        return types.clone();
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
        return this;
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        // fixed ports are declared, not chosen
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) {
        // fixed ports are declared, not chosen
    }
}
