package org.knime.core.webui.page;

import java.nio.charset.Charset;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.core.webui.page.Page.RequireRelativePath;
import org.knime.core.webui.page.Page.StringSupplier;

/** The first stages of a page. */
final class PageStage implements RequireFromFileOrString {

    @Override
    public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
        return path -> Page.ofContent(() -> Page.stream(content.get(), charset), charset);
    }
}
