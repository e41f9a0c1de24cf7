package org.tessera.workbench.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Unpacks and packs workflow archives (.knwf, .zip).
 *
 * <p>An archive is refused when an entry would leave the target folder, and when it unpacks to more than is sensible:
 * 100,000 entries, 16 GB, or (beyond 64 MB) 200 times its own size.
 */
public final class WorkflowArchive {
    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_BYTES = 16L << 30;
    private static final long UNSUSPICIOUS_BYTES = 64L << 20;
    private static final int MOST_RATIO = 200;

    /** The file by which KNIME locks a workflow that is open. */
    private static final String LOCK = ".knimeLock";

    private WorkflowArchive() {}

    /**
     * Unpacks an archive.
     *
     * @param archive the archive
     * @param target an empty folder
     * @return the folder of the workflow in it: the target itself or the one folder in it
     * @throws WorkflowException if the archive is damaged, dangerous, or holds none or several workflows
     */
    public static Path unpack(Path archive, Path target) throws WorkflowException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new WorkflowException("Archive '" + archive + "' has " + zip.size() + " entries, at most "
                        + MOST_ENTRIES + " are unpacked");
            }
            long left = Math.min(MOST_BYTES, Math.max(UNSUSPICIOUS_BYTES, MOST_RATIO * Files.size(archive)));
            long limit = left;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                left -= unpack(zip, entries.nextElement(), target, left);
                if (left < 0) {
                    throw new WorkflowException("Archive '" + archive + "' unpacks to more than " + (limit >> 20)
                            + " MB: it is refused as a zip bomb; unpack it yourself and use -workflowDir=");
                }
            }
        } catch (ZipException e) {
            throw new WorkflowException("Archive '" + archive + "' is damaged or no archive: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new WorkflowException("Archive '" + archive + "' cannot be unpacked: " + e.getMessage(), e);
        }
        return workflowIn(archive, target);
    }

    private static long unpack(ZipFile zip, ZipEntry entry, Path target, long limit)
            throws IOException, WorkflowException {
        String name = entry.getName().replace('\\', '/');
        Path file = file(name, target);
        if (entry.isDirectory() || name.endsWith("/")) {
            Files.createDirectories(file);
            return 0;
        }
        Files.createDirectories(file.getParent());
        long count = 0;
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count += n;
                if (count > limit) {
                    return count;
                }
                out.write(buffer, 0, n);
            }
        }
        return count;
    }

    /** The file of an entry, which is inside of the target. */
    private static Path file(String entry, Path target) throws WorkflowException {
        try {
            Path file = target.resolve(entry).normalize();
            boolean leaves = entry.startsWith("/") || entry.matches("[A-Za-z]:.*");
            if (leaves || !file.startsWith(target) || List.of(entry.split("/")).contains("..")) {
                throw new WorkflowException(
                        "Archive entry '" + entry + "' would be written outside of the target folder: refused");
            }
            return file;
        } catch (InvalidPathException e) {
            String shown = entry.replaceAll("\\p{Cntrl}", "?");
            throw new WorkflowException(
                    "Archive entry '" + shown + "' is no name of a file on this computer: " + e.getReason(), e);
        }
    }

    private static Path workflowIn(Path archive, Path target) throws WorkflowException {
        if (isWorkflow(target)) {
            return target;
        }
        List<Path> workflows = new ArrayList<>();
        try (Stream<Path> children = Files.list(target)) {
            children.filter(WorkflowArchive::isWorkflow).sorted().forEach(workflows::add);
        } catch (IOException e) {
            throw new WorkflowException("Archive '" + archive + "' cannot be unpacked: " + e.getMessage(), e);
        }
        if (workflows.size() != 1) {
            List<Path> names = workflows.stream().map(Path::getFileName).toList();
            throw new WorkflowException("Archive '" + archive + "' holds "
                    + (names.isEmpty() ? "no workflow" : names.size() + " workflows, " + names + ": pack one only"));
        }
        return workflows.get(0);
    }

    private static boolean isWorkflow(Path folder) {
        return Files.isRegularFile(folder.resolve(WorkflowReader.WORKFLOW_FILE));
    }

    /**
     * Packs a workflow's directory into an archive, below one folder with the archive's name.
     *
     * @param workflow the directory
     * @param archive the archive to write; replaced if it exists
     * @throws IOException if writing fails
     */
    public static void pack(Path workflow, Path archive) throws IOException {
        String top = archive.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(workflow)) {
            tree.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Path file : files) {
                String name = workflow.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(top + "/" + name));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /**
     * Copies a workflow's directory; files that exist at the destination are replaced.
     *
     * @param workflow the directory
     * @param destination where to, not inside of the directory
     * @throws IOException if copying fails or the destination is a folder with other things in it
     */
    public static void copy(Path workflow, Path destination) throws IOException {
        Path from = workflow.toRealPath();
        Path existing = destination.toAbsolutePath().normalize();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        Path planned = existing.toRealPath()
                .resolve(existing.relativize(destination.toAbsolutePath().normalize()));
        if (planned.startsWith(from) || from.startsWith(planned)) {
            throw new IOException("Destination '" + destination + "' and workflow '" + workflow
                    + "' lie one inside the other: choose another destination");
        }
        Files.createDirectories(destination);
        Path to = destination.toRealPath();
        checkReplaceable(to, destination);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.getFileName().toString().equals(LOCK)) {
                    return FileVisitResult.CONTINUE;
                }
                Path copy = to.resolve(from.relativize(file).toString());
                Files.deleteIfExists(copy);
                try (InputStream in = Files.newInputStream(file)) {
                    Files.copy(in, copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void checkReplaceable(Path folder, Path shown) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            if (!isWorkflow(folder) && children.findAny().isPresent()) {
                throw new IOException("Destination '" + shown
                        + "' exists and is no workflow: nothing was copied; choose an empty or new folder");
            }
        }
    }

    /**
     * Deletes a folder with everything in it.
     *
     * @param folder the folder
     * @throws IOException if something cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
