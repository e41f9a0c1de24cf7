package org.knime.core.node.port;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Views of zip streams that close the current entry only. */
final class OpenZip {
    private OpenZip() {}

    /** A view for reading. */
    static final class Input extends FilterInputStream {
        private final ZipInputStream zip;

        Input(final ZipInputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
        }
    }

    /** A view for writing. */
    static final class Output extends FilterOutputStream {
        private final ZipOutputStream zip;

        Output(final ZipOutputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            zip.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
        }
    }
}
