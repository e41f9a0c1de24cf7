package org.tessera.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            IOException e = org.junit.jupiter.api.Assertions.assertThrows(
                    IOException.class, () -> NodeSettings.loadFromXML(new ByteArrayInputStream(xml)));
            org.junit.jupiter.api.Assertions.assertTrue(e.getMessage().contains("DOCTYPE"), e::getMessage);
        }
    }
}
