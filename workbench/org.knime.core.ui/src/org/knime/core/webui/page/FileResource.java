package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

// A file on disk.
record FileResource(Path file, String path) implements Resource {

    @Override
    public String getRelativePath() {
        return path;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public boolean isStatic() {
        return true;
    }

    @Override
    public ContentType getContentType() {
        return ContentType.ofPath(path);
    }
}
