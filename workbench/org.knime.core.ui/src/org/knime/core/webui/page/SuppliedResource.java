package org.knime.core.webui.page;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;

// A file whose content is computed.
record SuppliedResource(Supplier<InputStream> content, Charset charset) implements Resource {

    @Override
    public InputStream getInputStream() {
        return content.get();
    }

    @Override
    public Optional<Charset> getCharset() {
        return Optional.ofNullable(charset);
    }
}
