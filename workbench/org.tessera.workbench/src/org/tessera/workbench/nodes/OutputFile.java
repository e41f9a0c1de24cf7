package org.tessera.workbench.nodes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

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

    /** Opens the file and notes that it is written. */
    OutputStream open(Path file, WorkflowSite site) throws IOException {
        OpenOption[] options = switch (policy) {
            case OVERWRITE -> new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING};
            case APPEND -> new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND};
            case FAIL -> new OpenOption[] {StandardOpenOption.CREATE_NEW};
        };
        OpenOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = StandardOpenOption.WRITE;
        try {
            OutputStream out = Files.newOutputStream(file, all);
            site.wrote(file);
            return out;
        } catch (AccessDeniedException e) {
            throw new IOException("File '" + file + "' cannot be written: permission denied", e);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "File '" + file + "' exists: remove it, or set 'If exists' to overwrite or append", e);
        }
    }
}
