package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.core.node.FluentNodeAPI;

/** A web page with the files it consists of. */
public sealed class Page implements Resource, FluentNodeAPI permits FromFilePage {

    /** The files beside the page itself, by path. */
    protected final Map<String, Resource> m_resources;

    /** Whether neither the page nor any file ever changes. */
    protected boolean m_isCompletelyStatic;

    private final Resource m_page;
    private final Map<String, Function<String, Resource>> m_byPrefix;

    /**
     * @param pageResource the page itself
     * @param isCompleteStatic whether neither it nor any file ever changes
     */
    protected Page(final Resource pageResource, final boolean isCompleteStatic) {
        m_page = pageResource;
        m_isCompletelyStatic = isCompleteStatic;
        m_resources = new HashMap<>();
        m_byPrefix = new TreeMap<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    }

    /** @param p a page to share the files of */
    protected Page(final Page p) {
        m_page = p.m_page;
        m_isCompletelyStatic = p.m_isCompletelyStatic;
        m_resources = p.m_resources;
        m_byPrefix = p.m_byPrefix;
    }

    /** @return the first stage of a page */
    public static RequireFromFileOrString create() {
        return new PageStage();
    }

    /**
     * Adds a file.
     *
     * @param content gives the content
     * @param relativePath the path below the page
     * @return this
     */
    public Page addResource(final Supplier<InputStream> content, final String relativePath) {
        return addResource(content, relativePath, null);
    }

    /**
     * Adds a text file.
     *
     * @param content gives the content
     * @param relativePath the path below the page
     * @param charset the character set
     * @return this
     */
    public Page addResource(final Supplier<InputStream> content, final String relativePath, final Charset charset) {
        m_resources.put(relativePath, new SuppliedResource(relativePath, content, false, charset));
        return this;
    }

    /**
     * Adds a text file.
     *
     * @param content gives the text
     * @param relativePath the path below the page
     * @return this
     */
    public Page addResourceFromString(final Supplier<String> content, final String relativePath) {
        addResource(() -> stream(content.get(), StandardCharsets.UTF_8), relativePath, StandardCharsets.UTF_8);
        return this;
    }

    /**
     * Adds all files of a folder.
     *
     * @param supplier gives the content by the path below the folder, null if there is no such file
     * @param relativePathPrefix the folder's path below the page
     * @param areStatic whether the files never change
     * @return this
     */
    public Page addResources(
            final Function<String, InputStream> supplier, final String relativePathPrefix, final boolean areStatic) {
        return addResources(supplier, relativePathPrefix, areStatic, null);
    }

    /**
     * Adds all text files of a folder.
     *
     * @param supplier gives the content by the path below the folder, null if there is no such file
     * @param relativePathPrefix the folder's path below the page
     * @param areStatic whether the files never change
     * @param charset the character set
     * @return this
     */
    public Page addResources(
            final Function<String, InputStream> supplier,
            final String relativePathPrefix,
            final boolean areStatic,
            final Charset charset) {
        if (!areStatic && isCompletelyStatic()) {
            throw new IllegalStateException("A completely static page takes static files only.");
        }
        m_byPrefix.put(relativePathPrefix, path -> {
            final InputStream content = supplier.apply(path);
            return content == null ? null : new SuppliedResource(path, () -> content, areStatic, charset);
        });
        return this;
    }

    /**
     * Finds a file.
     *
     * @param relativePath the path below the page
     * @return the file, empty if there is none
     */
    public Optional<Resource> getResource(final String relativePath) {
        final Resource resource = m_resources.get(relativePath);
        if (resource != null) {
            return Optional.of(resource);
        }
        for (final Map.Entry<String, Function<String, Resource>> entry : m_byPrefix.entrySet()) {
            final String prefix = entry.getKey().isEmpty() ? "" : entry.getKey() + "/";
            if (relativePath.startsWith(prefix)) {
                final Resource found = entry.getValue().apply(relativePath.substring(prefix.length()));
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String getRelativePath() {
        return m_page.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return m_page.getInputStream();
    }

    @Override
    public boolean isStatic() {
        return m_page.isStatic();
    }

    /** @return whether neither the page nor any file ever changes */
    public boolean isCompletelyStatic() {
        return m_isCompletelyStatic;
    }

    @Override
    public ContentType getContentType() {
        return m_page.getContentType();
    }

    @Override
    public Optional<Charset> getCharset() {
        return m_page.getCharset();
    }

    static InputStream stream(final String text, final Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    static Page ofContent(final Supplier<InputStream> content, final String path, final Charset charset) {
        return new Page(new SuppliedResource(path, content, false, charset), false);
    }

    /** The stage that takes where the page comes from. */
    public interface RequireFromFileOrString {

        /** @return the next stage of a page that is a file of a bundle */
        RequireBundle fromFile();

        /**
         * @param content gives the page's content
         * @return the next stage
         */
        default RequireRelativePath fromString(final InputStreamSupplier content) {
            return fromString(content, null);
        }

        /**
         * @param content gives the page's text
         * @return the next stage
         */
        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * @param content gives the page's content
         * @param charset its character set
         * @return the next stage
         */
        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

        /**
         * @param content gives the page's text
         * @param charset the character set to write it in
         * @return the next stage
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** The stage that takes the bundle a page is a file of. */
    public interface RequireBundle {

        /**
         * @param clazz a class of the bundle
         * @return the next stage
         */
        RequireBasePath bundleClass(Class<?> clazz);

        /**
         * @param bundleID the bundle's symbolic name
         * @return the next stage
         */
        RequireBasePath bundleID(String bundleID);
    }

    /** The stage that takes the folder of the page's files. */
    public interface RequireBasePath {

        /**
         * @param basePath the folder's path in the bundle
         * @return the next stage
         */
        RequireRelativeFilePath basePath(String basePath);
    }

    /** The stage that takes the page's file. */
    public interface RequireRelativeFilePath {

        /**
         * @param relativeFilePath the file's path in the folder
         * @return the page
         */
        FromFilePage relativeFilePath(String relativeFilePath);
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

    /** Gives a content. */
    public interface InputStreamSupplier extends Supplier<InputStream> {}
}
