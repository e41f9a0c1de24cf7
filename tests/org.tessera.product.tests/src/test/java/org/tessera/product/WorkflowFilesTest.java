package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.product.WorkflowFiles.Config;
import org.tessera.product.WorkflowFiles.Rectangle;
import org.tessera.product.WorkflowFiles.WorkflowNode;

/** Workflows are as KNIME writes them and as a reader on its canvas wants them, nothing of a run left inside. */
class WorkflowFilesTest {
    private static final Path SNAPSHOTS = Path.of("../org.tessera.knime.tests/src/snapshots");
    private static final String OLDEST = "5.8.0";

    static List<Path> workflows() throws IOException {
        return WorkflowFiles.all();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void names_files_and_ids_fit(Path directory) throws IOException {
        WorkflowFiles files = WorkflowFiles.read(directory);
        assertEquals(directory.getFileName().toString(), files.workflow().text("name"));
        assertEquals(OLDEST, files.workflow().text("created_by"), "later versions make older KNIMEs warn");
        Set<Integer> ids = new HashSet<>();
        for (Map.Entry<String, Config> entry :
                files.workflow().config("nodes").configs().entrySet()) {
            assertEquals("node_" + entry.getValue().text("id"), entry.getKey());
        }
        for (WorkflowNode node : files.nodes()) {
            assertTrue(ids.add(node.id()), "two nodes with id " + node.id());
            String folder = node.name().replaceAll("[^a-zA-Z0-9 ]", "_") + " (#" + node.id() + ")";
            assertEquals(folder + "/settings.xml", node.file());
            assertEquals("NativeNode", node.entry().text("node_type"));
            assertEquals(node.settings().text("node-name"), node.name());
        }
        Set<String> wanted = files.nodes().stream()
                .map(node -> node.file().replace("/settings.xml", ""))
                .collect(Collectors.toSet());
        wanted.addAll(Set.of("data", "workflow.knime", "workflow-metadata.xml", "workflowset.meta", ".savedWithData"));
        try (Stream<Path> found = Files.list(directory)) {
            assertEquals(wanted, found.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nodes_are_not_executed_and_hold_no_results(Path directory) throws IOException {
        for (WorkflowNode node : WorkflowFiles.read(directory).nodes()) {
            assertTrue(Set.of("IDLE", "CONFIGURED").contains(node.settings().text("state")), node.file());
            assertEquals("false", node.settings().text("hasContent"), node.file());
            assertFalse(node.settings().configs().containsKey("node_messages"), node.file());
            try (Stream<Path> files = Files.list(directory.resolve(node.file()).getParent())) {
                assertEquals(1, files.count(), node.file() + ": settings only");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void settings_of_our_nodes_have_every_key_of_today(Path directory) throws IOException {
        for (WorkflowNode node : WorkflowFiles.read(directory).nodes()) {
            if (node.isTessera()) {
                String simple = node.factory().replaceAll(".*\\.(\\w+)NodeFactory", "$1");
                Config today = Config.read(SNAPSHOTS.resolve(simple + ".settings.xml"));
                assertEquals(
                        withoutElements(today.config("model")),
                        withoutElements(node.settings().config("model")),
                        node.file());
                assertEquals(
                        today.configs().containsKey("view") ? withoutElements(today.config("view")) : Set.of(),
                        node.settings().configs().containsKey("view")
                                ? withoutElements(node.settings().config("view"))
                                : Set.of(),
                        node.file());
                assertEquals(
                        today.config("node_creation_config").configs().keySet(),
                        node.settings().config("node_creation_config").configs().keySet(),
                        node.file());
            }
        }
    }

    private static Set<String> withoutElements(Config settings) {
        return settings.paths().stream()
                .filter(path -> !path.matches(".*/\\d+(/.*)?"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void connections_lead_from_port_to_port_and_fill_every_added_port(Path directory) throws IOException {
        WorkflowFiles files = WorkflowFiles.read(directory);
        Map<Integer, WorkflowNode> nodes = files.nodes().stream().collect(Collectors.toMap(WorkflowNode::id, n -> n));
        Set<String> inputs = new HashSet<>();
        for (int[] connection : files.connections()) {
            WorkflowNode source = nodes.get(connection[0]);
            assertTrue(source != null && nodes.containsKey(connection[2]), "a connection without a node");
            int outputs = source.settings().config("ports").configs().size();
            assertTrue(connection[1] >= 1 && connection[1] <= outputs, source.file() + ", port " + connection[1]);
            assertTrue(inputs.add(connection[2] + ":" + connection[3]), "two connections into one port");
        }
        for (WorkflowNode node : files.nodes()) {
            Map<String, Config> groups =
                    node.settings().config("node_creation_config").configs();
            if (groups.containsKey("Segmentation Models")) {
                int models = groups.get("Segmentation Models").configs().size();
                for (int port = 2; port < 2 + models; port++) {
                    assertTrue(inputs.contains(node.id() + ":" + port), node.file() + ": nothing at port " + port);
                }
            }
            assertTrue(
                    node.name().endsWith("Reader")
                            || inputs.stream().anyMatch(input -> input.startsWith(node.id() + ":")),
                    node.file() + " is connected to nothing");
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void canvas_explains_itself_and_nothing_lies_on_another(Path directory) throws IOException {
        WorkflowFiles files = WorkflowFiles.read(directory);
        for (WorkflowNode node : files.nodes()) {
            assertFalse(node.settings().config("nodeAnnotation").text("text").isBlank(), node.file());
            for (WorkflowNode other : files.nodes()) {
                assertTrue(
                        node.id() >= other.id() || !node.place().meets(other.place()),
                        node.file() + " lies on " + other.file());
            }
            for (Rectangle annotation : files.annotations()) {
                assertTrue(
                        annotation.holds(node.place()) || !annotation.meets(node.place()),
                        node.file() + " sticks out of the annotation at " + annotation);
            }
        }
        List<Rectangle> annotations = files.annotations();
        assertFalse(annotations.isEmpty(), "no annotation");
        for (int i = 0; i < annotations.size(); i++) {
            for (int j = i + 1; j < annotations.size(); j++) {
                assertFalse(annotations.get(i).meets(annotations.get(j)), "annotations " + i + " and " + j);
            }
        }
        Path metadata = directory.resolve("workflow-metadata.xml");
        assertTrue(
                Files.readString(metadata).matches("(?s).*<description>[^<]{40,}</description>.*"), "no description");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void files_are_read_from_and_written_to_the_workflow_itself(Path directory) throws IOException {
        for (WorkflowNode node : WorkflowFiles.read(directory).nodes()) {
            if (!node.isTessera()) {
                Config path = path(node.settings().config("model"));
                assertEquals("RELATIVE", path.text("file_system_type"), node.file());
                assertEquals("knime.workflow.data", path.text("file_system_specifier"), node.file());
                boolean there = Files.exists(directory.resolve("data").resolve(path.text("path")));
                assertEquals(node.name().endsWith("Reader"), there, node.file() + ": " + path.text("path"));
            }
        }
    }

    private static Config path(Config config) {
        if (config.configs().containsKey("path")
                && config.config("path").entries().containsKey("path")) {
            return config.config("path");
        }
        return config.configs().values().stream()
                .map(WorkflowFilesTest::path)
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
