package org.knime.node;

/** How many ports a group has and of which types. */
sealed interface PortMode
        permits PortModes.Fixed, PortModes.Exchangeable, PortModes.Optional, PortModes.Extendable, PortModes.Bound {

    // Whether the user can change the ports.
    default boolean isConfigurable() {
        return true;
    }
}
