package org.tessera.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workflow as KNIME exports it without data: a zip with one folder named like the workflow, an entry per file and none
 * per folder.
 *
 * <p>Left out are what KNIME leaves out (saved tables and models, locks, logs), and in the data area the files that the
 * workflow's own writer nodes write, because those are results of a former run. Order and times of the entries are fixed:
 * the same files give the same bytes.
 */
final class WorkflowExport {
    /** A month after the first that zip knows: Java adds the time zone to that one. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String DATA = "data";
    private static final List<String> FOLDERS_OF_A_RUN =
            List.of("port_", "internalTables", "filestore", "internal", "drop");
    private static final List<String> FILES_OF_A_RUN = List.of("model_", ".savedWithData", ".knimeLock", "knime.log");

    private final Path workflow;

    /**
     * Prepares an export.
     *
     * @param workflow the workflow's folder
     */
    WorkflowExport(Path workflow) {
        this.workflow = workflow;
    }

    /**
     * Writes the archive.
     *
     * @param archive the file to write; replaced if it exists
     * @return the number of files in it
     * @throws IOException if a file cannot be read or written
     */
    int write(Path archive) throws IOException {
        List<String> names = names();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (String name : names) {
                ZipEntry entry = new ZipEntry(workflow.getFileName() + "/" + name);
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                Files.copy(workflow.resolve(name), zip);
                zip.closeEntry();
            }
        }
        return names.size();
    }

    /**
     * Lists what is exported.
     *
     * @return paths relative to the workflow with slashes, in order
     * @throws IOException if a file cannot be read
     */
    List<String> names() throws IOException {
        Set<Path> results = new HashSet<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(workflow)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.add(file);
                if (file.endsWith("settings.xml")) {
                    WriterTarget.of(file)
                            .ifPresent(target -> results.add(dataArea().resolve(target)));
                }
            }
        }
        return files.stream()
                .filter(file -> !isSaved(workflow.relativize(file)))
                .filter(file -> results.stream().noneMatch(file::startsWith))
                .map(file -> workflow.relativize(file).toString().replace('\\', '/'))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private Path dataArea() {
        return workflow.resolve(DATA);
    }

    /** Whether KNIME writes the file when it saves a workflow with its results; the data area is the user's. */
    private static boolean isSaved(Path file) {
        if (file.startsWith(DATA)) {
            return false;
        }
        String name = file.getFileName().toString();
        for (Path folder : file.getParent() == null ? List.<Path>of() : file.getParent()) {
            if (FOLDERS_OF_A_RUN.stream().anyMatch(folder.toString()::startsWith)) {
                return true;
            }
        }
        return name.equals("data.xml") || FILES_OF_A_RUN.stream().anyMatch(name::startsWith);
    }
}
