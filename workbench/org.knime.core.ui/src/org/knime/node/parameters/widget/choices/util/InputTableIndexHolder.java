package org.knime.node.parameters.widget.choices.util;

/** Knows which input port the columns come from. */
public interface InputTableIndexHolder {

    /** @return the zero-based index of the port, 0 by default */
    default int getInputTableIndex() {
        return 0;
    }
}
