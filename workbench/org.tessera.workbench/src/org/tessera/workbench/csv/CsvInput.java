package org.tessera.workbench.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.zip.GZIPInputStream;

/** The characters of an open CSV file, unpacked and decoded, after the byte order mark and the lines to skip. */
final class CsvInput implements Closeable {
    private static final int GZIP_BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final FileChannel channel;
    private final Reader reader;
    private long skippedLines;

    CsvInput(CsvSource source, CsvSyntax syntax, long skipLines) throws IOException {
        channel = FileChannel.open(source.file());
        try {
            BufferedReader text = new BufferedReader(new InputStreamReader(unpacked(), source.charset()));
            skip(text, BYTE_ORDER_MARK);
            while (skippedLines < skipLines && skipLine(text)) {
                skippedLines++;
            }
            reader = syntax.rowDelimiter() == null ? text : new RowDelimiterReader(text, syntax);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private InputStream unpacked() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(2);
        channel.read(head, 0);
        InputStream in = Channels.newInputStream(channel);
        return head.getShort(0) == 0x1F8B ? new GZIPInputStream(in, GZIP_BUFFER) : in;
    }

    /** Passes over a character if it is the next one. */
    private static void skip(BufferedReader text, char character) throws IOException {
        text.mark(1);
        if (text.read() != character) {
            text.reset();
        }
    }

    private static boolean skipLine(BufferedReader text) throws IOException {
        int c = text.read();
        while (c >= 0 && c != '\n' && c != '\r') {
            c = text.read();
        }
        if (c == '\r') {
            skip(text, '\n');
        }
        return c >= 0;
    }

    Reader reader() {
        return reader;
    }

    /** The lines that were skipped, at most as many as the file has. */
    long skippedLines() {
        return skippedLines;
    }

    /** The bytes of the file that have been read. */
    long consumed() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
