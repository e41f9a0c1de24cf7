package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.Workbench.Result;

/** The archives in workflows/target, as they are handed to users. */
class PackedWorkflowTest {
    private static final Path WORKFLOWS =
            Path.of("../../workflows").toAbsolutePath().normalize();
    private static final Path PACKED = WORKFLOWS.resolve("target");

    @TempDir
    private Path folder;

    @Test
    void there_is_one_for_every_workflow() throws Exception {
        Set<String> packed;
        try (Stream<Path> archives = Files.walk(PACKED)) {
            packed = archives.filter(Files::isRegularFile)
                    .map(file -> PACKED.relativize(file).toString())
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
        Set<String> expected;
        try (Stream<Path> files = Files.walk(WORKFLOWS)) {
            expected = files.filter(file -> file.endsWith("workflow.knime"))
                    .map(file -> WORKFLOWS.relativize(file.getParent()) + ".knwf")
                    .collect(TreeSet::new, Set::add, Set::addAll);
        }
        assertTrue(expected.contains("customer-segmentation.knwf"), expected::toString);
        assertEquals(expected, packed);
    }

    @Test
    void the_example_runs_from_its_archive_and_leaves_the_archive_alone() throws Exception {
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("scratch")));
        Map<String, String> before = Workbench.inventory(PACKED);
        Path results = folder.resolve("results");
        Result result =
                workbench.run("-workflowFile=" + PACKED.resolve("customer-segmentation.knwf"), "-destDir=" + results);
        assertEquals(0, result.exitCode(), result::all);
        Example.assertResults(results);
        assertEquals(before, Workbench.inventory(PACKED));
        assertEquals(1, Workbench.inventory(workbench.temporary()).size());
    }
}
