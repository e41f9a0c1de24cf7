package org.knime.node;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.PortsAdder;

/** Adds every port as a group of its own, whose id is the port's name. */
final class FixedPortsAdder implements PortsAdder {

    private final DynamicPortsAdder m_groups;

    FixedPortsAdder(final DynamicPortsAdder groups) {
        m_groups = groups;
    }

    @Override
    public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
        m_groups.addInputPortGroup(
                name, group -> group.name(name).description(description).fixed(portType));
        return this;
    }

    @Override
    public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
        m_groups.addOutputPortGroup(
                name, group -> group.name(name).description(description).fixed(portType));
        return this;
    }
}
