package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** A file of a page. */
public interface Resource {

    /**
     * @return the content
     * @throws IOException if it cannot be read
     */
    InputStream getInputStream() throws IOException;

    /** @return the character set of a text file, if known */
    default Optional<Charset> getCharset() {
        return Optional.empty();
    }
}
