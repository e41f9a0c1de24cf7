package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.workbench.batch.ArgumentParser;
import org.tessera.workbench.batch.BatchArguments;
import org.tessera.workbench.batch.BatchArguments.Flag;
import org.tessera.workbench.batch.OptionType;
import org.tessera.workbench.batch.ShownTable;
import org.tessera.workbench.batch.UsageException;

/** The command line: KNIME's arguments, and what is wrong with wrong ones. */
class ArgumentParserTest {
    @TempDir
    private Path folder;

    private BatchArguments parse(String... more) throws UsageException {
        List<String> arguments = new ArrayList<>(List.of("-workflowDir=" + folder));
        arguments.addAll(List.of(more));
        return ArgumentParser.parse(arguments);
    }

    @Test
    void reads_workflow_and_switches() throws UsageException {
        BatchArguments arguments = parse(
                "-reset", "-nosave", "-noexecute", "-showTable=data/a.csv", "-showTable=data/b.csv;Name;In words");
        assertEquals(folder, arguments.source());
        assertFalse(arguments.archive());
        assertTrue(arguments.has(Flag.NO_EXECUTE));
        assertFalse(arguments.has(Flag.DEBUG));
        assertEquals(
                List.of(
                        new ShownTable("data/a.csv", List.of()),
                        new ShownTable("data/b.csv", List.of("Name", "In words"))),
                arguments.tables());
    }

    @Test
    void reads_option_with_commas_in_its_value() throws UsageException {
        var option = parse("-option=3,advanced/names,\"a,b\",String").options().get(0);
        assertEquals(List.of(3), option.nodeIds());
        assertEquals(List.of("advanced", "names"), option.keys());
        assertEquals("a,b", option.value());
        assertEquals(OptionType.STRING, option.type());
    }

    @Test
    void reads_ids_of_nested_nodes() throws UsageException {
        assertEquals(
                List.of(2, 5), parse("-option=2/5,k,3,int").options().get(0).nodeIds());
    }

    @Test
    void reads_workflow_variables_of_all_types() throws UsageException {
        var variables = parse(
                        "-workflow.variable=file,a b.csv,String",
                        "-workflow.variable=k,4,int",
                        "-workflow.variable=share,0.25,double")
                .variables();
        assertEquals("a b.csv", variables.get(0).value());
        assertEquals(4, variables.get(1).value());
        assertEquals(0.25, variables.get(2).value());
    }

    @Test
    void tolerates_what_scripts_for_knime_pass() throws UsageException {
        BatchArguments arguments = parse(
                "-nosplash",
                "-consoleLog",
                "-noexit",
                "-application",
                "org.knime.product.KNIME_BATCH_APPLICATION",
                "-data",
                "somewhere",
                "-failonloaderror",
                "-updateLinks",
                "-credential=db;me;secret",
                "-vmargs",
                "-Xmx2g");
        assertEquals(folder, arguments.source());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-unknown",
                "-workflowDir",
                "-reset=true",
                "-destDir=",
                "-option=1,k,3",
                "-option=1,k,3,decimal",
                "-option=1,k,three,int",
                "-option=one,k,3,int",
                "-option=1,a//b,3,int",
                "-workflow.variable=k,4",
                "-workflow.variable=k,4,boolean",
                "-workflow.variable=k,4.5,int",
                "-preferences=missing.epf",
                "-credential=",
                "-masterkey="
            })
    void refuses_what_is_unknown_or_malformed(String argument) {
        assertThrows(UsageException.class, () -> parse(argument));
    }

    @Test
    void refuses_two_workflows_and_none() {
        assertThrows(UsageException.class, () -> parse("-workflowDir=" + folder));
        assertThrows(UsageException.class, () -> ArgumentParser.parse(List.of("-reset")));
    }

    @Test
    void refuses_a_workflow_that_does_not_exist() throws IOException {
        Path file = Files.createFile(folder.resolve("a.knwf"));
        assertTrue(assertThrows(UsageException.class, () -> ArgumentParser.parse(List.of("-workflowDir=" + file)))
                .getMessage()
                .contains("not a directory"));
        assertThrows(UsageException.class, () -> ArgumentParser.parse(List.of("-workflowFile=" + folder)));
    }

    @Test
    void help_needs_no_workflow() throws UsageException {
        assertTrue(ArgumentParser.parse(List.of("-help")).has(Flag.HELP));
    }
}
