package org.knime.core.webui.page;

import java.nio.charset.Charset;
import org.knime.core.webui.page.Page.InputStreamSupplier;
import org.knime.core.webui.page.Page.RequireBasePath;
import org.knime.core.webui.page.Page.RequireBundle;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.core.webui.page.Page.RequireRelativePath;
import org.knime.core.webui.page.Page.StringSupplier;

/** The first stages of a page. */
final class PageStage implements RequireFromFileOrString {

    @Override
    public RequireBundle fromFile() {
        return new RequireBundle() {

            @Override
            public RequireBasePath bundleClass(final Class<?> clazz) {
                return folder -> file -> new FromFilePage(BundleFolder.of(clazz, folder), file);
            }

            @Override
            public RequireBasePath bundleID(final String bundleID) {
                return folder -> file -> new FromFilePage(BundleFolder.of(bundleID, folder), file);
            }
        };
    }

    @Override
    public RequireRelativePath fromString(final InputStreamSupplier content, final Charset charset) {
        return path -> Page.ofContent(content, path, charset);
    }

    @Override
    public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
        return path -> Page.ofContent(() -> Page.stream(content.get(), charset), path, charset);
    }
}
