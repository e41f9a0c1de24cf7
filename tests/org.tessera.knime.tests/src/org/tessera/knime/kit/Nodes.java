package org.tessera.knime.kit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.NodeFactory;

/** The nodes that plugin.xml registers. */
public final class Nodes {

    private Nodes() {}

    /** A fresh factory of each node. */
    public static Stream<NodeFactory<?>> factories() {
        return Arrays.stream(Platform.getExtensionRegistry()
                        .getConfigurationElementsFor("org.knime.workbench.repository.nodes"))
                .filter(node -> "org.tessera.knime".equals(node.getContributor().getName()))
                .map(Nodes::factory);
    }

    private static NodeFactory<?> factory(IConfigurationElement node) {
        try {
            NodeFactory<?> factory = (NodeFactory<?>) node.createExecutableExtension("factory-class");
            factory.init();
            return factory;
        } catch (CoreException e) {
            throw new IllegalStateException(node.getAttribute("factory-class") + " can't be made", e);
        }
    }
}
