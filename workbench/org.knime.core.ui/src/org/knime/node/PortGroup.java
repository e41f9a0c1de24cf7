package org.knime.node;

/**
 * A declared group of ports.
 *
 * @param id the id stored in workflows
 * @param side where its ports are
 * @param input the texts of its input ports, null if there are none
 * @param output the texts of its output ports, null if there are none
 * @param mode how many ports it has and of which types
 */
record PortGroup(String id, Side side, Texts input, Texts output, PortMode mode) {

    /** Where the ports of a group are. */
    enum Side {
        INPUT,
        OUTPUT
    }

    /**
     * The texts of ports.
     *
     * @param name the name
     * @param description the description
     */
    record Texts(String name, String description) {}
}
