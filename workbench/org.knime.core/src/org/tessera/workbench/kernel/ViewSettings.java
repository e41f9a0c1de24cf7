package org.tessera.workbench.kernel;

import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.workflow.FlowVariable;

/**
 * The settings of a node's view, stored as {@code view} beside those of its model. They are not executed with: a change
 * shows when the view is opened. As in KNIME a node without stored ones has the model's defaults, and variables of
 * {@code view_variables} replace them from the next configuration on.
 */
final class ViewSettings {
    private static final String VIEW = "view";
    private static final String VARIABLES = "view_variables";

    private final NodeAccess access;
    private final NodeSettings stored;
    private final NodeSettingsRO variables;
    private NodeSettings current;

    // Refuses settings that the model does not accept, when the node is made.
    ViewSettings(final NodeAccess access, final NodeModel model, final NodeSettingsRO node)
            throws InvalidSettingsException {
        this.access = access;
        this.stored = new NodeSettings(VIEW);
        if (node.containsKey(VIEW)) {
            node.getNodeSettings(VIEW).copyTo(stored);
            access.validateViewSettings(model, stored);
        } else {
            access.saveDefaultViewSettings(model, stored);
        }
        this.variables = node.containsKey(VARIABLES) ? node.getNodeSettings(VARIABLES) : null;
        this.current = stored;
    }

    // Puts variables in; returns those that settings are exposed as.
    List<FlowVariable> apply(final NodeModel model, final Map<String, FlowVariable> available)
            throws InvalidSettingsException {
        if (variables == null) {
            return List.of();
        }
        final NodeSettings overwritten = new NodeSettings(VIEW);
        stored.copyTo(overwritten);
        final List<FlowVariable> exposed = VariableSettings.apply(overwritten, variables, available);
        access.validateViewSettings(model, overwritten);
        current = overwritten;
        return exposed;
    }

    NodeSettingsRO current() {
        return current;
    }

    // Stores them as a workflow does, without what variables replace; nothing for a view without settings.
    void save(final NodeSettingsWO target) {
        if (!stored.keySet().isEmpty()) {
            stored.copyTo(target.addNodeSettings(VIEW));
        }
    }
}
