package org.tessera.workbench.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Splits a file into records: FastCSV cuts it at column delimiters and line breaks, and KNIME's rules for blanks,
 * quotes and comments make values of the pieces.
 *
 * <p>FastCSV does not get to know the quote character, because it has no option for two of KNIME's rules: an escape
 * character other than the quote, and text after a closing quote, which makes everything up to the next delimiter an
 * unquoted value. Blank lines and comment lines are passed over. Blanks around values are dropped, and those inside quotes
 * too unless quotes are kept. A quoted value may hold delimiters and line breaks, which become LF. An instance serves one
 * thread at a time.
 */
final class CsvSplitter implements Closeable {
    /** The length of an array that records share, and the room left in it for one more record. */
    private static final int CHUNK = 1 << 16;

    private static final int ROOM = 1 << 12;

    /** By how many characters a record may be longer than a single value. */
    private static final int MORE_VALUES = 1 << 20;

    /** What FastCSV may read beyond the end of a piece. */
    private static final int READ_AHEAD = 1 << 14;

    /** A quote character for FastCSV that is in no file, since Unicode reserves it as no character. */
    private static final char NO_QUOTE = '\uFFFF';

    private final CsvInput input;
    private final CsvLimits limits;
    private final char[] delimiter;
    private final char[] rowDelimiter;
    private final QuoteRules quotes;
    private final boolean keepQuotes;
    private final int comment;
    private final boolean hidesLineBreaks;
    private final CloseableIterator<CsvRow> records;

    private char[] characters = new char[CHUNK];
    private int length;
    private int[] ends = new int[64]; // of the values of the record, as CsvRow takes them
    private int values;
    private long recordLine;
    private long comments;
    private boolean open; // inside quotes, which opened on a line and have been looked through up to a position
    private long openLine;
    private int scanned;

    CsvSplitter(CsvInput input, CsvSyntax syntax, CsvLimits limits) {
        this.input = input;
        this.limits = limits;
        delimiter = syntax.delimiter().toCharArray();
        rowDelimiter = syntax.rowDelimiter() == null
                ? new char[] {'\n'}
                : syntax.rowDelimiter().toCharArray();
        quotes = new QuoteRules(syntax);
        keepQuotes = syntax.keepQuotes();
        comment = syntax.comment() == CsvSyntax.NONE ? -1 : syntax.comment();
        hidesLineBreaks = syntax.rowDelimiter() != null;
        records = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(RowDelimiterReader.hide(syntax.delimiter()))
                .quoteCharacter(NO_QUOTE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .maxBufferSize(limits.maxCell() + READ_AHEAD)
                .build(new Pieces(), input.reader())
                .iterator();
    }

    /** Returns the next record; null at the end of the file. */
    CsvRow next() throws IOException {
        try {
            if (records.hasNext()) {
                return records.next();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UncheckedIOException refused) {
                throw refused.getCause();
            } else if (e.getCause() instanceof Error error) {
                throw error;
            } else if (e.getCause() == null) {
                throw tooLong().getCause(); // FastCSV's buffer is too small for a piece
            }
            throw e;
        }
        if (open) {
            throw new CsvException("Line " + openLine + ": the quote that opens value " + (values + 1)
                    + " is never closed: close it, or set another quote character");
        }
        return null;
    }

    /** The lines passed over as comments so far. */
    long comments() {
        return comments;
    }

    /** The bytes of the file read so far. */
    long consumed() throws IOException {
        return input.consumed();
    }

    /** Starts a record. */
    private void start() {
        if (length > CHUNK - ROOM) {
            characters = new char[CHUNK];
            length = 0;
        }
        values = 0;
        ends[0] = length << 1;
    }

    private void append(char[] source, int from, int to) {
        int count = to - from;
        if (count > characters.length - length) {
            if (length - (ends[0] >>> 1) + count > limits.maxCell() + MORE_VALUES) {
                throw refused("the row holds more than " + limits.maxCell() + " characters: a quote may never be"
                        + " closed; otherwise switch off 'Limit memory per column'");
            }
            characters = Arrays.copyOf(characters, Math.max(2 * characters.length, length + count));
        }
        System.arraycopy(source, from, characters, length, count);
        length += count;
    }

    /** Makes a value of a part of the characters after the last value; the others are dropped. */
    private void endValue(int from, int to, boolean inQuotes) {
        if (values == limits.maxColumns()) {
            throw refused("the row has more than " + limits.maxColumns()
                    + " values: check the column delimiter, or raise 'Maximum number of columns'");
        }
        if (to - from > limits.maxCell()) {
            throw tooLong();
        }
        int start = ends[values] >>> 1;
        if (from > start) {
            System.arraycopy(characters, from, characters, start, to - from);
        }
        length = start + to - from;
        if (++values == ends.length) {
            ends = Arrays.copyOf(ends, 2 * values);
        }
        ends[values] = length << 1 | (inQuotes ? 1 : 0);
    }

    private UncheckedIOException tooLong() {
        return refused("value " + (values + 1) + " has more than " + limits.maxCell()
                + " characters: a quote may never be closed; otherwise switch off 'Limit memory per column'");
    }

    private UncheckedIOException refused(String why) {
        return new UncheckedIOException(new CsvException("Line " + recordLine + ": " + why));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** Takes the pieces that FastCSV cuts. */
    private final class Pieces extends CsvCallbackHandler<CsvRow> {
        private long line;
        private int pieces;
        private boolean isComment;

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return pieces;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = startingLineNumber + input.skippedLines();
            pieces = 0;
            if (!open) {
                isComment = false;
                recordLine = line;
                start();
            }
        }

        @Override
        protected void addField(char[] buffer, int offset, int count, boolean inQuotes) {
            pieces++;
            if (inQuotes) {
                throw refused("value " + (values + 1) + " starts with U+FFFF, which is no character: remove it");
            }
            if (hidesLineBreaks) {
                addPiece(RowDelimiterReader.show(buffer, offset, count), 0, count);
            } else {
                addPiece(buffer, offset, offset + count);
            }
        }

        private void addPiece(char[] buffer, int from, int to) {
            if (open) {
                append(delimiter, 0, pieces > 1 ? delimiter.length : 0);
                append(buffer, from, to);
                scanQuoted();
                return;
            }
            isComment |= pieces == 1 && from < to && buffer[from] == comment;
            if (isComment) {
                return;
            }
            int first = quotes.skipBlanks(buffer, from, to);
            if (first < to && quotes.isQuote(buffer[first])) {
                openLine = line;
                scanned = length + 1;
                append(buffer, first, to);
                scanQuoted();
            } else {
                int start = length;
                append(buffer, first, QuoteRules.trimEnd(buffer, first, to));
                endValue(start, length, false);
            }
        }

        /** Ends the value that a quote has opened, if a quote closes it up to here. */
        private void scanQuoted() {
            int closing = quotes.closing(characters, scanned, length);
            open = closing < 0;
            scanned = length;
            if (open) {
                return;
            }
            int start = ends[values] >>> 1;
            if (quotes.skipBlanks(characters, closing + 1, length) < length) {
                endValue(start, QuoteRules.trimEnd(characters, start, length), false);
            } else if (keepQuotes) {
                int last = quotes.unescape(characters, start + 1, closing);
                characters[last] = characters[start];
                endValue(start, last + 1, true);
            } else {
                int first = start + 1;
                while (first < closing && characters[first] <= ' ') {
                    first++;
                }
                endValue(
                        first,
                        quotes.unescape(characters, first, QuoteRules.trimEnd(characters, first, closing)),
                        true);
            }
        }

        @Override
        protected void setComment(char[] buffer, int offset, int count) {
            throw new IllegalStateException("FastCSV was not asked for comments");
        }

        @Override
        protected void setEmpty() {
            // a record without pieces
        }

        @Override
        protected CsvRow buildRecord() {
            if (open) {
                append(rowDelimiter, 0, rowDelimiter.length);
                return null;
            }
            if (isComment) {
                comments++;
                return null;
            }
            boolean blank = values == 0 || values == 1 && ends[1] == ends[0];
            return blank ? null : new CsvRow(recordLine, comments, characters, Arrays.copyOf(ends, values + 1));
        }
    }
}
