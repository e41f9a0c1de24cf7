package org.knime.node;

import java.util.List;
import java.util.Objects;
import org.knime.core.node.NodeDescription;
import org.knime.node.PortGroup.Texts;
import org.tessera.workbench.ui.DeclaredNodeDescription;
import org.tessera.workbench.ui.NodeDeclaration;
import org.tessera.workbench.ui.NodeDeclaration.Port;

/** Makes the descriptions of declared nodes. */
final class Descriptions {

    private Descriptions() {}

    static NodeDescription of(final DefaultNode node) {
        return new DeclaredNodeDescription(new NodeDeclaration(
                node.texts(),
                ports(node, true),
                ports(node, false),
                node.model().parametersClass().orElse(null),
                node.view()
                        .map(view -> new NodeDeclaration.View(
                                view.description(), view.parametersClass().orElse(null)))
                        .orElse(null),
                new NodeDeclaration.Catalog(node.typeOrNull(), node.keywords(), node.links())));
    }

    private static List<Port> ports(final DefaultNode node, final boolean input) {
        return node.ports().stream()
                .map(group -> port(group, input ? group.input() : group.output()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Port port(final PortGroup group, final Texts texts) {
        return texts == null
                ? null
                : new Port(
                        group.id(),
                        texts.name(),
                        texts.description(),
                        group.mode().isConfigurable());
    }
}
