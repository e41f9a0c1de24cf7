package org.tessera.workbench.nodes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.tessera.workbench.kernel.WorkflowSite;

/**
 * The file a writer node writes, as its file chooser is set.
 *
 * @param location where it lies
 * @param policy what happens if it exists
 * @param createFolders whether missing folders are created; the workflow's data area always is
 */
record OutputFile(FileLocation location, Policy policy, boolean createFolders) {

    /** What happens if the file exists. */
    enum Policy {
        /** It is replaced. */
        OVERWRITE,
        /** The new content goes to its end. */
        APPEND,
        /** The node fails. */
        FAIL
    }

    static OutputFile load(NodeSettingsRO chooser) throws InvalidSettingsException {
        String policy = chooser.getString("if_path_exists");
        try {
            return new OutputFile(
                    FileLocation.load(chooser),
                    Policy.valueOf(policy.toUpperCase(Locale.ROOT)),
                    chooser.getBoolean("create_missing_folders"));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    "'if_path_exists' is '" + policy + "', it must be overwrite, append or fail", e);
        }
    }

    /** Finds the file and makes sure that its folder exists. */
    Path prepare(WorkflowSite site) throws IOException, InvalidSettingsException {
        Path file = location.resolve(site);
        if (Files.isDirectory(file)) {
            throw new IOException("'" + file + "' is a folder: name a file");
        }
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            if (!createFolders && !folder.equals(site.dataArea())) {
                throw new IOException(
                        "Folder '" + folder + "' does not exist: create it, or switch on 'Create missing folders'");
            }
            Files.createDirectories(folder);
        }
        return file;
    }

    /** Writes the content of a file. */
    interface Content {

        /** Writes the whole content; the stream is flushed and closed by the caller. */
        void write(OutputStream out) throws Exception;
    }

    /**
     * Writes the file beside its place, moves it there when it is whole, and notes that it is written; what fails leaves
     * everything as it was. Devices and pipes take the content directly.
     *
     * @param file as {@link #prepare} returned it
     */
    void write(Path file, WorkflowSite site, Content content) throws Exception {
        boolean exists = Files.exists(file);
        if (exists && policy == Policy.FAIL) {
            throw exists(file, null);
        }
        if (exists && !Files.isWritable(file)) {
            throw new IOException("File '" + file + "' cannot be written: permission denied");
        }
        try {
            if (exists && !Files.isRegularFile(file)) {
                fill(file, content);
            } else {
                replace(exists ? file.toRealPath() : file, content);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException e) {
            throw new IOException("File '" + file + "' cannot be written: " + FileNodeModel.reason(e), e);
        }
        site.wrote(file);
    }

    private void replace(Path file, Content content) throws Exception {
        Path part = file.resolveSibling(".tessera-" + UUID.randomUUID() + ".part");
        try {
            if (policy == Policy.APPEND && Files.exists(file)) {
                Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES);
            }
            fill(part, content);
            if (policy == Policy.FAIL) {
                Files.move(part, file);
            } else {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Writes to the end of a file. */
    private static void fill(Path file, Content content) throws Exception {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            content.write(out);
        }
    }

    private static IOException exists(Path file, FileAlreadyExistsException cause) {
        return new IOException(
                "File '" + file + "' exists: remove it, or set 'If exists' to overwrite or append", cause);
    }
}
