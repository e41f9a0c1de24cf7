package org.knime.node;

/** How many ports a group has and of which types. */
sealed interface PortMode permits PortModes.Fixed, PortModes.Extendable {

    // Whether the user can change the ports.
    default boolean isConfigurable() {
        return true;
    }
}
