package org.knime.core.node.context.ports;

/** A group whose ports can be changed. */
public interface ConfigurablePortGroup extends PortGroupConfiguration {}
