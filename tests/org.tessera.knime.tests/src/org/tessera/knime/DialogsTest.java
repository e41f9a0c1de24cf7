package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.osgi.framework.Bundle;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.Nodes;
import org.tessera.workbench.ui.DialogElement.Option;
import org.tessera.workbench.ui.DialogStructure;

/** Every node of plugin.xml: it can be made, and its dialog and texts are complete. */
class DialogsTest {

    static Stream<NodeFactory<?>> factories() {
        return Nodes.factories();
    }

    @Test
    void every_algorithm_of_the_catalog_has_a_node() {
        Set<String> names = factories().map(NodeFactory::getNodeName).collect(Collectors.toSet());
        for (Algorithm<?> algorithm : Algorithms.ALL) {
            String name = algorithm.title() + " Segmentation";
            assertTrue(
                    names.contains(name),
                    () -> "The algorithm '" + algorithm.id() + "' of the catalog has no node '" + name + "'. Add to"
                            + " org.tessera.knime its parameters and its factory in the package cluster, a <node> in"
                            + " plugin.xml, descriptions/" + algorithm.id() + ".html, icons/" + algorithm.id()
                            + ".png and drawings/" + algorithm.id() + ".svg: see 'Add a clustering algorithm' in"
                            + " CONTRIBUTING.md.");
        }
    }

    @Test
    void every_factory_of_the_bundle_is_registered() {
        Set<String> registered = factories().map(f -> f.getClass().getName()).collect(Collectors.toSet());
        List<String> missing = classes("/org/tessera/knime/")
                .filter(name -> name.endsWith("NodeFactory") && !registered.contains(name))
                .toList();
        assertEquals(List.of(), missing, "without a <node> in plugin.xml");
    }

    /** The classes of the bundle itself below a path, without those of its test fragment. */
    private static Stream<String> classes(String path) {
        Bundle bundle = Platform.getBundle("org.tessera.knime");
        return Collections.list(bundle.getEntryPaths(path)).stream()
                .flatMap(entry -> entry.endsWith("/")
                        ? classes(entry)
                        : Stream.of(entry.replaceFirst("\\.class$", "").replace('/', '.')));
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
        DialogStructure.ofView(factory).ifPresent(view -> {
            assertEquals(List.of(), view.problems());
            Set<String> titles = dialog.options().stream().map(Option::title).collect(Collectors.toSet());
            view.options().forEach(option -> assertTrue(titles.add(option.title()), option::toString));
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
