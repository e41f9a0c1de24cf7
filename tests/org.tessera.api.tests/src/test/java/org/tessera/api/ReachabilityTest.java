package org.tessera.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

/** The workbench holds only what the product, a test of the product or the runner reaches. */
class ReachabilityTest {
    @BeforeEach
    void workbench_is_built() {
        assumeTrue(System.getProperty("knime.ap.url") == null, "a build against KNIME's SDK has no workbench");
    }

    @Test
    void everything_in_the_workbench_is_reached_by_product_runner_or_tests_of_the_product() throws IOException {
        List<ClassNode> workbench = new ArrayList<>(ClassFiles.workbench());
        workbench.addAll(ClassFiles.runner());
        Map<String, String> reports = ReachabilityCheck.reports(roots(), ClassFiles.registered(), workbench);
        Map<String, String> remaining = WorkbenchExceptions.UNREACHED.remaining(reports);
        assertEquals(
                "",
                remaining.entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining("\n")),
                "delete what nothing reaches (docs/decisions/0015-what-the-workbench-is-for.md), then mvn clean");
    }

    @Test
    void product_its_tests_and_the_runner_are_seen() throws IOException {
        List<ClassNode> roots = roots();
        assertTrue(roots.stream().anyMatch(n -> n.name.equals("org/tessera/knime/cluster/KMeansNodeFactory")));
        assertTrue(roots.size() > 400, roots.size() + " classes");
        assertTrue(ClassFiles.runner().size() > 100, ClassFiles.runner().size() + " classes of the runner");
        assertTrue(ClassFiles.registered().contains("org/tessera/workbench/batch/BatchApplication"));
    }

    private static List<ClassNode> roots() throws IOException {
        List<ClassNode> roots = new ArrayList<>(ClassFiles.product());
        roots.addAll(ClassFiles.productTests());
        return roots;
    }
}
