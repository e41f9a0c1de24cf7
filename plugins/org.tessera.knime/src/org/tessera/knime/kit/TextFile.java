package org.tessera.knime.kit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knime.core.util.FileUtil;
import org.knime.node.parameters.widget.choices.Label;
import org.tessera.engine.run.SegmentationException;

/**
 * A file that a node writes, named by a path of this machine or a URL of KNIME. It is written beside its place and moved there
 * when it is whole, so that nobody reads half of it.
 *
 * @param content what is written
 * @param location path or URL
 * @param ifExists what happens if the file exists
 * @param createFolders whether folders that do not exist are created
 */
public record TextFile(Content content, String location, IfExists ifExists, boolean createFolders) {

    /** Title of the option for a file that exists. */
    public static final String IF_EXISTS = "If the file exists";

    /** The choice of that option that replaces the file. */
    public static final String OVERWRITE = "Overwrite";

    /** Title of the option that creates folders. */
    public static final String CREATE_FOLDERS = "Create missing folders";

    /** What happens if the file exists. The names are stored in workflows and never change. */
    public enum IfExists {
        /** The file is replaced. */
        @Label(value = TextFile.OVERWRITE, description = "The file is replaced once the new one is complete.")
        OVERWRITE,
        /** The node fails. */
        @Label(value = "Fail", description = "The node fails, and the file stays as it is.")
        FAIL
    }

    /**
     * What is written.
     *
     * @param name what it is, such as "report"
     * @param column the column of the output table that holds the same text
     * @param example a place in the workflow where it may be written
     */
    public record Content(String name, String column, String example) {

        private String remedy() {
            return "name a local path or one in the workflow, such as " + example;
        }
    }

    /** The protocol of a URL; a single letter is a drive of Windows. */
    private static final Pattern PROTOCOL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

    /**
     * Writes the file.
     *
     * @param text its text
     * @return where it lies
     * @throws SegmentationException if it cannot be written, with the path and a remedy
     */
    public Path write(String text) {
        Path file = resolve();
        if (Files.isDirectory(file)) {
            throw failure(file, "it is a folder", null, "name a file in it");
        }
        Path folder = file.getParent();
        try {
            if (createFolders && folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw failure(file, "its folder cannot be created: " + reason(e), e, "choose another folder");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw failure(
                    file, "its folder does not exist", null, "create the folder", "turn on '" + CREATE_FOLDERS + "'");
        }
        if (ifExists == IfExists.FAIL && Files.exists(file)) {
            throw exists(file, null);
        }
        try {
            replace(file, text);
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException e) {
            throw failure(file, reason(e), e, "choose another folder", "free space or permissions there");
        }
        return file;
    }

    private void replace(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path part = target.resolveSibling(".tessera-" + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            if (ifExists == IfExists.OVERWRITE) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, target);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The path that the location names; the folders need not exist. */
    private Path resolve() {
        String place = location.strip();
        try {
            Matcher protocol = PROTOCOL.matcher(place);
            if (!protocol.matches()) {
                return absolute(Path.of(place));
            }
            URL url = FileUtil.toURL(place);
            Path path = url.getProtocol().equalsIgnoreCase(protocol.group(1)) ? FileUtil.resolveToPath(url) : null;
            if (path == null) {
                throw failure(
                        place,
                        "it is not on this machine",
                        null,
                        content.remedy(),
                        "write the column '" + content.column() + "' by another node");
            }
            return path;
        } catch (InvalidPathException e) {
            throw failure(place, "it is no valid path: " + e.getReason(), e, content.remedy());
        } catch (URISyntaxException e) {
            throw failure(place, "it is no valid URL: " + e.getReason(), e, content.remedy());
        } catch (IOException e) {
            throw failure(place, reason(e), e, content.remedy());
        }
    }

    private Path absolute(Path path) throws IOException {
        if (!path.isAbsolute()) {
            throw failure(path, "the path is not absolute", null, "give the whole path", content.remedy());
        }
        try {
            return FileUtil.resolveToPath(path.toUri().toURL());
        } catch (URISyntaxException e) {
            throw failure(path, "it is no valid path: " + e.getReason(), e, content.remedy());
        }
    }

    private SegmentationException exists(Path file, IOException cause) {
        return failure(file, "it exists", cause, "remove it", "set '" + IF_EXISTS + "' to " + OVERWRITE);
    }

    private SegmentationException failure(Object file, String reason, Exception cause, String... remedies) {
        return new SegmentationException(
                "The " + content.name() + " was not written to '" + file + "': " + reason, cause, remedies);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "a file stands where a folder is needed";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
