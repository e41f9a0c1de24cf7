package org.knime.core.node.wizard.page;

/** A node factory whose nodes can be part of a page. */
public interface WizardPageContribution {}
