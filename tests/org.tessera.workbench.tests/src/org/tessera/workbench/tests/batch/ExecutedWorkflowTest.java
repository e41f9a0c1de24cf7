package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.workbench.batch.BatchRunner;
import org.tessera.workbench.batch.Console;
import org.tessera.workbench.batch.ExitCode;
import org.tessera.workbench.run.NodeCatalog;
import org.tessera.workbench.workflow.Workflow;
import org.tessera.workbench.workflow.WorkflowReader;

/**
 * A workflow with all that KNIME 5 saves beside nodes and connections: annotations of the workflow and of nodes, metadata,
 * credentials, editor settings, artifacts, locks, messages and the results of an execution.
 */
class ExecutedWorkflowTest {
    /** Files that KNIME puts beside workflow.knime. */
    private static final Map<String, String> BESIDE = Map.of(
            "workflow-metadata.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <workflow-metadata content-type="text/html" xmlns="http://www.knime.org/core/node/workflow/metadata/v1.0">
                <author>analyst</author>
                <last-modified>2026-11-23T04:28:45.799Z</last-modified>
                <description>&lt;p&gt;Copies customers.&lt;/p&gt;</description>
                <tags><tag>customers</tag></tags>
                <links><link href="https://example.com/shop" type="website">Shop</link></links>
            </workflow-metadata>
            """,
            "workflowset.meta",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <KNIMEMetaInfo nrOfElements="2" xmlns="http://www.knime.org/2.9/metainfo">
                <element form="multiline" name="Comments" read-only="false">Copies customers.</element>
                <element form="text" name="Last Edited" read-only="true">2026-11-23 04:28:45 +0000</element>
            </KNIMEMetaInfo>
            """,
            "workflow.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            ".savedWithData",
            "Do not delete this file!",
            ".knimeLock",
            "",
            ".artifacts/workflow-configuration.json",
            "{\"month\":\"November\"}",
            ".artifacts/openapi-input-parameters.json",
            "{\"not json",
            "CSV Reader (#1)/port_1/data.xml",
            "neither read nor changed",
            "CSV Reader (#1)/port_1/data.zip",
            "neither read nor changed",
            "CSV Reader (#1)/internal/view_data.xml.gz",
            "neither read nor changed");

    @TempDir
    private Path folder;

    private Path workflow;

    @BeforeEach
    void write() throws IOException {
        workflow = folder.resolve("executed");
        new TestWorkflow(workflow)
                .data("customers.csv", "name,income\nAnn,10.5\nBob,\n")
                .node(1, "CSV Reader", executed(TestWorkflow.settings("reader-settings.xml")))
                .node(2, "CSV Writer", executed(TestWorkflow.settings("writer-settings.xml")));
        Files.writeString(workflow.resolve("workflow.knime"), TestWorkflow.settings("executed-workflow.xml"));
        for (Map.Entry<String, String> file : BESIDE.entrySet()) {
            Path path = workflow.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** The settings of a configured node as they are after its execution. */
    private static String executed(String settings) throws IOException {
        int state = settings.indexOf("<entry key=\"customDescription\"");
        int factory = settings.indexOf("<entry key=\"factory\"");
        int end = settings.indexOf("<entry key=\"hasContent\"");
        assertTrue(0 < state && state < factory && factory < end, "in KNIME's order");
        return settings.substring(0, state)
                + settings.substring(factory, end)
                + TestWorkflow.settings("executed-node.xml")
                + "</config>";
    }

    @Test
    void is_read_with_its_name_nodes_connections_and_variables() throws Exception {
        Workflow read = WorkflowReader.read(workflow);
        assertEquals("executed", read.name());
        assertTrue(read.executed());
        assertEquals(
                List.of("CSV Reader (#1)", "CSV Writer (#2)"),
                read.nodes().stream().map(node -> node.label()).toList());
        assertEquals(1, read.connections().size());
        assertEquals("November", read.variables().get(0).getStringValue());
        assertEquals(1, read.variables().size());
    }

    @Test
    void runs_anew_and_leaves_what_it_does_not_read_as_it_is() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        BatchRunner runner =
                new BatchRunner(new NodeCatalog(Platform.getExtensionRegistry()), new Console(print, print, false));
        assertEquals(
                ExitCode.SUCCESS,
                runner.run(List.of(
                        "-workflowDir=" + workflow,
                        "-credential=shop;analyst;secret",
                        "-option=1,settings/has_row_id,false,boolean")),
                () -> out.toString(StandardCharsets.UTF_8));
        String console = out.toString(StandardCharsets.UTF_8);
        assertTrue(console.contains("saved results are not used, all nodes are executed"), console);
        assertTrue(console.contains("done      CSV Writer (#2)"), console);
        assertTrue(Files.readString(workflow.resolve("data/labeled.csv")).contains("\"Ann\",10.5"));
        for (Map.Entry<String, String> file : BESIDE.entrySet()) {
            assertEquals(file.getValue(), Files.readString(workflow.resolve(file.getKey())), file.getKey());
        }
    }
}
