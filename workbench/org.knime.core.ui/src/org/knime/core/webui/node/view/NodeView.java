package org.knime.core.webui.node.view;

import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.DataServiceProvider;

/** The web view of a node. */
public interface NodeView extends UIExtension, DataServiceProvider {}
