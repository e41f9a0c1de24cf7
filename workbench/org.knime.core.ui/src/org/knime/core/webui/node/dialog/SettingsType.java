package org.knime.core.webui.node.dialog;

/** The kinds of settings a node has. */
public enum SettingsType {
    /** What the node computes with. */
    MODEL("model", "variables"),
    /** What the view shows with. */
    VIEW("view", "view_variables"),
    /** Where the node runs. */
    JOB_MANAGER("job.manager", null);

    private final String m_configKey;
    private final String m_variablesConfigKey;

    SettingsType(final String configKey, final String variablesConfigKey) {
        m_configKey = configKey;
        m_variablesConfigKey = variablesConfigKey;
    }

    /** @return the key of the settings below the node's */
    public String getConfigKey() {
        return m_configKey;
    }

    /** @return the key of the flow variable settings below the node's, null if there are none */
    public String getVariablesConfigKey() {
        return m_variablesConfigKey;
    }
}
