package org.knime.core.webui.node.dialog;

/** The kinds of settings a node has. */
public enum SettingsType {
    /** What the node computes with. */
    MODEL,
    /** What the view shows with. */
    VIEW,
    /** Where the node runs. */
    JOB_MANAGER
}
