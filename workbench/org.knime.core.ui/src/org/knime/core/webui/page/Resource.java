package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** A file of a page. */
public interface Resource {

    /** The kinds of file that a page can consist of. */
    enum ContentType {
        /** A document, {@code .html}. */
        HTML,
        /** A script, {@code .js}. */
        SHADOW_APP,
        /** A drawing, {@code .svg}. */
        SVG,
        /** An image, {@code .png}. */
        PNG;

        static ContentType ofPath(final String path) {
            final String extension = path.substring(path.lastIndexOf('.') + 1);
            return switch (extension) {
                case "html" -> HTML;
                case "js" -> SHADOW_APP;
                case "svg" -> SVG;
                case "png" -> PNG;
                default -> throw new IllegalArgumentException(
                        "'" + path + "' is no file of a page: use .html, .js, .svg or .png and put styles inline.");
            };
        }
    }

    /** @return the path below the page */
    String getRelativePath();

    /**
     * @return the content
     * @throws IOException if it cannot be read
     */
    InputStream getInputStream() throws IOException;

    /** @return whether the content never changes */
    boolean isStatic();

    /** @return the kind of file */
    ContentType getContentType();

    /** @return the character set of a text file, if known */
    default Optional<Charset> getCharset() {
        return Optional.empty();
    }
}
