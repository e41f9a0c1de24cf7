package org.knime.core.webui.page;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;

// A file whose content is computed.
record SuppliedResource(String path, Supplier<InputStream> content, boolean fixed, Charset charset)
        implements Resource {

    @Override
    public String getRelativePath() {
        return path;
    }

    @Override
    public InputStream getInputStream() {
        return content.get();
    }

    @Override
    public boolean isStatic() {
        return fixed;
    }

    @Override
    public ContentType getContentType() {
        return ContentType.ofPath(path);
    }

    @Override
    public Optional<Charset> getCharset() {
        return Optional.ofNullable(charset);
    }
}
