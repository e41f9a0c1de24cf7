package org.tessera.workbench.ui;

import java.util.Map;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.node.parameters.NodeParameters;

/** A dialog that is made from parameters. */
public interface ParametersDialog extends NodeDialog {

    /** @return the classes of the parameters by the kind of settings they are stored in */
    Map<SettingsType, Class<? extends NodeParameters>> parameters();
}
