package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.FluentNodeAPI;

/** A web page. */
public class Page implements Resource, FluentNodeAPI {

    private final Resource m_page;

    /**
     * @param pageResource the page itself
     * @param isCompleteStatic whether neither it nor any file ever changes
     */
    protected Page(final Resource pageResource, final boolean isCompleteStatic) {
        m_page = pageResource;
    }

    /** @return the first stage of a page */
    public static RequireFromFileOrString create() {
        return new PageStage();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return m_page.getInputStream();
    }

    @Override
    public Optional<Charset> getCharset() {
        return m_page.getCharset();
    }

    static InputStream stream(final String text, final Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    static Page ofContent(final Supplier<InputStream> content, final Charset charset) {
        return new Page(new SuppliedResource(content, charset), false);
    }

    /** The stage that takes where the page comes from. */
    public interface RequireFromFileOrString {

        /**
         * @param content gives the page's text
         * @return the next stage
         */
        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * @param content gives the page's text
         * @param charset the character set to write it in
         * @return the next stage
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** The stage that takes the page's path. */
    public interface RequireRelativePath {

        /**
         * @param relativePath the path, whose extension tells the kind of page
         * @return the page
         */
        Page relativePath(String relativePath);
    }

    /** Gives a text. */
    public interface StringSupplier extends Supplier<String> {}
}
