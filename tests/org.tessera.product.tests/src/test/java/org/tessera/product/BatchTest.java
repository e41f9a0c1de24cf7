package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.Workbench.Result;

/** The built workbench from outside: exit codes, paths, and what it leaves behind. */
class BatchTest {
    @TempDir
    private Path folder;

    private Workbench workbench;
    private Path workflow;

    @BeforeEach
    void prepare() throws IOException {
        workbench = new Workbench(Files.createDirectory(folder.resolve("scratch")));
        workflow = Workbench.workflow(folder.resolve("a workflow (with spaces)"));
    }

    private void assertCopied(Path directory) throws IOException {
        for (String name : new String[] {"customers", "orders"}) {
            Path data = directory.resolve("data");
            assertEquals(
                    Files.readString(data.resolve(name + ".csv")), Files.readString(data.resolve(name + " copy.csv")));
        }
    }

    @Test
    void runs_both_branches_and_touches_nothing_but_their_outputs() throws Exception {
        Map<String, String> before = Workbench.inventory(workflow);
        Result result = workbench.run("-workflowDir=" + workflow, "-reset", "-nosplash", "-consoleLog");
        assertEquals(0, result.exitCode(), result::all);
        assertCopied(workflow);
        for (String line : new String[] {
            "done      CSV Reader (#1)",
            "done      CSV Writer (#2)",
            "done      CSV Reader (#3)",
            "done      CSV Writer (#4)",
            workflow.resolve("data/orders copy.csv").toString()
        }) {
            assertTrue(result.output().contains(line), line + " in\n" + result.all());
        }
        Map<String, String> after = Workbench.inventory(workflow);
        after.keySet().removeIf(name -> name.endsWith(" copy.csv"));
        assertEquals(before, after);
    }

    @Test
    void leaves_nothing_behind_at_home_in_the_installation_and_among_temporary_files() throws Exception {
        Map<String, String> installation = Workbench.inventory(Workbench.INSTALLATION);
        Result result = workbench.run("-workflowDir=" + workflow);
        assertEquals(0, result.exitCode(), result::all);
        assertEquals(installation, Workbench.inventory(Workbench.INSTALLATION));
        assertEquals(1, Workbench.inventory(workbench.home()).size());
        assertEquals(1, Workbench.inventory(workbench.temporary()).size());
    }

    @Test
    void takes_paths_relative_to_the_current_directory() throws Exception {
        Result result = workbench
                .in(folder)
                .run("-workflowDir=" + workflow.getFileName(), "-destDir=new/copy", "-showTable=data/orders copy.csv");
        assertEquals(0, result.exitCode(), result::all);
        assertCopied(folder.resolve("new/copy"));
        assertFalse(Files.exists(workflow.resolve("data/orders copy.csv")));
        assertTrue(result.output().contains("order  amount"), result::all);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runs_through_a_symbolic_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked batch"), Workbench.script());
        Result result = workbench.through(link).run("-workflowDir=" + workflow, "-noexecute");
        assertEquals(0, result.exitCode(), result::all);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void says_so_when_there_is_no_java() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : new String[] {"dirname", "readlink"}) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", Workbench.script().toString(), "-help");
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", tools.toString());
        Result result = Program.run(builder, tools);
        assertEquals(3, result.exitCode(), result::all);
        assertEquals("No Java found: install a JDK 17 and set JAVA_HOME or the PATH\n", result.errors());
    }

    @Test
    void packs_and_runs_archives() throws Exception {
        Path archive = folder.resolve("packed flow.knwf");
        Result packed = workbench.run("-workflowDir=" + workflow, "-noexecute", "-destFile=" + archive);
        assertEquals(0, packed.exitCode(), packed::all);
        Path results = folder.resolve("results");
        Result result = workbench.run("-workflowFile=" + archive, "-destDir=" + results);
        assertEquals(0, result.exitCode(), result::all);
        assertCopied(results);
        assertEquals(1, Workbench.inventory(workbench.temporary()).size());
    }

    @Test
    void wrong_arguments_end_with_2() throws Exception {
        for (String[] arguments : new String[][] {
            {},
            {"-workflowDir"},
            {"-workflowDir=" + folder.resolve("missing")},
            {"-workflowDir=" + workflow, "-frobnicate"},
            {"-workflowDir=" + workflow, "-option=1,nothing,1,int"}
        }) {
            Result result = workbench.run(arguments);
            assertEquals(2, result.exitCode(), () -> Arrays.toString(arguments) + result.all());
            assertTrue(result.errors().startsWith("ERROR "), result::all);
        }
        assertFalse(Files.exists(workflow.resolve("data/orders copy.csv")));
    }

    @Test
    void workflows_that_cannot_be_loaded_end_with_3() throws Exception {
        Path settings = workflow.resolve("CSV Writer (#4)/settings.xml");
        Files.writeString(
                settings, Files.readString(settings).replace("org.knime.base.node.io", "com.example.unknown"));
        Result unknown = workbench.run("-workflowDir=" + workflow);
        assertEquals(3, unknown.exitCode(), unknown::all);
        assertTrue(unknown.errors().contains("CSV Writer (#4): this node is not known"), unknown::all);

        Path text = Files.writeString(folder.resolve("text.knwf"), "no archive");
        Result damaged = workbench.run("-workflowFile=" + text);
        assertEquals(3, damaged.exitCode(), damaged::all);
    }

    @Test
    void failing_nodes_end_with_4_after_the_other_branch() throws Exception {
        Files.delete(workflow.resolve("data/customers.csv"));
        Result result = workbench.run("-workflowDir=" + workflow);
        assertEquals(4, result.exitCode(), result::all);
        assertTrue(result.errors().contains("customers.csv' does not exist"), result::all);
        assertTrue(Files.exists(workflow.resolve("data/orders copy.csv")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void an_interrupt_cancels_and_ends_with_4() throws Exception {
        writeHugeTable(workflow.resolve("data/orders.csv"));
        Process process = workbench.start(
                "-workflowDir=" + workflow,
                "-option=3,settings/has_column_header,false,boolean",
                "-option=3,advanced_settings/max_data_rows_scanned,10,long");
        while (process.isAlive() && !workbench.output().contains("CSV Writer (#2)")) {
            Thread.sleep(50);
        }
        assertTrue(process.isAlive(), "the second branch takes longer");
        // a TERM: a build in the background starts its processes with INT ignored, and Java treats both alike
        process.destroy();
        Result result = workbench.end(process);
        assertEquals(4, result.exitCode(), result::all);
        assertTrue(result.output().contains("canceled  CSV Reader (#3)"), result::all);
        assertFalse(Files.exists(workflow.resolve("data/orders copy.csv")));
        assertEquals(1, Workbench.inventory(workbench.temporary()).size());
    }

    /** Two gigabytes of rows that are mostly blanks, in a file of a few megabytes: parts of gzip can be joined. */
    private static void writeHugeTable(Path file) throws IOException {
        byte[] row = ("1" + " ".repeat(100_000) + ",2\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        try (OutputStream rows = new GZIPOutputStream(part)) {
            for (int i = 0; i < 200; i++) {
                rows.write(row);
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 100; i++) {
                part.writeTo(out);
            }
        }
    }
}
