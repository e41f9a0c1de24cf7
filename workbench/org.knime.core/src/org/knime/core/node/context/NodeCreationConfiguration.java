package org.knime.core.node.context;

import java.util.Optional;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;

/** What is chosen when a node is created: the ports of a node whose ports can be added and removed. */
public class NodeCreationConfiguration {
    private final ModifiablePortsConfiguration ports;

    /**
     * Creates a configuration.
     *
     * @param ports the ports, null for a node without a choice
     */
    protected NodeCreationConfiguration(final ModifiablePortsConfiguration ports) {
        this.ports = ports;
    }

    /**
     * Returns the ports.
     *
     * @return the ports, empty for a node without a choice
     */
    public Optional<? extends PortsConfiguration> getPortConfig() {
        return Optional.ofNullable(ports);
    }

    /**
     * Returns the ports for changing them.
     *
     * @return the ports, empty for a node without a choice
     */
    protected Optional<ModifiablePortsConfiguration> getModifiablePortConfig() {
        return Optional.ofNullable(ports);
    }
}
