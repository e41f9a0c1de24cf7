package org.tessera.packing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.TreeSet;

/** Packs every workflow below a folder into an archive that KNIME imports. */
public final class PackWorkflows {
    private static final String WORKFLOW = "workflow.knime";

    private PackWorkflows() {}

    /**
     * Packs, and ends with an exception when there is nothing to pack.
     *
     * @param arguments the folder with the workflows; the folder for the archives, which get the same subfolders
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path to = Path.of(arguments[1]).toAbsolutePath().normalize();
        List<Path> workflows = workflows(from, to);
        if (workflows.isEmpty()) {
            throw new IOException("No folder below " + from + " has a " + WORKFLOW + ": nothing to pack");
        }
        for (Path workflow : workflows) {
            Path name = from.relativize(workflow);
            Path archive = to.resolve(name.resolveSibling(name.getFileName() + ".knwf"));
            Files.createDirectories(archive.getParent());
            int files = new WorkflowExport(workflow).write(archive);
            System.out.println(name + ": " + files + " files in " + archive);
        }
    }

    /**
     * Finds workflows.
     *
     * @param folder where to look; a workflow's own folders (metanodes) are not workflows
     * @param without a folder that is passed over
     * @return the workflows' folders in order
     * @throws IOException if a folder cannot be read
     */
    static List<Path> workflows(Path folder, Path without) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (directory.equals(without)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (Files.isRegularFile(directory.resolve(WORKFLOW))) {
                    found.add(directory);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return List.copyOf(found);
    }
}
