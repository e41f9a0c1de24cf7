package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.tessera.knime.kit.Leaf;
import org.tessera.knime.kit.Nodes;
import org.tessera.knime.kit.OneNodeWorkflow;
import org.tessera.workbench.batch.UsageException;
import org.tessera.workbench.ui.DialogElement.DialogChoice;
import org.tessera.workbench.ui.DialogElement.Option;
import org.tessera.workbench.ui.DialogStructure;

/** Every setting of every node can be set on the command line of the workbench, and what does not fit is refused by name. */
class OptionsTest {
    /** Names that stand in no dialog but are chosen by the node. */
    private static final List<String> NAMES =
            List.of("REGEX", "davies-bouldin", "silhouette", "histograms", "k-means", "dbscan", "Other");

    private static final String PRESENT = "_is_present";

    @TempDir
    private Path folder;

    static Stream<NodeFactory<?>> factories() {
        return Nodes.factories();
    }

    private OneNodeWorkflow workflow(NodeFactory<?> factory) throws IOException {
        return OneNodeWorkflow.of(factory, folder);
    }

    private interface LeafCheck {
        void of(Leaf leaf) throws Exception;
    }

    /** One check per key; all of them are made before the test fails. */
    private void forEachLeaf(OneNodeWorkflow workflow, LeafCheck check) throws Exception {
        List<Leaf> leaves = workflow.leaves();
        assertFalse(leaves.isEmpty());
        assertAll(leaves.stream().map(leaf -> (Executable) () -> check.of(leaf)));
    }

    /** An element of arrays that hold something else than metrics. */
    private static final Map<String, String> ELEMENTS = Map.of("algorithms", "k-means", "charts", "histograms");

    /** Values that a setting might take beside its default, the likelier ones first. */
    private static List<String> otherValues(NodeFactory<?> factory, Leaf leaf) {
        List<String> values = new ArrayList<>();
        switch (leaf.type()) {
            case "boolean" -> values.add(leaf.value().equals("true") ? "false" : "true");
            case "int", "long" ->
                Stream.of(1, -1, 10).forEach(step -> values.add("" + (Long.parseLong(leaf.value()) + step)));
            case "double" ->
                Stream.of(0.25, -0.25).forEach(step -> values.add("" + (Double.parseDouble(leaf.value()) + step)));
            default -> {
                for (Option option : DialogStructure.of(factory).orElseThrow().options()) {
                    if (option.key().equals(leaf.path())) {
                        option.control().choices().stream()
                                .map(DialogChoice::name)
                                .forEach(values::add);
                    }
                }
                values.addAll(NAMES);
            }
        }
        values.remove(leaf.value());
        return values;
    }

    /** A value that can be absent and the flag that says so only mean something together. */
    private static Optional<String> partner(OneNodeWorkflow workflow, Leaf leaf) throws Exception {
        if (leaf.path().endsWith(PRESENT)) {
            String value = leaf.path().substring(0, leaf.path().length() - PRESENT.length());
            return Optional.of("-option=1," + value + ",Other,String");
        }
        String flag = leaf.path() + PRESENT;
        return workflow.leaves().stream()
                .filter(other -> other.path().equals(flag))
                .map(other -> other.option("true"))
                .findFirst();
    }

    /** Sets a leaf to the first value that the node takes; for the size of an array its new last element too. */
    private static Optional<List<String>> accepted(OneNodeWorkflow workflow, NodeFactory<?> factory, Leaf leaf)
            throws Exception {
        for (String value : otherValues(factory, leaf)) {
            List<String> options = new ArrayList<>(List.of(leaf.option(value)));
            if (leaf.isArraySize() && Integer.parseInt(value) > Integer.parseInt(leaf.value())) {
                String element = ELEMENTS.getOrDefault(leaf.parent(), "davies-bouldin");
                options.add("-option=1," + leaf.parent() + "/" + leaf.value() + "," + element + ",String");
            }
            partner(workflow, leaf).ifPresent(options::add);
            if (workflow.load(options).isPresent()) {
                return Optional.of(options);
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void every_setting_takes_another_value_and_nothing_else_changes(NodeFactory<?> factory) throws Exception {
        OneNodeWorkflow workflow = workflow(factory);
        Map<String, String> defaults = workflow.load(List.of()).orElseThrow();
        forEachLeaf(workflow, leaf -> {
            List<String> options = accepted(workflow, factory, leaf)
                    .orElseThrow(() -> new AssertionError("No other value of " + leaf + " was accepted"));
            Map<String, String> changed = workflow.load(options).orElseThrow();
            for (String option : options) {
                String[] parts = option.substring("-option=1,".length()).split(",");
                assertEquals(parts[1], changed.remove(parts[0]), option);
            }
            Map<String, String> rest = new TreeMap<>(defaults);
            options.forEach(option ->
                    rest.remove(option.substring("-option=1,".length()).split(",")[0]));
            assertEquals(rest, changed, leaf::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void values_of_another_type_are_refused_by_key(NodeFactory<?> factory) throws Exception {
        OneNodeWorkflow workflow = workflow(factory);
        forEachLeaf(workflow, leaf -> {
            if (!leaf.type().equals("String")) {
                String option = "-option=1," + leaf.path() + ",no such thing,";
                UsageException text =
                        assertThrows(UsageException.class, () -> workflow.load(List.of(option + "String")));
                assertEquals(
                        "Option " + leaf.path() + " of node 1: Setting '" + leaf.path() + "' is a " + leaf.type()
                                + ", but 'no such thing' is none",
                        text.getMessage());
                UsageException typed =
                        assertThrows(UsageException.class, () -> workflow.load(List.of(option + leaf.type())));
                assertTrue(typed.getMessage().endsWith("'no such thing' is no " + leaf.type()), typed::getMessage);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void unknown_keys_are_refused_with_those_there_are(NodeFactory<?> factory) throws Exception {
        OneNodeWorkflow workflow = workflow(factory);
        forEachLeaf(workflow, leaf -> {
            UsageException e = assertThrows(
                    UsageException.class, () -> workflow.load(List.of("-option=1," + leaf.path() + "_x,1,int")));
            String start = "Option " + leaf.path() + "_x of node 1: There is no setting '" + leaf.path() + "_x': ";
            assertTrue(e.getMessage().startsWith(start), e::getMessage);
            assertTrue(e.getMessage().contains(leaf.isInArray() ? " elements" : leaf.key()), e::getMessage);
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_setting_that_an_older_workflow_lacks_can_be_set(NodeFactory<?> factory) throws Exception {
        OneNodeWorkflow workflow = workflow(factory);
        forEachLeaf(workflow, leaf -> {
            if (!leaf.path().contains("/")) {
                List<String> options = accepted(workflow, factory, leaf).orElseThrow();
                assertEquals(
                        workflow.load(options), workflow.without(leaf.path()).load(options), leaf::toString);
            }
        });
    }
}
