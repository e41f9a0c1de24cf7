package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** Tells the dialog that a state cannot be computed from the present values. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates the exception, which has no message. */
    public StateComputationFailureException() {
        super();
    }
}
