package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A group of one port whose type can be chosen. */
public interface ExchangeablePortGroup extends ConfigurablePortGroup {
    /**
     * Sets the type.
     *
     * @param type one of the supported types
     */
    void setSelectedPortType(PortType type);

    /**
     * Returns the type.
     *
     * @return the type
     */
    PortType getSelectedPortType();

    @Override
    default PortType[] getInputPorts() {
        if (!definesInputPorts()) {
            throw UNSUPPORTED_INPUT_OPERATION;
        }
        return new PortType[] {getSelectedPortType()};
    }

    @Override
    default PortType[] getOutputPorts() {
        if (!definesOutputPorts()) {
            throw UNSUPPORTED_OUTPUT_OPERATION;
        }
        return new PortType[] {getSelectedPortType()};
    }
}
