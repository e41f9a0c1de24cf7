package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A group whose ports can be changed. */
public interface ConfigurablePortGroup extends PortGroupConfiguration {
    /**
     * Returns what can be chosen.
     *
     * @return the types
     */
    PortType[] getSupportedPortTypes();
}
