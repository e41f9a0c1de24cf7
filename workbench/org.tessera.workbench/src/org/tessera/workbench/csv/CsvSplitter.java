package org.tessera.workbench.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/**
 * Splits a stream of UTF-8 into records and values, as byte ranges of blocks: no object is made for a value.
 *
 * <p>Blank lines and comment lines are passed over. Blanks around values are dropped, and those inside quotes too unless
 * quotes are kept. A quoted value may hold delimiters and line breaks; when text follows its closing quote, everything
 * up to the next delimiter is taken as it stands. A quote that is never closed is an error. The records do not depend on
 * the size of the blocks. An instance serves one thread at a time; a block grows only for a record that is larger.
 */
final class CsvSplitter implements BlockSource {
    /** By how much a record may be larger than a single value. */
    private static final int MORE_VALUES = 1 << 20;

    private static final int MORE = -1;

    private enum Scan {
        RECORD,
        PASSED_OVER,
        MORE_NEEDED,
        END
    }

    private final InputStream in;
    private final CsvBytes bytes;
    private final CsvLimits limits;
    private final int size;
    private CsvBlock block;
    private byte[] buffer;
    private byte[] tail = new byte[0];
    private int start;
    private int limit;
    private int next;
    private boolean ended;
    private IOException problem;
    private long line = 1;
    private int lineBreaks;
    private long consumed;

    CsvSplitter(InputStream in, CsvSyntax syntax, CsvLimits limits, int size) {
        this.in = in;
        this.bytes = new CsvBytes(syntax);
        this.limits = limits;
        this.size = size;
    }

    /** An empty block, to be filled. */
    CsvBlock newBlock() {
        return new CsvBlock(bytes, size);
    }

    @Override
    public CsvBlock next(CsvBlock used) {
        CsvBlock filled = used == null ? newBlock() : used;
        fill(filled);
        return filled;
    }

    /** Passes over physical lines, whatever they hold, before the first block. */
    void skipLines(long lines) throws IOException {
        if (lines == 0) {
            return;
        }
        open(newBlock());
        for (long i = 0; i < lines; i++) {
            int end = lineEnd(start);
            while (end == MORE) {
                refill();
                end = lineEnd(start);
            }
            next = end;
            pass();
        }
        close();
    }

    /** Fills a block with the next records, at least one unless the file ends; it keeps what is thrown on the way. */
    void fill(CsvBlock target) {
        try {
            open(target);
            Scan scan = scan();
            while (scan != Scan.END) {
                if (scan == Scan.RECORD) {
                    block.addRecord(next, line);
                    pass();
                } else if (scan == Scan.PASSED_OVER) {
                    block.dropValues();
                    pass();
                } else if (block.records() > 0) {
                    close();
                    return;
                } else {
                    refill();
                }
                scan = scan();
            }
            block.end(null);
        } catch (IOException | RuntimeException | Error e) {
            target.end(e);
        }
    }

    /** Starts a block with the bytes left over from the one before. */
    private void open(CsvBlock target) {
        target.clear(consumed);
        block = target;
        buffer = target.buffer();
        while (buffer.length < tail.length + CsvBlock.SLACK) {
            buffer = target.grow();
        }
        System.arraycopy(tail, 0, buffer, 0, tail.length);
        limit = tail.length;
        start = 0;
        next = 0;
        read();
    }

    /** Keeps the bytes that belong to no record of the block. */
    private void close() {
        block.dropValues();
        tail = Arrays.copyOfRange(buffer, start, limit);
    }

    /** Reads until the block is full or the file ends; what goes wrong counts when the bytes before are used up. */
    private void read() {
        int full = buffer.length - CsvBlock.SLACK;
        while (limit < full && !ended && problem == null) {
            try {
                int read = in.read(buffer, limit, full - limit);
                ended = read < 0;
                limit += Math.max(0, read);
            } catch (IOException e) {
                problem = e;
            }
        }
        buffer[limit] = bytes.sentinel();
    }

    private void refill() throws IOException {
        int length = limit - start;
        long longest = (long) limits.maxCellBytes() + MORE_VALUES;
        if (length > longest) {
            throw new CsvException("Line " + line + ": the row holds more than " + limits.maxCellBytes()
                    + " bytes: a quote may never be closed; otherwise switch off 'Limit memory per column'");
        }
        if (problem != null) {
            throw problem;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Reading was stopped");
        }
        block.dropValues();
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, length);
            block.move(start);
        } else {
            buffer = block.grow();
        }
        start = 0;
        next = 0;
        limit = length;
        read();
    }

    private int lineEnd(int p) {
        for (int q = p; q < limit; q++) {
            if (buffer[q] == '\n' || (buffer[q] == '\r' && (q + 1 < limit || ended))) {
                boolean two = buffer[q] == '\r' && q + 1 < limit && buffer[q + 1] == '\n';
                lineBreaks++;
                return q + (two ? 2 : 1);
            }
        }
        return ended ? limit : MORE;
    }

    private void pass() {
        consumed += next - start;
        start = next;
        line += lineBreaks;
        lineBreaks = 0;
    }

    private Scan scan() throws CsvException {
        lineBreaks = 0;
        int p = start;
        if (p == limit) {
            return ended ? Scan.END : Scan.MORE_NEEDED;
        }
        if (bytes.isComment(buffer[p])) {
            next = rowEnd(p);
            return next == MORE ? Scan.MORE_NEEDED : Scan.PASSED_OVER;
        }
        while (true) {
            p = plainValues(p);
            int value = bytes.skipBlanks(buffer, p, limit);
            int end = bytes.isQuote(buffer[value]) && value < limit ? quoted(value) : plain(value, value);
            if (end == MORE) {
                return Scan.MORE_NEEDED;
            }
            int length = bytes.delimiterAt(buffer, end, limit);
            if (length == 0) {
                next = rowEnd(end);
                return next == MORE ? Scan.MORE_NEEDED : isBlankLine() ? Scan.PASSED_OVER : Scan.RECORD;
            }
            p = end + length;
        }
    }

    /** Takes the values that are plain to see; returns where the first other one starts. */
    private int plainValues(int p) throws CsvException {
        int first = p;
        int end = bytes.plainEnd(buffer, first);
        while (end >= 0 && end < limit) {
            add(first, end, CsvBlock.PLAIN);
            first = end + 1;
            end = bytes.plainEnd(buffer, first);
        }
        return first;
    }

    private boolean isBlankLine() {
        return block.hasOneEmptyValue();
    }

    /** Scans to the end of an unquoted value that starts at {@code first}; returns where its delimiter is. */
    private int plain(int first, int p) throws CsvException {
        int q = p;
        while (true) {
            q = bytes.findStop(buffer, q);
            if (q >= limit) {
                if (!ended) {
                    return MORE;
                }
                q = limit;
                break;
            }
            if (bytes.separates(buffer, q, limit)) {
                break;
            }
            if (bytes.mayContinue(q, limit) && !ended) {
                return MORE;
            }
            q++;
        }
        add(first, bytes.trimEnd(buffer, first, q), CsvBlock.PLAIN);
        return q;
    }

    private int quoted(int p) throws CsvException {
        int linesBefore = lineBreaks;
        byte kind = CsvBlock.QUOTED;
        int q = p + 1;
        while (true) {
            q = bytes.findQuoteStop(buffer, q, limit);
            if (q + 1 >= limit && !ended) {
                return MORE;
            }
            if (q >= limit) {
                throw new CsvException("Line " + (line + linesBefore) + ": the quote that opens value "
                        + (block.openValues() + 1) + " is never closed: close it, or set another quote character");
            }
            byte b = buffer[q];
            if (b == '\n' || b == '\r') {
                if (b == '\r') {
                    kind |= CsvBlock.ESCAPED;
                }
                boolean two = b == '\r' && q + 1 < limit && buffer[q + 1] == '\n';
                lineBreaks++;
                q += two ? 2 : 1;
            } else if (bytes.escapes(buffer, q, limit)) {
                kind |= CsvBlock.ESCAPED;
                q += 2;
            } else if (bytes.isQuote(b)) {
                return closed(p, q, kind);
            } else {
                q++;
            }
        }
    }

    /** Ends a quoted value from {@code open} to {@code close}, the positions of its quotes. */
    private int closed(int open, int close, byte kind) throws CsvException {
        int q = bytes.skipBlanks(buffer, close + 1, limit);
        if ((q >= limit || bytes.mayContinue(q, limit)) && !ended) {
            return MORE;
        }
        if (q < limit && !bytes.separates(buffer, q, limit)) {
            return plain(open, q);
        }
        if (bytes.keepsQuotes()) {
            add(open, close + 1, kind);
        } else {
            int first = bytes.trimStart(buffer, open + 1, close);
            add(first, bytes.trimEnd(buffer, first, close), kind);
        }
        return Math.min(q, limit);
    }

    private void add(int first, int end, byte kind) throws CsvException {
        int count = block.openValues();
        if (count == limits.maxColumns()) {
            throw new CsvException("Line " + line + ": the row has more than " + count
                    + " values: check the column delimiter, or raise 'Maximum number of columns'");
        }
        if (end - first > limits.maxCellBytes()) {
            throw new CsvException("Line " + line + ": value " + (count + 1) + " has more than "
                    + limits.maxCellBytes() + " bytes: a quote may never be closed; otherwise switch off "
                    + "'Limit memory per column'");
        }
        block.addValue(first, end, kind);
    }

    /** The position behind the row delimiter at or after {@code p}. */
    private int rowEnd(int p) {
        for (int q = p; q < limit; q++) {
            int length = bytes.rowDelimiterAt(buffer, q, limit);
            if (length > 0) {
                if (q + length >= limit && !ended) {
                    return MORE;
                }
                lineBreaks++;
                return q + length;
            }
        }
        return ended ? limit : MORE;
    }
}
