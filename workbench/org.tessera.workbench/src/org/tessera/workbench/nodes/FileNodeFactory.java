package org.tessera.workbench.nodes;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;

/**
 * A factory of nodes without views and dialog.
 *
 * @param <T> the node's model
 */
abstract class FileNodeFactory<T extends NodeModel> extends NodeFactory<T> {}
