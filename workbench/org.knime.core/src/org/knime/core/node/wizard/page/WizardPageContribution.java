package org.knime.core.node.wizard.page;

/** A node factory whose nodes can be part of a page. */
public interface WizardPageContribution {

    /** @return whether the nodes have a web view */
    default boolean hasNodeView() {
        return false;
    }
}
