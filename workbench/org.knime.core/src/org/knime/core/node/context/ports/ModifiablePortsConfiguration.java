package org.knime.core.node.context.ports;

import java.util.Map;
import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;

/** The ports of a node, for changing them. */
public interface ModifiablePortsConfiguration
        extends PortsConfiguration, DeepCopy<ModifiablePortsConfiguration>, NodeSettingsPersistable {
    /**
     * Returns the groups to which ports can be added.
     *
     * @return the groups by name in the order of declaration
     */
    Map<String, ExtendablePortGroup> getExtendablePorts();

    /**
     * Returns the groups whose type can be chosen.
     *
     * @return the groups by name in the order of declaration
     */
    Map<String, ExchangeablePortGroup> getExchangeablePorts();

    /**
     * Returns a group.
     *
     * @param name its name
     * @return the group
     * @throws java.util.NoSuchElementException when there is none
     */
    PortGroupConfiguration getGroup(String name);

    /**
     * Tells whether the user adds and removes the ports of a group.
     *
     * @param name the group's name
     * @return true when the user does, false when the node does
     */
    default boolean isInteractive(final String name) {
        return true;
    }
}
