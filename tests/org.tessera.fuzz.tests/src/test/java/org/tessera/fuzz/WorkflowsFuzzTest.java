package org.tessera.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.tessera.workbench.workflow.WorkflowArchive;
import org.tessera.workbench.workflow.WorkflowException;
import org.tessera.workbench.workflow.WorkflowReader;

/** Workflows, their archives and settings: what is not a workflow is refused, and nothing is written elsewhere. */
class WorkflowsFuzzTest {

    private static final Path EXAMPLE = Path.of("..", "..", "workflows", "customer-segmentation");

    @TempDir
    private Path folder;

    /** WorkflowException is a refusal like an IOException. */
    private interface Reading {
        void read() throws WorkflowException, IOException;
    }

    private static void refusing(Reading reading) throws IOException {
        try {
            reading.read();
        } catch (WorkflowException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<Path> settingsFiles() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            return files.filter(file -> file.endsWith("settings.xml")).sorted().toList();
        }
    }

    @Test
    void settings() throws IOException {
        List<byte[]> good = new ArrayList<>();
        for (Path file : settingsFiles()) {
            good.add(Files.readAllBytes(file));
        }
        Fuzz.run("settings", good, input -> {
            NodeSettings settings = (NodeSettings) NodeSettings.loadFromXML(new ByteArrayInputStream(input));
            try {
                readAll(settings);
            } catch (InvalidSettingsException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }

    /** Reads every nested config as an array of each kind, as its node might. */
    private static void readAll(NodeSettings settings) throws InvalidSettingsException {
        for (String key : settings) {
            if (settings.getEntry(key) instanceof NodeSettings nested) {
                if (nested.containsKey("array-size")) {
                    settings.getStringArray(key, new String[0]);
                    settings.getIntArray(key, new int[0]);
                    settings.getDoubleArray(key, new double[0]);
                    settings.getStringArray(key);
                }
                readAll(nested);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "huge, 'Array \"columns\" has size 2000000000, but 2 elements.'",
        "negative, 'Array \"columns\" has size -1, but 2 elements.'",
        "text, 'array-size'",
        "none, 'size'"
    })
    void sizes_of_arrays_that_are_not_true_are_refused(String name, String reason) throws IOException {
        byte[] xml = Files.readAllBytes(Path.of("src", "test", "corpus", "settings", "array-size-" + name));
        Exception e = assertThrows(Exception.class, () -> {
            NodeSettings settings = (NodeSettings) NodeSettings.loadFromXML(new ByteArrayInputStream(xml));
            settings.getStringArray("columns");
        });
        assertTrue(e instanceof IOException || e instanceof InvalidSettingsException, e::toString);
        assertTrue(e.getMessage().contains(reason), e::getMessage);
    }

    @Test
    void cells_of_arrays_that_are_not_there_are_refused() {
        NodeSettings settings = new NodeSettings("settings");
        settings.addNodeSettings("columns").addInt("array-size", Integer.MAX_VALUE);
        for (Executable read : List.<Executable>of(
                () -> settings.getDataCellArray("columns"),
                () -> settings.getDataTypeArray("columns"),
                () -> settings.getRowKeyArray("columns"))) {
            assertEquals(
                    "Array \"columns\" has size 2147483647, but no element.",
                    assertThrows(InvalidSettingsException.class, read).getMessage());
        }
    }

    @Test
    void workflow() throws IOException {
        Path workflow = Files.createDirectory(folder.resolve("workflow"));
        WorkflowArchive.copy(EXAMPLE, workflow);
        List<byte[]> good = List.of(Files.readAllBytes(workflow.resolve(WorkflowReader.WORKFLOW_FILE)));
        Fuzz.run("workflow", good, input -> {
            Files.write(workflow.resolve(WorkflowReader.WORKFLOW_FILE), input);
            refusing(() -> WorkflowReader.read(workflow));
        });
    }

    @Test
    void archive() throws IOException {
        Path small = Files.createDirectory(folder.resolve("small"));
        Files.copy(EXAMPLE.resolve(WorkflowReader.WORKFLOW_FILE), small.resolve(WorkflowReader.WORKFLOW_FILE));
        Files.writeString(Files.createDirectory(small.resolve("data")).resolve("a.csv"), "a,b\n1,2\n");
        Path packed = folder.resolve("small.knwf");
        WorkflowArchive.pack(small, packed);
        Path around = Files.createDirectory(folder.resolve("around"));
        Fuzz.run("archive", List.of(Files.readAllBytes(packed)), input -> {
            Path archive = Files.write(folder.resolve("changed.knwf"), input);
            Path target = Files.createDirectory(around.resolve("target"));
            try {
                refusing(() -> WorkflowArchive.unpack(archive, target));
            } finally {
                WorkflowArchive.delete(target);
            }
            try (Stream<Path> beside = Files.list(around)) {
                if (beside.findAny().isPresent()) {
                    throw new AssertionError("Something was written beside the target folder");
                }
            }
        });
    }

    @Test
    void entities_are_refused() {
        for (String type : List.of(
                "<!DOCTYPE config SYSTEM \"http://localhost:9/x.dtd\">",
                "<!DOCTYPE config [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE config [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
            byte[] xml = ("<?xml version=\"1.0\"?>" + type + "<config key=\"k\">"
                            + "<entry key=\"v\" type=\"xstring\" value=\"v\"/></config>")
                    .getBytes(StandardCharsets.UTF_8);
            IOException e =
                    assertThrows(IOException.class, () -> NodeSettings.loadFromXML(new ByteArrayInputStream(xml)));
            assertTrue(e.getMessage().contains("DOCTYPE"), e::getMessage);
        }
    }
}
