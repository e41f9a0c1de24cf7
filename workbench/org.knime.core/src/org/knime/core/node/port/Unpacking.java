package org.knime.core.node.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipInputStream;

/**
 * Counts what is unpacked from one zip, the zips in it included, and refuses more than is sensible: beyond 64 MB, 200
 * times the size of what was packed.
 */
final class Unpacking {
    private static final long UNSUSPICIOUS_BYTES = 64L << 20;
    private static final int MOST_RATIO = 200;

    private final LongSupplier packed;
    private long unpacked;

    Unpacking(final LongSupplier packed) {
        this.packed = packed;
    }

    // Counts what a read returned, and returns it.
    private int count(final int read) throws IOException {
        unpacked += Math.max(0, read);
        if (unpacked > UNSUSPICIOUS_BYTES && unpacked / MOST_RATIO > packed.getAsLong()) {
            throw new IOException("It unpacks to more than " + (unpacked >> 20) + " MB, " + MOST_RATIO
                    + " times its own size: it is refused as a zip bomb");
        }
        return read;
    }

    ZipInputStream zip(final InputStream in) {
        return new ZipInputStream(in) {
            @Override
            public int read(final byte[] bytes, final int offset, final int length) throws IOException {
                return count(super.read(bytes, offset, length));
            }
        };
    }

    PortObjectZipInputStream object(final InputStream in) {
        return new PortObjectZipInputStream(in) {
            @Override
            public int read(final byte[] bytes, final int offset, final int length) throws IOException {
                return count(super.read(bytes, offset, length));
            }
        };
    }

    PortObjectSpecZipInputStream spec(final InputStream in) {
        return new PortObjectSpecZipInputStream(in) {
            @Override
            public int read(final byte[] bytes, final int offset, final int length) throws IOException {
                return count(super.read(bytes, offset, length));
            }
        };
    }
}
