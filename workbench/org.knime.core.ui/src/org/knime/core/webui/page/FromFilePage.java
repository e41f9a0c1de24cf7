package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A page that is a file of a bundle; it is completely static until files are added that are not. */
public non-sealed class FromFilePage extends Page {

    private final Path m_folder;

    FromFilePage(final Path folder, final String file) {
        super(new FileResource(folder.resolve(file), file), true);
        m_folder = folder;
    }

    /** @param p a page to share the files of */
    protected FromFilePage(final FromFilePage p) {
        super(p);
        m_folder = p.m_folder;
    }

    /**
     * Adds a file of the page's folder.
     *
     * @param relativeFilePath the file's path in the folder
     * @return this
     */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        m_resources.put(relativeFilePath, new FileResource(m_folder.resolve(relativeFilePath), relativeFilePath));
        return this;
    }

    /**
     * Adds all files below a folder of the page's folder.
     *
     * @param relativeDirPath the path in the page's folder
     * @return this
     */
    public FromFilePage addResourceDirectory(final String relativeDirPath) {
        try (Stream<Path> walk = Files.walk(m_folder.resolve(relativeDirPath))) {
            final List<Path> files = walk.filter(Files::isRegularFile).toList();
            files.forEach(
                    file -> addResourceFile(m_folder.relativize(file).toString().replace('\\', '/')));
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the folder '" + relativeDirPath + "' cannot be listed.", e);
        }
        return this;
    }

    @Override
    public FromFilePage addResource(final Supplier<InputStream> content, final String relativePath) {
        m_isCompletelyStatic = false;
        super.addResource(content, relativePath);
        return this;
    }

    @Override
    public FromFilePage addResourceFromString(final Supplier<String> content, final String relativePath) {
        m_isCompletelyStatic = false;
        super.addResourceFromString(content, relativePath);
        return this;
    }

    @Override
    public FromFilePage addResources(
            final Function<String, InputStream> supplier, final String relativePathPrefix, final boolean areStatic) {
        addResources(supplier, relativePathPrefix, areStatic, null);
        return this;
    }

    @Override
    public Page addResources(
            final Function<String, InputStream> supplier,
            final String relativePathPrefix,
            final boolean areStatic,
            final Charset charset) {
        m_isCompletelyStatic &= areStatic;
        return super.addResources(supplier, relativePathPrefix, areStatic, charset);
    }
}
