package org.knime.core.util;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.tessera.workbench.kernel.WorkflowSite;

/** Finds files by paths and URLs, those of KNIME in the workflow that runs ({@code knime://knime.workflow/}) among them. */
public final class FileUtil {
    private static final String PROTOCOL = "knime";
    private static final String WORKFLOW = "knime.workflow";

    private FileUtil() {}

    /** KNIME opens its URLs; here they only name files. */
    private static final class NamesOnly extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(final URL url) throws IOException {
            throw new IOException("'" + url + "' cannot be opened: resolve it to a path");
        }
    }

    /**
     * Converts a path into a URL, unless it is one already.
     *
     * @param path a URL, in which blanks may stand for themselves, or a path of the local file system
     * @return a URL
     * @throws MalformedURLException if it is neither
     * @throws InvalidPathException if it is empty or no valid path
     */
    public static URL toURL(final String path) throws MalformedURLException, InvalidPathException {
        if (path.isEmpty()) {
            throw new InvalidPathException("", "Empty path");
        }
        final String text = path.replace(" ", "%20");
        try {
            return text.startsWith(PROTOCOL + ":") ? new URL(null, text, new NamesOnly()) : new URL(text);
        } catch (MalformedURLException e) {
            return Paths.get(path).toAbsolutePath().toUri().toURL();
        }
    }

    /**
     * Finds the local file that a URL names; it need not exist.
     *
     * @param url a URL
     * @return the path, or null if it names nothing on this machine
     * @throws IOException if the URL is one of KNIME, but not of the workflow's directory
     * @throws URISyntaxException if the URL holds characters that it must not
     */
    public static Path resolveToPath(final URL url) throws IOException, URISyntaxException {
        if (url.getProtocol().equalsIgnoreCase("file")) {
            return noted(Paths.get(url.toURI()));
        }
        return url.getProtocol().equalsIgnoreCase(PROTOCOL) ? noted(inWorkflow(url.toURI())) : null;
    }

    private static Path inWorkflow(final URI uri) throws IOException {
        if (!WORKFLOW.equals(uri.getHost())) {
            throw new IOException("'" + uri + "' is not supported: use knime://" + WORKFLOW + "/ or a local path");
        }
        final Path directory = WorkflowSite.current().directory();
        final Path file =
                directory.resolve(uri.getPath().replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("'" + uri + "' leads out of the workflow");
        }
        return file;
    }

    private static Path noted(final Path file) {
        WorkflowSite.noteResolved(file);
        return file;
    }
}
