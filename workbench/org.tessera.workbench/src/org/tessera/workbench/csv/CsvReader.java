package org.tessera.workbench.csv;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads CSV files: guesses the columns, then hands the values on, typed and column by column.
 *
 * <p>A column's type is the most specific of {@link CsvType} that reads all its values in the scanned rows; a column
 * without values is text. A column without a name is called "Column" and its index; names that occur twice get " (#1)"
 * and so on. Unquoted empty values are missing. Both passes are linear in the size of the file and need memory for a few
 * blocks of rows, which another thread splits while the caller reads those before; the result does not depend on it.
 * Instances are immutable.
 */
public final class CsvReader {
    /** Values that are read between two reports of progress, which may stop the reading: some milliseconds. */
    private static final int PROGRESS_VALUES = 1 << 15;

    /** Characters of a block: with the ranges of the values, what the second level of a cache holds. */
    private static final int BLOCK = 1 << 16;

    private final CsvSource source;
    private final CsvSyntax syntax;
    private final CsvOptions options;
    private final CsvLimits limits;
    private final int blockSize;

    /**
     * Creates a reader.
     *
     * @param source the file
     * @param syntax how its characters are meant
     * @param options how its rows are meant
     * @param limits when reading stops with an error
     */
    public CsvReader(CsvSource source, CsvSyntax syntax, CsvOptions options, CsvLimits limits) {
        this(source, syntax, options, limits, BLOCK);
    }

    private CsvReader(CsvSource source, CsvSyntax syntax, CsvOptions options, CsvLimits limits, int blockSize) {
        this.source = source;
        this.syntax = syntax;
        this.options = options;
        this.limits = limits;
        this.blockSize = blockSize;
    }

    /**
     * Changes how much of the file is split at a time, on which nothing depends but speed.
     *
     * @param characters the size of a block of records, at least 1; one that holds a larger record grows
     * @return a reader that is the same otherwise
     */
    public CsvReader withBlocks(int characters) {
        return new CsvReader(source, syntax, options, limits, characters);
    }

    /**
     * Guesses the columns from the header and the rows to be scanned.
     *
     * @return names and types
     * @throws IOException if the file cannot be read, has no header although it should, or rows of different lengths
     *     although short rows are not allowed
     */
    public CsvSpec guess() throws IOException {
        try (CsvRecords records = records()) {
            List<String> header = start(records);
            TypeGuess guess = new TypeGuess(numbers());
            long rows = Math.min(options.range().scannedRows(), options.range().maxRows());
            int first = options.rowIds() ? 1 : 0;
            int expected = header == null ? -1 : header.size();
            long read = 0;
            for (CsvRow row = next(records, read, rows); row != null; row = next(records, read, rows)) {
                if (isSkipped(row)) {
                    continue;
                }
                if (!options.shortRows()) {
                    checkLength(row, read == 0 ? Math.max(expected, row.count()) : expected);
                    expected = row.count();
                }
                for (int i = first; i < row.count(); i++) {
                    if (!isMissing(row, i)) {
                        guess.update(i - first, row, i);
                    }
                }
                guess.widen(row.count() - first);
                read++;
            }
            List<CsvType> types = guess.types(header == null ? 0 : header.size() - first);
            return new CsvSpec(names(header, first, types.size()), types);
        }
    }

    /**
     * Reads the rows.
     *
     * @param spec the columns, as {@link #guess()} returned them
     * @param sink takes the values
     * @return the numbers of rows and of comment lines
     * @throws IOException if the file cannot be read or a value does not fit its column's type; the message names line,
     *     column and remedy
     * @throws InterruptedException if the sink stopped the reading
     */
    public CsvCount read(CsvSpec spec, RowSink sink) throws IOException, InterruptedException {
        try (CsvRecords records = records()) {
            List<String> header = start(records);
            int columns = spec.names().size();
            int first = options.rowIds() ? 1 : 0;
            if (header != null && header.size() > columns + first) {
                throw new CsvException("The header has " + (header.size() - first) + " columns, but " + columns
                        + " were found before: the file has changed, run again");
            }
            ColumnReader[] readers = new ColumnReader[columns];
            Arrays.setAll(readers, i -> new ColumnReader(spec, i, numbers(), sink.column(i)));
            int every = Math.max(1, PROGRESS_VALUES / Math.max(1, columns));
            long seen = 0;
            long read = 0;
            long comments = 0;
            long most = options.range().maxRows();
            for (CsvRow row = next(records, read, most); row != null; row = next(records, read, most)) {
                comments = row.comments();
                if (!isSkipped(row)) {
                    readRow(row, readers, first);
                    sink.endRow(first == 0 ? null : rowId(row), row.line());
                    read++;
                }
                if (++seen % every == 0) {
                    sink.progress(records.consumed(), read);
                }
            }
            return new CsvCount(read, read < most ? records.comments() : comments);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private void readRow(CsvRow row, ColumnReader[] readers, int first) throws CsvException {
        checkLength(row, readers.length + first);
        int count = Math.min(readers.length, row.count() - first);
        for (int i = 0; i < count; i++) {
            int from = row.from(i + first);
            int to = row.to(i + first);
            if (from < to || !isMissing(row, i + first)) {
                readers[i].add(row, from, to);
            } else {
                readers[i].addMissing();
            }
        }
        for (int i = count; i < readers.length; i++) {
            readers[i].addMissing();
        }
    }

    private CsvRecords records() throws IOException {
        CsvInput input = new CsvInput(source, syntax, options.range().skipLines());
        return new CsvRecords(new CsvSplitter(input, syntax, limits, blockSize));
    }

    /** Returns the next record unless so many rows have been read; null at the end. */
    private static CsvRow next(CsvRecords records, long read, long most) throws IOException {
        return read < most ? records.next() : null;
    }

    private CsvNumbers numbers() {
        return new CsvNumbers(options.decimal(), options.thousands());
    }

    /** Reads the header, null without one, and passes over the rows that are to be skipped. */
    private List<String> start(CsvRecords records) throws IOException {
        List<String> header = null;
        if (options.header()) {
            CsvRow row = records.next();
            if (row == null) {
                throw new CsvException(
                        "The file holds no header row behind " + options.range().skipLines()
                                + " skipped lines: check the file, or switch off 'First row contains column names'"
                                + (records.comments() == 0 ? "" : "; " + syntax.commentNote(records.comments())));
            }
            header = new ArrayList<>();
            for (int i = 0; i < row.count(); i++) {
                header.add(row.isEmpty(i) ? null : row.text(i));
            }
        }
        long skipped = 0;
        while (skipped < options.range().skipRows() && records.next() != null) {
            skipped++;
        }
        return header;
    }

    private boolean isSkipped(CsvRow row) {
        boolean empty = options.skipEmptyRows();
        for (int i = 0; empty && i < row.count(); i++) {
            empty = isMissing(row, i);
        }
        return empty;
    }

    private boolean isMissing(CsvRow row, int value) {
        return row.isEmpty(value) && (options.emptyQuotedMissing() || !row.isQuoted(value));
    }

    private void checkLength(CsvRow row, int expected) throws CsvException {
        int count = row.count();
        if (count == expected || count < expected && options.shortRows()) {
            return;
        }
        String remedy = count < expected
                ? "complete the row, or switch on 'If row has fewer columns: insert missing'"
                : options.shortRows()
                        ? "remove the surplus, or scan more rows for the columns"
                        : "remove the surplus, or quote values that hold the delimiter '" + syntax.delimiter() + "'";
        throw new CsvException("Line " + row.line() + ": the row has " + count + " values, but " + expected
                + " are expected: " + remedy);
    }

    private String rowId(CsvRow row) throws CsvException {
        if (row.count() == 0 || isMissing(row, 0)) {
            throw new CsvException("Line " + row.line()
                    + ": the row id is missing: fill it in, or switch off 'First column contains row IDs'");
        }
        return row.text(0);
    }

    private static List<String> names(List<String> header, int first, int columns) {
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String name = header == null || i + first >= header.size() ? null : header.get(i + first);
            names.add(name == null ? null : unique(name.strip(), used));
        }
        for (int i = 0; i < columns; i++) {
            if (names.get(i) == null) {
                names.set(i, unique("Column" + i, used));
            }
        }
        return names;
    }

    private static String unique(String name, Set<String> used) {
        String candidate = name;
        for (int i = 1; !used.add(candidate); i++) {
            candidate = name + " (#" + i + ")";
        }
        return candidate;
    }
}
