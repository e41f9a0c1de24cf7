package org.tessera.workbench.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * Splits a file into records: FastCSV cuts it at column delimiters and line breaks, and KNIME's rules for blanks,
 * quotes and comments make values of the pieces.
 *
 * <p>FastCSV does not get to know the quote character, because it has no option for two of KNIME's rules: an escape
 * character other than the quote, and text after a closing quote, which makes everything up to the next delimiter an
 * unquoted value. So its pieces and what lies between them are the whole file, and the lengths of the pieces tell where
 * they are in a {@link CsvBlock}, which keeps the characters that FastCSV reads. Blank lines and comment lines are passed
 * over. Blanks around values are dropped, and those inside quotes too unless quotes are kept. A quoted value may hold
 * delimiters and line breaks, which become LF. An instance serves one thread at a time.
 */
final class CsvSplitter implements Closeable {
    /** What a block has room for beyond its size: FastCSV reads up to half as much at once. */
    private static final int ROOM = 1 << 14;

    /** By how many characters a record may be longer than a single value. */
    private static final int MORE_VALUES = 1 << 20;

    /** What FastCSV may read beyond the end of a piece. */
    private static final int READ_AHEAD = 1 << 14;

    /** A quote character for FastCSV that is in no file, since Unicode reserves it as no character. */
    private static final char NO_QUOTE = '\uFFFF';

    private final CsvInput input;
    private final int maxColumns;
    private final int maxCell;
    private final int blockSize;
    private final int delimiter;
    private final char[] rowDelimiter; // null for line breaks
    private final QuoteRules quotes;
    private final boolean keepQuotes;
    private final int comment;
    private final CloseableIterator<CsvBlock> blocks;

    private CsvBlock block;
    private int position; // after the last piece
    private int recordStart;
    private long recordLine;
    private boolean isComment;
    private long comments;
    /** Whether the text is inside quotes, which opened at a position and have been looked through up to another. */
    private boolean open;

    private long openLine;
    private int openStart;
    private int scanned;

    CsvSplitter(CsvInput input, CsvSyntax syntax, CsvLimits limits, int blockSize) {
        this.input = input;
        maxColumns = limits.maxColumns();
        maxCell = limits.maxCell();
        this.blockSize = blockSize;
        delimiter = syntax.delimiter().length();
        rowDelimiter =
                syntax.rowDelimiter() == null ? null : syntax.rowDelimiter().toCharArray();
        quotes = new QuoteRules(syntax);
        keepQuotes = syntax.keepQuotes();
        comment = syntax.comment() == CsvSyntax.NONE ? -1 : syntax.comment();
        block = newBlock();
        blocks = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(RowDelimiterReader.hide(syntax.delimiter()))
                .quoteCharacter(NO_QUOTE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .maxBufferSize(maxCell + READ_AHEAD)
                .build(new Pieces(), new Characters())
                .iterator();
    }

    /** Creates a block that can be filled. */
    CsvBlock newBlock() {
        return new CsvBlock(blockSize + ROOM);
    }

    /** Fills a block with the next records; with none at the end of the file. When this fails, it holds those before. */
    void fill(CsvBlock next) throws IOException {
        next.start(block, position);
        block = next;
        position = 0;
        try {
            if (blocks.hasNext()) {
                blocks.next();
                return;
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
            throw new CsvException("Line " + openLine + ": the quote that opens value " + (block.openValues() + 1)
                    + " is never closed: close it, or set another quote character");
        }
    }

    /** The lines passed over as comments so far. */
    long comments() {
        return comments;
    }

    /** The bytes of the file read so far. */
    long consumed() throws IOException {
        return input.consumed();
    }

    private UncheckedIOException tooLong() {
        return refused("value " + (block.openValues() + 1) + " has more than " + maxCell
                + " characters: a quote may never be closed; otherwise switch off 'Limit memory per column'");
    }

    private UncheckedIOException refused(String why) {
        return new UncheckedIOException(new CsvException("Line " + recordLine + ": " + why));
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }

    /** What FastCSV reads; the block keeps it. */
    private final class Characters extends Reader {
        @Override
        public int read(char[] target, int offset, int count) throws IOException {
            if (block.isFull()) {
                makeRoom();
            }
            return block.append(input.reader(), target, offset, count);
        }

        private void makeRoom() {
            if (isComment) {
                block.remove(recordStart, position);
                position = recordStart;
            }
            if (block.isFull()) {
                if (block.length() - recordStart > maxCell + MORE_VALUES) {
                    throw refused("the row holds more than " + maxCell
                            + " characters: a quote may never be closed; otherwise switch off 'Limit memory per"
                            + " column'");
                }
                block.grow();
            }
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }

    /** Takes the pieces that FastCSV cuts; gives a block when it is full. */
    private final class Pieces extends CsvCallbackHandler<CsvBlock> {
        private long line;
        private int pieces;
        private boolean afterLine;

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
                recordStart = position;
            }
        }

        @Override
        protected void setEmpty() {
            startLine();
        }

        @Override
        protected void addField(char[] buffer, int offset, int count, boolean inQuotes) {
            if (inQuotes) {
                throw refused(
                        "value " + (block.openValues() + 1) + " starts with U+FFFF, which is no character: remove it");
            }
            char[] characters = block.characters();
            int before = pieces == 0 ? startLine() : 0;
            int from = pieces == 0 ? position : position + delimiter;
            int to = from + count - before;
            if (rowDelimiter != null) {
                RowDelimiterReader.show(characters, position, to);
            }
            pieces++;
            position = to;
            if (open) {
                scanQuoted(characters);
            } else {
                addPiece(characters, from, to);
            }
        }

        /** Goes after the last line break; returns how many characters of it FastCSV takes as the start of the line. */
        private int startLine() {
            char[] characters = block.characters();
            if (!afterLine) {
                afterLine = true;
            } else if (rowDelimiter == null) {
                position += characters[position] == '\r' && characters[position + 1] == '\n' ? 2 : 1;
            } else {
                System.arraycopy(rowDelimiter, 0, characters, position, rowDelimiter.length);
                position += rowDelimiter.length;
                return rowDelimiter.length - 1;
            }
            return 0;
        }

        private void addPiece(char[] characters, int from, int to) {
            if (pieces == 1) {
                isComment = from < to && characters[from] == comment;
            }
            if (isComment) {
                return;
            }
            int first = quotes.skipBlanks(characters, from, to);
            if (first < to && quotes.isQuote(characters[first])) {
                openLine = line;
                openStart = first;
                scanned = first + 1;
                scanQuoted(characters);
            } else {
                endValue(first, QuoteRules.trimEnd(characters, first, to), false);
            }
        }

        /** Ends the value that a quote has opened, if a quote closes it up to here. */
        private void scanQuoted(char[] characters) {
            int closing = quotes.closing(characters, scanned, position);
            open = closing < 0;
            scanned = position;
            if (open) {
                return;
            }
            int first = openStart + 1;
            if (quotes.skipBlanks(characters, closing + 1, position) < position) {
                int end = rowDelimiter == null ? QuoteRules.joinLines(characters, openStart, position) : position;
                endValue(openStart, QuoteRules.trimEnd(characters, openStart, end), false);
            } else if (keepQuotes) {
                int last = quotes.unescape(characters, first, closing);
                characters[last] = characters[openStart];
                endValue(openStart, last + 1, true);
            } else {
                while (first < closing && characters[first] <= ' ') {
                    first++;
                }
                endValue(
                        first,
                        quotes.unescape(characters, first, QuoteRules.trimEnd(characters, first, closing)),
                        true);
            }
        }

        private void endValue(int from, int to, boolean inQuotes) {
            CsvBlock target = block;
            if (target.openValues() == maxColumns) {
                throw refused("the row has more than " + maxColumns
                        + " values: check the column delimiter, or raise 'Maximum number of columns'");
            }
            if (to - from > maxCell) {
                throw tooLong();
            }
            target.addValue(from, to, inQuotes);
        }

        @Override
        protected void setComment(char[] buffer, int offset, int count) {
            throw new IllegalStateException("FastCSV was not asked for comments");
        }

        @Override
        protected CsvBlock buildRecord() {
            if (open) {
                return null;
            }
            if (isComment) {
                comments++;
            } else if (block.isBlank()) {
                block.dropValues();
            } else {
                block.endRecord(recordLine, comments);
            }
            if (position < blockSize) {
                return null;
            }
            if (block.records() > 0) {
                return block;
            }
            block.remove(0, position);
            position = 0;
            return null;
        }
    }
}
