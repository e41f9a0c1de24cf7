package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.workbench.workflow.Connection;
import org.tessera.workbench.workflow.Workflow;
import org.tessera.workbench.workflow.WorkflowException;
import org.tessera.workbench.workflow.WorkflowReader;

/** Workflow directories: what is read, and what is refused with which words. */
class WorkflowReaderTest {
    @TempDir
    private Path folder;

    private String problem(Path directory) {
        return assertThrows(WorkflowException.class, () -> WorkflowReader.read(directory))
                .getMessage();
    }

    private TestWorkflow workflow() throws IOException {
        return new TestWorkflow(folder.resolve("workflow"));
    }

    @Test
    void reads_nodes_connections_and_variables() throws Exception {
        TestWorkflow.copyTable(folder.resolve("workflow"));
        Workflow workflow = WorkflowReader.read(workflow()
                .reader(7, "in.csv")
                .writer(2, "out.csv")
                .connect(7, 1, 2, 1)
                .variable("v", "STRING", "x")
                .save());
        assertEquals("test", workflow.name());
        assertEquals(2, workflow.nodes().size());
        assertEquals("CSV Writer (#2)", workflow.nodes().get(0).label());
        assertTrue(workflow.node(7).factory().endsWith("CSVTableReaderNodeFactory"));
        assertEquals(new Connection(7, 1, 2, 1), workflow.connections().get(0));
        assertEquals("x", workflow.variables().get(0).getStringValue());
        assertFalse(workflow.executed());
    }

    @Test
    void a_folder_without_workflow_is_none() {
        assertTrue(problem(folder).contains("is no workflow"));
    }

    @Test
    void metanodes_and_components_are_named() throws Exception {
        Path directory = workflow()
                .entry(4, "Clean up (#4)/workflow.knime", true, "MetaNode")
                .entry(5, "Report (#5)/settings.xml", false, "SubNode")
                .save();
        String problem = problem(directory);
        assertTrue(problem.contains("Metanode 'Clean up' (#4) is not supported: expand it"), problem);
        assertTrue(problem.contains("Component 'Report' (#5) is not supported"), problem);
    }

    @Test
    void settings_files_outside_of_the_workflow_are_not_read() throws Exception {
        Files.writeString(folder.resolve("settings.xml"), TestWorkflow.settings("reader-settings.xml"));
        Path directory =
                workflow().entry(1, "../settings.xml", false, "NativeNode").save();
        assertTrue(problem(directory).contains("lies outside of the workflow's directory"));
    }

    @Test
    void a_missing_settings_file_is_named() throws Exception {
        Path directory = workflow()
                .entry(1, "K-Means (#1)/settings.xml", false, "NativeNode")
                .save();
        String problem = problem(directory);
        assertTrue(problem.contains("Node 'K-Means' (#1) cannot be read"), problem);
        assertTrue(problem.contains("is missing"), problem);
    }

    @Test
    void entities_are_not_resolved() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path directory = workflow().save();
        Files.writeString(
                directory.resolve("workflow.knime"),
                "<?xml version=\"1.0\"?><!DOCTYPE config [<!ENTITY e SYSTEM \"" + secret.toUri()
                        + "\">]><config key=\"workflow.knime\"><entry key=\"name\" type=\"xstring\" value=\"x\"/>&e;"
                        + "</config>");
        assertTrue(problem(directory).contains("workflow.knime"));
    }

    @Test
    void circles_loose_ends_and_double_inputs_are_refused() throws Exception {
        Path circle = workflow()
                .reader(1, "a.csv")
                .writer(2, "b.csv")
                .connect(1, 1, 2, 1)
                .connect(2, 1, 1, 1)
                .save();
        assertTrue(problem(circle).contains("nodes [1, 2] make a circle"));
        Path loose = new TestWorkflow(folder.resolve("loose"))
                .reader(1, "a.csv")
                .connect(1, 1, 9, 1)
                .save();
        assertTrue(problem(loose).contains("there is no such node"));
        Path twice = new TestWorkflow(folder.resolve("twice"))
                .reader(1, "a.csv")
                .reader(3, "a.csv")
                .writer(2, "b.csv")
                .connect(1, 1, 2, 1)
                .connect(3, 1, 2, 1)
                .save();
        assertTrue(problem(twice).contains("Two connections end at input 1 of node 2"));
    }

    @Test
    void other_format_versions_are_refused() throws Exception {
        Path directory = workflow().save();
        Path file = directory.resolve("workflow.knime");
        Files.writeString(file, Files.readString(file).replace("5.1.0", "2.0.0"));
        assertTrue(problem(directory).contains("format version '2.0.0'"));
    }
}
