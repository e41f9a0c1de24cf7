package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.Nodes;
import org.tessera.workbench.ui.DialogStructure;

/** Every node of plugin.xml: it can be made, and its dialog and texts are complete. */
class DialogsTest {

    static Stream<NodeFactory<?>> factories() {
        return Nodes.factories();
    }

    @Test
    void all_ten_nodes_are_registered() {
        assertEquals(10, factories().count());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void every_option_has_a_title_and_a_description(NodeFactory<?> factory) {
        DialogStructure dialog = DialogStructure.of(factory).orElseThrow();
        assertEquals(List.of(), dialog.problems());
        assertFalse(dialog.options().isEmpty());
        dialog.options().forEach(option -> {
            assertFalse(option.title().isBlank(), option::toString);
            assertTrue(option.description().length() > 10, option::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void every_node_has_an_icon_and_runs_with_its_defaults(NodeFactory<?> factory) throws InvalidSettingsException {
        assertNotNull(factory.getIcon(), factory.getNodeName());
        try (var node = NodeRun.of(factory).node()) {
            assertTrue(node.inPortCount() > 1, factory.getNodeName());
        }
    }
}
