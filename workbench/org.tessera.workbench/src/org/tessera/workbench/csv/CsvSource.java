package org.tessera.workbench.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file as a stream of UTF-8: gzip (by its first bytes) unpacked, other encodings converted, a byte order mark
 * removed.
 *
 * @param file the file
 * @param charset its encoding
 */
public record CsvSource(Path file, Charset charset) {

    /**
     * Opens the file.
     *
     * @return its text in UTF-8; to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            InputStream plain = unpacked(new PushbackInputStream(raw, 4));
            return withoutMark(charset.equals(StandardCharsets.UTF_8) ? plain : new Recoded(plain, charset));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream unpacked(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(2);
        in.unread(head);
        boolean gzip = head.length == 2 && head[0] == 0x1F && head[1] == (byte) 0x8B;
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream text = new PushbackInputStream(in, 3);
        byte[] head = text.readNBytes(3);
        boolean mark = head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        if (!mark) {
            text.unread(head);
        }
        return text;
    }

    /** Another encoding as UTF-8. */
    private static final class Recoded extends InputStream {
        private final InputStreamReader reader;
        private final CharBuffer characters = CharBuffer.allocate(1 << 15);
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        Recoded(InputStream in, Charset charset) {
            reader = new InputStreamReader(in, charset);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (!bytes.hasRemaining()) {
                characters.clear();
                int read = reader.read(characters);
                if (read < 0) {
                    return -1;
                }
                completePair();
                bytes = StandardCharsets.UTF_8.encode(characters.flip());
            }
            int count = Math.min(length, bytes.remaining());
            bytes.get(target, offset, count);
            return count;
        }

        /** Reads the second half of a surrogate pair whose first half ends the buffer. */
        private void completePair() throws IOException {
            int last = characters.position() - 1;
            if (last >= 0 && Character.isHighSurrogate(characters.get(last)) && characters.hasRemaining()) {
                int low = reader.read();
                if (low >= 0) {
                    characters.put((char) low);
                }
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
