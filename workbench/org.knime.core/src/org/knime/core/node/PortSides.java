package org.knime.core.node;

/** Whether a group of ports is about inputs or outputs. */
enum PortSides {
    INPUT(true, false),
    OUTPUT(false, true);

    private final boolean input;
    private final boolean output;

    PortSides(final boolean input, final boolean output) {
        this.input = input;
        this.output = output;
    }

    boolean input() {
        return input;
    }

    boolean output() {
        return output;
    }
}
