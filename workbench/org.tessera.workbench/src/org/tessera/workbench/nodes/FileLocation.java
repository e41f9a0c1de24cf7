package org.tessera.workbench.nodes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.tessera.workbench.kernel.WorkflowSite;

/**
 * A file named in the settings of a reader or writer node.
 *
 * <p>Supported are the workflow's data area, its directory and absolute paths of the local file system; everything else
 * KNIME knows (mount points, spaces, URLs, connected file systems) is refused by name. A path in the data area must not
 * lead out of it.
 *
 * @param kind what the path is relative to
 * @param path the path as stored
 */
record FileLocation(Kind kind, String path) {

    /** What a path is relative to. */
    enum Kind {
        /** The workflow's data area. */
        DATA_AREA,
        /** The workflow's directory. */
        WORKFLOW,
        /** Nothing: an absolute local path. */
        LOCAL
    }

    private static final String INTERNALS = "file_system_chooser__Internals";

    /**
     * Reads a file chooser's settings.
     *
     * @param chooser the config that holds the config {@code path}
     * @return the location
     * @throws InvalidSettingsException if no file is chosen or it lies on a file system that is not supported
     */
    static FileLocation load(NodeSettingsRO chooser) throws InvalidSettingsException {
        if (chooser.containsKey(INTERNALS) && chooser.getNodeSettings(INTERNALS).getBoolean("has_fs_port", false)) {
            throw new InvalidSettingsException("A file system connection is not supported: remove the port and put the"
                    + " file into the workflow's data area or name a local path");
        }
        NodeSettingsRO path = chooser.getNodeSettings("path");
        String text = path.getString("path", null);
        if (!path.getBoolean("location_present", true) || text == null || text.isBlank()) {
            throw new InvalidSettingsException("No file is chosen: set 'path/path'");
        }
        if (!text.equals(text.trim())) {
            throw new InvalidSettingsException(
                    "Path '" + text + "' begins or ends with a blank: remove it, KNIME does not take such a path");
        }
        String type = path.getString("file_system_type");
        String specifier = path.getString("file_system_specifier", "");
        if (type.equals("LOCAL")) {
            return new FileLocation(Kind.LOCAL, text);
        }
        if (type.equals("RELATIVE") && "knime.workflow.data".equals(specifier)) {
            return new FileLocation(Kind.DATA_AREA, text);
        }
        if (type.equals("RELATIVE") && "knime.workflow".equals(specifier)) {
            return new FileLocation(Kind.WORKFLOW, text);
        }
        throw new InvalidSettingsException("File system " + type
                + (specifier == null || specifier.isEmpty() ? "" : " (" + specifier + ")")
                + " is not supported: put the file into the workflow's data area or name a local path");
    }

    /**
     * Finds the file.
     *
     * @param site where the workflow lives
     * @return its absolute path
     * @throws InvalidSettingsException if the path is no valid one, is not absolute, or leaves the data area
     */
    Path resolve(WorkflowSite site) throws InvalidSettingsException {
        try {
            if (kind == Kind.LOCAL) {
                Path file = Path.of(path);
                if (!file.isAbsolute()) {
                    throw new InvalidSettingsException(
                            "Local path '" + path + "' is not absolute: give the whole path");
                }
                return file.normalize();
            }
            Path base = kind == Kind.DATA_AREA ? site.dataArea() : site.directory();
            Path file = base.resolve(path.replaceFirst("^[/\\\\]+", "")).normalize();
            if (kind == Kind.DATA_AREA && !file.startsWith(base)) {
                throw new InvalidSettingsException("Path '" + path + "' leads out of the workflow's data area: name a"
                        + " path inside, or a local path");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new InvalidSettingsException("Path '" + path + "' is not valid: " + e.getReason(), e);
        }
    }

    /**
     * States that there is no file to read, and how to name another.
     *
     * @param file the file that was looked for
     * @param chooser path of the file chooser in the node's settings
     * @return a sentence
     */
    static String missing(Path file, String chooser) {
        String option = " -option=<node>," + chooser + "/path/";
        return "File '" + file + "' does not exist or is no file: put it there, or set another with" + option
                + "path,<file>,String, for a path from the root of the file system together with" + option
                + "file_system_type,LOCAL,String";
    }
}
