package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.Workbench.Result;

/**
 * The example on machines like servers: no display, other languages and encodings, nothing writable but the destination.
 * Each run gives the same bytes as the product in a usual environment, and writes nothing anywhere else.
 */
class HeadlessTest {
    /** A root user may write anywhere; without these it is bound to permissions as everybody is. */
    private static final List<String> BOUND_BY_PERMISSIONS =
            List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--");

    @TempDir
    private Path folder;

    private Path scratch;
    private Path workflow;
    private Path results;
    private Workbench workbench;

    @BeforeEach
    void prepare() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
        workflow = Workbench.copy(Example.WORKFLOW, folder.resolve("workflow"));
        results = folder.resolve("results");
        workbench = new Workbench(scratch);
    }

    /** Runs the example, and looks at every place where it could have written something. */
    private void assertSameAndNothingElse(Path installation) throws Exception {
        Map<Path, Map<String, String>> before = inventories(installation);
        Result result = workbench
                .through(Workbench.script(installation))
                .run("-workflowDir=" + workflow, "-destDir=" + results);
        assertEquals(0, result.exitCode(), result::all);
        assertEquals("", result.errors());
        assertResults();
        assertEquals(before, inventories(installation));
    }

    /** The copy has the expected results in its data area, and besides them what the workflow has. */
    private void assertResults() throws Exception {
        Example.assertResults(results);
        Set<String> copied = new TreeSet<>(Workbench.inventory(results).keySet());
        copied.removeIf(name -> name.startsWith("data" + File.separator));
        Set<String> original = new TreeSet<>(Workbench.inventory(workflow).keySet());
        original.removeIf(name -> name.startsWith("data" + File.separator));
        assertEquals(original, copied);
    }

    private Map<Path, Map<String, String>> inventories(Path installation) throws IOException {
        Map<Path, Map<String, String>> inventories = new HashMap<>();
        for (Path place : new Path[] {installation, workflow, workbench.home(), workbench.temporary(), scratch}) {
            Map<String, String> files = Files.exists(place) ? Workbench.inventory(place) : new HashMap<>();
            files.keySet().removeAll(List.of("out.txt", "err.txt"));
            inventories.put(place, files);
        }
        assertEquals(1, inventories.get(workbench.temporary()).size(), inventories::toString);
        return inventories;
    }

    @Test
    void turkish_with_latin_1_on_samoa_in_1_gb() throws Exception {
        workbench.with(
                "-Xmx1g",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-1",
                "-Duser.timezone=Pacific/Apia");
        assertSameAndNothingElse(Workbench.INSTALLATION);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void german_with_the_heap_that_java_chooses_and_nothing_writable_but_the_destination() throws Exception {
        Path installation = Workbench.copy(Workbench.INSTALLATION, folder.resolve("installation"));
        List<Path> places = List.of(installation, workflow, workbench.home());
        try {
            for (Path place : places) {
                permit(place, false);
            }
            List<String> prefix = mayWrite(List.of(), workbench.home()) ? BOUND_BY_PERMISSIONS : List.of();
            for (Path place : places) {
                assumeTrue(
                        prefix.isEmpty() || !mayWrite(prefix, place),
                        () -> "root that cannot give up its privileges may write to " + place);
                assertFalse(mayWrite(prefix, place));
            }
            workbench
                    .with("-Duser.language=de", "-Duser.country=DE", "-Duser.timezone=America/St_Johns")
                    .under(prefix);
            assertSameAndNothingElse(installation);
        } finally {
            for (Path place : places) {
                permit(place, true);
            }
        }
    }

    private static boolean mayWrite(List<String> prefix, Path place) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("mkdir", place.resolve("probe").toString()));
        int code = new ProcessBuilder(command).start().waitFor();
        return Files.deleteIfExists(place.resolve("probe")) || code == 0;
    }

    private static void permit(Path place, boolean write) throws IOException {
        try (Stream<Path> tree = Files.walk(place)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                path.toFile().setWritable(write);
            }
        }
    }

    /**
     * KNIME's own way: Equinox's launcher, which leaves the user's home as it is. Here it cannot be written to by anybody,
     * because it would be inside of a file. Java finds out by itself that there is no display.
     */
    @Test
    void started_as_knime_is_started_without_a_home() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Path configuration = Files.createDirectory(folder.resolve("configuration"));
        Files.copy(Workbench.INSTALLATION.resolve("configuration/config.ini"), configuration.resolve("config.ini"));
        workbench.at(file.resolve("home"));
        Map<Path, Map<String, String>> before = inventories(Workbench.INSTALLATION);
        Result result = Program.run(equinox(configuration, folder.resolve("workspace")), scratch);
        assertEquals(0, result.exitCode(), result::all);
        assertResults();
        assertEquals(before, inventories(Workbench.INSTALLATION));
        assertEquals("not a folder", Files.readString(file));
    }

    private ProcessBuilder equinox(Path configuration, Path workspace) throws IOException {
        Path launcher;
        try (Stream<Path> jars = Files.list(Workbench.INSTALLATION.resolve("plugins"))) {
            launcher = jars.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Program.java(),
                        "-Xmx1g",
                        "-Duser.home=" + workbench.home(),
                        "-Djava.io.tmpdir=" + workbench.temporary(),
                        "-cp",
                        launcher.toString(),
                        "org.eclipse.equinox.launcher.Main",
                        "-nosplash",
                        "-install",
                        Workbench.INSTALLATION.toString(),
                        "-configuration",
                        configuration.toString(),
                        "-data",
                        workspace.toString(),
                        "-application",
                        "org.knime.product.KNIME_BATCH_APPLICATION",
                        "-workflowDir=" + workflow,
                        "-destDir=" + results)
                .directory(scratch.toFile());
        builder.environment().put("HOME", workbench.home().toString());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        return builder;
    }
}
