package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.workbench.batch.BatchRunner;
import org.tessera.workbench.batch.Console;
import org.tessera.workbench.batch.ExitCode;
import org.tessera.workbench.run.NodeCatalog;

/** The batch application in process: what runs, what it prints and how it ends. */
class BatchRunnerTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private ExitCode run(Path workflow, String... more) {
        List<String> arguments = new ArrayList<>();
        if (workflow != null) {
            arguments.add("-workflowDir=" + workflow);
        }
        arguments.addAll(List.of(more));
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return new BatchRunner(new NodeCatalog(Platform.getExtensionRegistry()), console).run(arguments);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path copyTable() throws IOException {
        return TestWorkflow.copyTable(folder.resolve("a workflow"));
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void copies_a_table_and_touches_nothing_else() throws IOException {
        Path workflow = copyTable();
        Map<String, String> before = contents(workflow);
        assertEquals(ExitCode.SUCCESS, run(workflow), this::errors);
        Map<String, String> after = contents(workflow);
        assertEquals(
                "\"name\",\"income\"" + System.lineSeparator() + "\"Ann\",10.5" + System.lineSeparator() + "\"Bob\","
                        + System.lineSeparator(),
                after.remove(Path.of("data", "out.csv").toString()));
        assertEquals(before, after);
        assertTrue(output().contains("[2/2] done      CSV Writer (#2)"), output());
        assertTrue(output().contains(workflow.resolve("data/out.csv").toString()), output());
    }

    @Test
    void runs_a_copy_when_a_destination_is_given() throws IOException {
        Path workflow = copyTable();
        Map<String, String> before = contents(workflow);
        Path destination = folder.resolve("new/copy of it");
        assertEquals(
                ExitCode.SUCCESS, run(workflow, "-destDir=" + destination, "-showTable=data/out.csv"), this::errors);
        assertEquals(before, contents(workflow));
        assertTrue(Files.exists(destination.resolve("data/out.csv")));
        assertTrue(output().contains("name  income"), output());
        assertTrue(output().contains("Ann     10.5"), output());
    }

    @Test
    void columns_of_a_table_are_shown_with_their_texts_in_full() throws IOException {
        Path workflow = copyTable();
        String words = "a reason in words ".repeat(10).strip();
        Files.writeString(workflow.resolve("data/in.csv"), "name,income\nAnn,10.5\nBob," + words + "\n");
        assertEquals(ExitCode.SUCCESS, run(workflow, "-showTable=data/out.csv;name;income"), this::errors);
        List<String> shown = output().lines()
                .skip(output().lines().toList().indexOf("out.csv:"))
                .toList();
        assertEquals("  name  income", shown.get(1));
        assertEquals("  Ann   10.5", shown.get(2));
        String first = shown.get(3);
        assertTrue(first.startsWith("  Bob   a reason in words a reason") && first.length() <= 112, first);
        assertTrue(shown.get(4).startsWith("        "), shown.get(4));
        assertEquals(words, (first.substring(8) + " " + shown.get(4).strip()));
    }

    @Test
    void a_single_column_is_shown_as_a_line_per_row() throws IOException {
        assertEquals(ExitCode.SUCCESS, run(copyTable(), "-showTable=data/out.csv;name"), this::errors);
        assertTrue(output().replace("\r", "").contains("out.csv:\n  Ann\n  Bob\nFiles written:\n"), output());
    }

    @Test
    void an_unknown_column_is_named_with_those_there_are() throws IOException {
        assertEquals(ExitCode.EXECUTION_FAILED, run(copyTable(), "-showTable=data/out.csv;age"));
        assertTrue(errors().contains("it has no column 'age', but name, income"), errors());
    }

    @Test
    void round_trips_give_the_same_file() throws IOException {
        Path workflow = copyTable();
        Path copy = folder.resolve("copy");
        assertEquals(ExitCode.SUCCESS, run(workflow), this::errors);
        assertEquals(ExitCode.SUCCESS, run(workflow, "-destDir=" + copy, "-roundTrips"), this::errors);
        assertEquals(-1, Files.mismatch(workflow.resolve("data/out.csv"), copy.resolve("data/out.csv")));
    }

    @Test
    void options_change_settings_for_one_run() throws IOException {
        Path workflow = copyTable();
        assertEquals(
                ExitCode.SUCCESS,
                run(
                        workflow,
                        "-option=2,settings/file_chooser_settings/path/path,other.csv,String",
                        "-option=2,settings/write_column_header,false,boolean"),
                this::errors);
        assertTrue(Files.readString(workflow.resolve("data/other.csv")).startsWith("\"Ann\""));
    }

    @Test
    void options_that_do_not_exist_are_bad_arguments() throws IOException {
        Path workflow = copyTable();
        assertEquals(ExitCode.BAD_ARGUMENTS, run(workflow, "-option=9,k,1,int"));
        assertTrue(errors().contains("there is no such node"), errors());
        assertEquals(ExitCode.BAD_ARGUMENTS, run(workflow, "-option=1,settings/has_headr,true,boolean"));
        assertTrue(errors().contains("'has_headr' is none of [has_column_header"), errors());
        assertEquals(ExitCode.BAD_ARGUMENTS, run(workflow, "-option=1,settings/has_row_id,5,int"));
        assertFalse(Files.exists(workflow.resolve("data/out.csv")));
    }

    @Test
    void workflow_variables_set_settings_and_can_be_overridden() throws IOException {
        String reader = TestWorkflow.settings("reader-settings.xml")
                .replace("<entry key=\"customDescription\"", """
                        <config key="variables">
                            <entry key="version" type="xstring" value="V_2019_09_13"/>
                            <config key="tree"><config key="limit_rows">
                                <config key="max_rows">
                                    <entry key="used_variable" type="xstring" value="most"/>
                                    <entry key="exposed_variable" type="xstring" isnull="true" value=""/>
                                </config>
                            </config></config>
                        </config>
                        <entry key="customDescription\"""")
                .replace(
                        "key=\"limit_data_rows\" type=\"xboolean\" value=\"false\"",
                        "key=\"limit_data_rows\" type=\"xboolean\" value=\"true\"");
        Path workflow = new TestWorkflow(folder.resolve("variables"))
                .data("customers.csv", "a\n1\n2\n3\n")
                .node(1, "CSV Reader", reader)
                .writer(2, "out.csv")
                .connect(1, 1, 2, 1)
                .variable("most", "INTEGER", "2")
                .save();
        Path file = workflow.resolve("workflow.knime");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "key=\"value\" type=\"xstring\" value=\"2\"",
                                "key=\"value\" type=\"xint\" value=\"2\""));
        assertEquals(ExitCode.SUCCESS, run(workflow), this::errors);
        assertEquals(3, Files.readAllLines(workflow.resolve("data/out.csv")).size());
        assertEquals(ExitCode.SUCCESS, run(workflow, "-workflow.variable=most,1,int"), this::errors);
        assertEquals(2, Files.readAllLines(workflow.resolve("data/out.csv")).size());
    }

    @Test
    void unknown_nodes_and_loops_are_load_errors_with_name_and_remedy() throws IOException {
        String settings = TestWorkflow.settings("reader-settings.xml");
        String factory = "org.knime.base.node.io.filehandling.csv.reader.CSVTableReaderNodeFactory";
        Path workflow = new TestWorkflow(folder.resolve("unknown"))
                .node(
                        3,
                        "Magic",
                        settings.replace(factory, "com.example.MagicNodeFactory")
                                .replace("CSV Reader", "Magic"))
                .node(4, "Loop", settings.replace(factory, "org.knime.base.node.meta.looper.LoopStartCountNodeFactory"))
                .save();
        assertEquals(ExitCode.LOAD_ERROR, run(workflow));
        assertTrue(
                errors().contains("Magic (#3): this node is not known to the workbench (factory com.example.Magic"),
                errors());
        assertTrue(errors().contains("loops are not supported"), errors());
    }

    @Test
    void invalid_settings_are_load_errors() throws IOException {
        Path workflow = copyTable();
        assertEquals(ExitCode.LOAD_ERROR, run(workflow, "-option=2,advanced_settings/quote_mode,SOMETIMES,String"));
        assertTrue(
                errors().contains("CSV Writer (#2): its settings are invalid: 'quote_mode' is 'SOMETIMES'"), errors());
        assertEquals(
                ExitCode.LOAD_ERROR,
                run(workflow, "-option=1,settings/file_selection/path/file_system_type,MOUNTPOINT,String"));
        assertTrue(errors().contains("File system MOUNTPOINT"), errors());
        assertTrue(errors().contains("is not supported"), errors());
    }

    @Test
    void a_missing_file_fails_its_branch_only() throws IOException {
        Path workflow = new TestWorkflow(folder.resolve("branches"))
                .data("good.csv", "a\n1\n")
                .reader(1, "missing.csv")
                .writer(2, "never.csv")
                .connect(1, 1, 2, 1)
                .reader(3, "good.csv")
                .writer(4, "copy.csv")
                .connect(3, 1, 4, 1)
                .save();
        assertEquals(ExitCode.EXECUTION_FAILED, run(workflow));
        assertTrue(Files.exists(workflow.resolve("data/copy.csv")));
        assertTrue(errors().contains("ERROR CSV Reader (#1): File '"), errors());
        assertTrue(errors().contains("missing.csv' does not exist"), errors());
        assertTrue(errors().contains("Not executed: CSV Writer (#2)"), errors());
        assertFalse(errors().contains("\tat "), "no stack trace");
    }

    @Test
    void an_open_input_fails_with_its_name() throws IOException {
        Path workflow =
                new TestWorkflow(folder.resolve("open")).writer(2, "x.csv").save();
        assertEquals(ExitCode.EXECUTION_FAILED, run(workflow));
        assertTrue(errors().contains("CSV Writer (#2): Input 1"), errors());
        assertTrue(errors().contains("is not connected"), errors());
    }

    @Test
    void connections_must_fit_the_ports() throws IOException {
        Path workflow = new TestWorkflow(folder.resolve("ports"))
                .data("in.csv", "a\n1\n")
                .reader(1, "in.csv")
                .writer(2, "x.csv")
                .connect(1, 2, 2, 1)
                .save();
        assertEquals(ExitCode.LOAD_ERROR, run(workflow));
        assertTrue(
                errors().contains("A connection starts at output 2 of CSV Reader (#1), which has 1 outputs"), errors());
        Path image = new TestWorkflow(folder.resolve("image"))
                .data("in.csv", "a\n1\n")
                .reader(1, "in.csv")
                .node(2, "Image Writer (Port)", TestWorkflow.settings("image-writer-settings.xml"))
                .connect(1, 1, 2, 1)
                .save();
        assertEquals(ExitCode.LOAD_ERROR, run(image));
        assertTrue(errors().contains("does not fit"), errors());
    }

    @Test
    void flow_variable_connections_order_nodes() throws IOException {
        Path workflow = new TestWorkflow(folder.resolve("order"))
                .data("in.csv", "a\n1\n")
                .reader(1, "between.csv")
                .writer(2, "out.csv")
                .connect(1, 1, 2, 1)
                .reader(3, "in.csv")
                .writer(4, "between.csv")
                .connect(3, 1, 4, 1)
                .connect(4, 0, 1, 0)
                .save();
        assertEquals(ExitCode.SUCCESS, run(workflow), this::errors);
        assertTrue(Files.exists(workflow.resolve("data/out.csv")));
    }

    @Test
    void nothing_is_executed_when_not_asked_for() throws IOException {
        Path workflow = copyTable();
        assertEquals(ExitCode.SUCCESS, run(workflow, "-noexecute"), this::errors);
        assertFalse(Files.exists(workflow.resolve("data/out.csv")));
    }

    @Test
    void existing_files_are_kept_when_the_writer_says_so() throws IOException {
        Path workflow = copyTable();
        Files.writeString(workflow.resolve("data/out.csv"), "mine");
        String option = "-option=2,settings/file_chooser_settings/if_path_exists,";
        assertEquals(ExitCode.EXECUTION_FAILED, run(workflow, option + "fail,String"));
        assertEquals("mine", Files.readString(workflow.resolve("data/out.csv")));
        assertEquals(ExitCode.SUCCESS, run(workflow, option + "append,String"), this::errors);
        assertTrue(Files.readString(workflow.resolve("data/out.csv")).startsWith("mine\"name\""));
    }

    @Test
    void rows_that_begin_with_the_comment_character_are_counted() throws IOException {
        String note = " taken as comments, because they begin with '#': if these are rows, remove the character from"
                + " 'Comment line character'.";
        Path some = commented("some", "id,n\nA,1\n#B,2\n#C,3\n");
        assertEquals(ExitCode.SUCCESS, run(some), this::errors);
        assertTrue((output() + errors()).contains("in.csv': 2 lines were" + note), () -> output() + errors());
        Path all = commented("all", "id,n\n#A,1\n#B,2\n#C,3\n");
        assertEquals(ExitCode.SUCCESS, run(all), this::errors);
        assertTrue(
                (output() + errors()).contains("in.csv' has no data rows: 3 lines were" + note),
                () -> output() + errors());
        String none = "-option=1,settings/comment_char,,String";
        assertEquals(ExitCode.SUCCESS, run(all, none), this::errors);
        assertEquals(4, Files.readAllLines(all.resolve("data/out.csv")).size());
    }

    /** As KNIME 5.8 stores the columns of a CSV Reader whose texts become dates and times. */
    private static String column(int index, String name, String target, String factory) {
        return """
                <config key="%1$d"><config key="external_spec">
                    <entry key="name" type="xstring" value="%2$s"/>
                    <entry key="has_type" type="xboolean" value="true"/>
                    <config key="type"><entry key="class" type="xstring" value="java.lang.String"/></config></config>
                <entry key="name" type="xstring" value="%2$s"/>
                <entry key="keep" type="xboolean" value="true"/>
                <entry key="position" type="xint" value="%1$d"/>
                <config key="production_path">
                    <entry key="_converter" type="xstring" value="%4$s(class %3$s)"/>
                    <entry key="_converter_src" type="xstring" value="%3$s"/>
                    <entry key="_producer" type="xstring" value="class %3$s-&gt;%3$s"/>
                    <entry key="_producer_src" type="xstring" value="%3$s"/>
                    <entry key="_producer_dst" type="xstring" value="%3$s"/></config></config>
                """.formatted(index, name, target, factory);
    }

    @Test
    void texts_become_dates_and_times_where_the_transformation_says_so() throws IOException {
        String columns = column(0, "name", "java.lang.String", "org.knime.core.data.def.StringCell$StringCellFactory")
                + column(1, "since", "java.time.LocalDate", "org.knime.core.data.time.localdate.LocalDateCellFactory")
                + column(2, "at", "java.time.LocalTime", "org.knime.core.data.time.localtime.LocalTimeCellFactory");
        String settings = TestWorkflow.settings("reader-settings.xml")
                .replace("customers.csv", "in.csv")
                .replace(
                        "<config key=\"limit_rows\">",
                        "<config key=\"table_spec_config_Internals\"><config key=\"table_transformation\">"
                                + "<config key=\"columns\">" + columns
                                + "</config></config></config><config key=\"limit_rows\">");
        TestWorkflow dates = new TestWorkflow(folder.resolve("dates"))
                .data("in.csv", "name,since,at\nAnn,2012-06-02,13:45\nBob,,\n")
                .node(1, "CSV Reader", settings)
                .writer(2, "out.csv")
                .connect(1, 1, 2, 1);
        Path workflow = dates.save();
        assertEquals(ExitCode.SUCCESS, run(workflow, "-roundTrips"), this::errors);
        assertEquals(
                List.of("\"name\",\"since\",\"at\"", "\"Ann\",\"2012-06-02\",\"13:45\"", "\"Bob\",,"),
                Files.readAllLines(workflow.resolve("data/out.csv")));
        dates.data("in.csv", "name,since,at\nAnn,2012-13-02,13:45\n");
        assertEquals(ExitCode.EXECUTION_FAILED, run(workflow));
        assertTrue(
                errors().contains("Line 2, column 'since' (number 2): '2012-13-02' is no date such as 2012-06-02, to"
                        + " which the column is converted: correct the value"),
                errors());
    }

    private Path commented(String name, String text) throws IOException {
        return new TestWorkflow(folder.resolve(name))
                .data("in.csv", text)
                .reader(1, "in.csv")
                .writer(2, "out.csv")
                .connect(1, 1, 2, 1)
                .save();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_file_is_listed_only_when_it_was_written_whole() throws IOException {
        Path workflow = copyTable();
        String path = "-option=2,settings/file_chooser_settings/path/";
        assertEquals(
                ExitCode.EXECUTION_FAILED,
                run(workflow, path + "path,/dev/full,String", path + "file_system_type,LOCAL,String"));
        assertTrue(errors().contains("File '/dev/full' cannot be written: No space left on device"), errors());
        assertFalse(output().contains("Files written"), output());
        assertTrue(Files.exists(Path.of("/dev/full")));
        String tooLong = "x".repeat(300) + ".csv";
        assertEquals(ExitCode.EXECUTION_FAILED, run(workflow, path + "path," + tooLong + ",String"));
        assertTrue(errors().contains("File name too long"), errors());
        assertFalse(output().contains("Files written"), output());
        assertEquals(Set.of("in.csv"), contents(workflow.resolve("data")).keySet(), "what was written beside is gone");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void files_are_written_beside_their_place_and_leave_nothing_there() throws IOException {
        Path workflow = copyTable();
        assertEquals(ExitCode.SUCCESS, run(workflow), this::errors);
        assertEquals(
                Set.of("in.csv", "out.csv"), contents(workflow.resolve("data")).keySet());
        Path linked = Files.writeString(folder.resolve("linked.csv"), "old");
        Files.delete(workflow.resolve("data/out.csv"));
        Files.createSymbolicLink(workflow.resolve("data/out.csv"), linked);
        assertEquals(ExitCode.SUCCESS, run(workflow), this::errors);
        assertTrue(Files.isSymbolicLink(workflow.resolve("data/out.csv")));
        assertTrue(Files.readString(linked).startsWith("\"name\""));
    }

    @Test
    void help_shows_all_arguments() {
        assertEquals(ExitCode.SUCCESS, run(null, "-help"));
        assertTrue(output().contains("-workflow.variable=NAME,VALUE,TYPE"));
        assertEquals(ExitCode.BAD_ARGUMENTS, run(null));
        assertTrue(errors().contains("No workflow given"));
    }
}
