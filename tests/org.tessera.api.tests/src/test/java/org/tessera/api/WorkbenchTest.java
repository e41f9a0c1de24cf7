package org.tessera.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

/** The workbench's org.knime.* bundles promise nothing that KNIME does not keep. */
class WorkbenchTest {
    @BeforeEach
    void workbench_is_built() {
        assumeTrue(System.getProperty("knime.ap.url") == null, "a build against KNIME's SDK has no workbench");
    }

    @Test
    void everything_public_is_in_KNIME_with_the_same_signature() throws IOException {
        Map<String, String> reports = WorkbenchCheck.reports(Extract.read().values(), ClassFiles.workbench());
        Map<String, String> remaining = WorkbenchExceptions.NOT_IN_KNIME.remaining(reports);
        assertEquals(
                "",
                remaining.entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void both_bundles_are_seen() throws IOException {
        List<ClassNode> workbench = ClassFiles.workbench();
        assertTrue(workbench.stream().anyMatch(n -> n.name.equals("org/knime/core/data/DataTableSpec")));
        assertTrue(workbench.stream().anyMatch(n -> n.name.equals("org/knime/node/DefaultNode")));
        assertTrue(workbench.size() > 300, workbench.size() + " classes");
    }
}
