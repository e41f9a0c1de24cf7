package org.knime.node;

import java.util.EnumMap;
import java.util.Map;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.page.Page;
import org.knime.node.parameters.NodeParameters;
import org.tessera.workbench.ui.ParametersDialog;

/** The dialog of a declared node; it has no page, its structure is read from the parameters. */
final class DeclaredDialog implements ParametersDialog {

    private final Map<SettingsType, Class<? extends NodeParameters>> m_parameters = new EnumMap<>(SettingsType.class);

    DeclaredDialog(final DefaultNode node) {
        node.model().parametersClass().ifPresent(type -> m_parameters.put(SettingsType.MODEL, type));
        node.view().flatMap(DefaultView::parametersClass).ifPresent(type -> m_parameters.put(SettingsType.VIEW, type));
    }

    @Override
    public Map<SettingsType, Class<? extends NodeParameters>> parameters() {
        return Map.copyOf(m_parameters);
    }

    @Override
    public Page getPage() {
        throw new UnsupportedOperationException("The workbench has no dialog pages.");
    }
}
