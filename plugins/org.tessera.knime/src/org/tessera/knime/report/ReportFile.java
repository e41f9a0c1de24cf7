package org.tessera.knime.report;

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
import org.tessera.engine.run.SegmentationException;

/**
 * The file of a report, named by a path of this machine or a URL of KNIME. It is written beside its place and moved there when
 * it is whole, so that nobody reads half a report.
 *
 * @param location path or URL
 * @param overwrite whether a file that exists is replaced
 * @param createFolders whether folders that do not exist are created
 */
record ReportFile(String location, boolean overwrite, boolean createFolders) {

    private static final String REMEDY = "name a local path or one in the workflow, such as " + ReportParameters.FILE;

    /** The protocol of a URL; a single letter is a drive of Windows. */
    private static final Pattern PROTOCOL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

    /**
     * Writes the report.
     *
     * @param html its text
     * @return where it lies
     * @throws SegmentationException if it cannot be written, with the path and a remedy
     */
    Path write(String html) {
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
                    file,
                    "its folder does not exist",
                    null,
                    "create the folder",
                    "turn on '" + ReportParameters.CREATE_FOLDERS + "'");
        }
        if (!overwrite && Files.exists(file)) {
            throw exists(file, null);
        }
        try {
            replace(file, html);
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException e) {
            throw failure(file, reason(e), e, "choose another folder", "free space or permissions there");
        }
        return file;
    }

    private void replace(Path file, String html) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path part = target.resolveSibling(".tessera-" + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, html, StandardCharsets.UTF_8);
            if (overwrite) {
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
        String text = location.strip();
        try {
            Matcher protocol = PROTOCOL.matcher(text);
            if (!protocol.matches()) {
                return absolute(Path.of(text));
            }
            URL url = FileUtil.toURL(text);
            Path path = url.getProtocol().equalsIgnoreCase(protocol.group(1)) ? FileUtil.resolveToPath(url) : null;
            if (path == null) {
                throw failure(
                        text, "it is not on this machine", null, REMEDY, "write the column 'HTML' by another node");
            }
            return path;
        } catch (InvalidPathException e) {
            throw failure(text, "it is no valid path: " + e.getReason(), e, REMEDY);
        } catch (URISyntaxException e) {
            throw failure(text, "it is no valid URL: " + e.getReason(), e, REMEDY);
        } catch (IOException e) {
            throw failure(text, reason(e), e, REMEDY);
        }
    }

    private Path absolute(Path path) throws IOException {
        if (!path.isAbsolute()) {
            throw failure(path, "the path is not absolute", null, "give the whole path", REMEDY);
        }
        try {
            return FileUtil.resolveToPath(path.toUri().toURL());
        } catch (URISyntaxException e) {
            throw failure(path, "it is no valid path: " + e.getReason(), e, REMEDY);
        }
    }

    private static SegmentationException exists(Path file, IOException cause) {
        return failure(
                file,
                "it exists",
                cause,
                "remove it",
                "set '" + ReportParameters.IF_EXISTS + "' to " + ReportParameters.OVERWRITE);
    }

    private static SegmentationException failure(Object file, String reason, Exception cause, String... remedies) {
        return new SegmentationException("The report was not written to '" + file + "': " + reason, cause, remedies);
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
