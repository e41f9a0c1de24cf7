package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.util.FileUtil;
import org.tessera.workbench.kernel.WorkflowSite;

/** Paths and URLs lead to files as in KNIME, and what a node writes there is noted. */
class FileUtilTest {
    @TempDir
    private Path workflow;

    private WorkflowSite site;

    @BeforeEach
    void enter() {
        site = new WorkflowSite(workflow);
        site.enter();
    }

    @AfterEach
    void leave() {
        WorkflowSite.leave();
    }

    private static Path resolve(final String location) throws IOException, URISyntaxException {
        return FileUtil.resolveToPath(FileUtil.toURL(location));
    }

    @Test
    void urls_of_the_workflow_lead_into_its_directory() throws Exception {
        final Path file = workflow.resolve("data").resolve("my report.html");
        assertEquals(file, resolve("knime://knime.workflow/data/my report.html"));
        assertEquals(file, resolve("knime://knime.workflow/data/my%20report.html"));
    }

    @Test
    void local_paths_and_file_urls_lead_to_themselves() throws Exception {
        final Path file = workflow.resolve("a b.html");
        assertEquals(file, resolve(file.toString()));
        assertEquals(file, resolve(file.toUri().toString()));
        assertEquals(Path.of("x.html").toAbsolutePath(), resolve("x.html"));
    }

    @Test
    void other_machines_have_no_path() throws Exception {
        assertNull(resolve("https://example.org/report.html"));
    }

    @Test
    void what_is_not_in_the_workflow_is_refused_by_name() {
        for (final String url : new String[] {"knime://LOCAL/a", "knime://knime.workflow/../a"}) {
            final IOException e = assertThrows(IOException.class, () -> resolve(url));
            assertTrue(e.getMessage().contains("'" + url + "'"), e::getMessage);
        }
        assertThrows(InvalidPathException.class, () -> FileUtil.toURL(""));
    }

    @Test
    void urls_of_knime_are_names_only() throws Exception {
        final URL url = FileUtil.toURL("knime://knime.workflow/data/x");
        assertTrue(assertThrows(IOException.class, url::openStream).getMessage().contains("knime.workflow"));
    }

    @Test
    void files_that_changed_since_they_were_asked_for_are_noted_as_written() throws Exception {
        final Path replaced = Files.writeString(workflow.resolve("replaced"), "old");
        Files.writeString(workflow.resolve("left"), "old");
        resolve("knime://knime.workflow/replaced");
        resolve("knime://knime.workflow/left");
        resolve("knime://knime.workflow/new");
        resolve("knime://knime.workflow/never");
        assertEquals(Set.of(), site.written());
        Files.move(Files.writeString(workflow.resolve("part"), "new"), replaced, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(workflow.resolve("new"), "new");
        assertEquals(Set.of(replaced, workflow.resolve("new")), site.written());
    }
}
