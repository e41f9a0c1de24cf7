package org.knime.core.webui.node.dialog;

/** A node factory whose nodes may have a web dialog. */
public interface NodeDialogFactory {

    /** @return whether the nodes have a dialog */
    default boolean hasNodeDialog() {
        return true;
    }

    /** @return the dialog */
    NodeDialog createNodeDialog();
}
