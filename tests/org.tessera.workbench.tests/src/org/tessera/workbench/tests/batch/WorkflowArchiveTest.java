package org.tessera.workbench.tests.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.workbench.workflow.WorkflowArchive;
import org.tessera.workbench.workflow.WorkflowException;

/** Archives and copies of workflows. */
class WorkflowArchiveTest {
    @TempDir
    private Path folder;

    private Path zip(String name, int zeros) throws IOException {
        Path archive = folder.resolve("archive.knwf");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < zeros; i++) {
                zip.write(block);
            }
        }
        return archive;
    }

    private String problem(Path archive) throws IOException {
        Path target = Files.createDirectories(folder.resolve("deep/target"));
        return assertThrows(WorkflowException.class, () -> WorkflowArchive.unpack(archive, target))
                .getMessage();
    }

    @Test
    void what_is_packed_is_unpacked() throws Exception {
        Path workflow = TestWorkflow.copyTable(folder.resolve("a workflow"));
        Path archive = folder.resolve("packed.knwf");
        WorkflowArchive.pack(workflow, archive);
        Path unpacked = WorkflowArchive.unpack(archive, Files.createDirectory(folder.resolve("target")));
        assertEquals("packed", unpacked.getFileName().toString());
        assertEquals(-1, Files.mismatch(workflow.resolve("workflow.knime"), unpacked.resolve("workflow.knime")));
        assertEquals(-1, Files.mismatch(workflow.resolve("data/in.csv"), unpacked.resolve("data/in.csv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.txt", "a/../../evil.txt", "/evil.txt", "..\\evil.txt", "C:/evil.txt"})
    void entries_that_leave_the_target_are_refused(String name) throws Exception {
        assertTrue(problem(zip(name, 0)).contains("outside of the target folder: refused"));
        assertFalse(Files.exists(folder.resolve("deep/evil.txt")));
        assertFalse(Files.exists(folder.resolve("evil.txt")));
    }

    @Test
    void entries_that_cannot_be_files_are_refused() throws Exception {
        assertEquals(
                "Archive entry 'a/workfl?w.knime' is no name of a file on this computer: Nul character not allowed",
                problem(zip("a/workfl\0w.knime", 0)));
    }

    @Test
    void bombs_are_refused() throws Exception {
        assertTrue(problem(zip("workflow/zeros", 70)).contains("zip bomb"));
    }

    @Test
    void archives_without_workflow_or_with_damage_are_refused() throws Exception {
        assertTrue(problem(zip("readme.txt", 0)).contains("holds no workflow"));
        Path text = Files.writeString(folder.resolve("text.knwf"), "no archive");
        assertTrue(problem(text).contains("damaged or no archive"));
    }

    @Test
    void a_copy_replaces_files_but_only_those_of_a_workflow() throws Exception {
        Path workflow = TestWorkflow.copyTable(folder.resolve("workflow"));
        Files.createFile(workflow.resolve(".knimeLock"));
        Path copy = folder.resolve("new/copy");
        WorkflowArchive.copy(workflow, copy);
        Files.writeString(copy.resolve("data/in.csv"), "changed");
        WorkflowArchive.copy(workflow, copy);
        assertEquals(-1, Files.mismatch(workflow.resolve("data/in.csv"), copy.resolve("data/in.csv")));
        assertFalse(Files.exists(copy.resolve(".knimeLock")));

        Path other = Files.createDirectory(folder.resolve("other"));
        Files.createFile(other.resolve("letter.txt"));
        assertThrows(IOException.class, () -> WorkflowArchive.copy(workflow, other));
        assertFalse(Files.exists(other.resolve("workflow.knime")));
    }

    @Test
    void a_copy_into_itself_is_refused_before_anything_is_created() throws Exception {
        Path workflow = TestWorkflow.copyTable(folder.resolve("workflow"));
        Path inside = workflow.resolve("data/copy");
        assertThrows(IOException.class, () -> WorkflowArchive.copy(workflow, inside));
        assertFalse(Files.exists(inside));
        assertThrows(IOException.class, () -> WorkflowArchive.copy(workflow, folder));
    }
}
