package org.tessera.workbench.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
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

    /** Bytes of a block: what the second level of a cache holds, with the ranges of the values. */
    private static final int BLOCK = 1 << 17;

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
     * @param bytes the size of a block of records, at least 1; one that holds a larger record grows
     * @return a reader that is the same otherwise
     */
    public CsvReader withBlocks(int bytes) {
        return new CsvReader(source, syntax, options, limits, bytes);
    }

    /**
     * Guesses the columns from the header and the rows to be scanned.
     *
     * @return names and types
     * @throws IOException if the file cannot be read, has no header although it should, or rows of different lengths
     *     although short rows are not allowed
     */
    public CsvSpec guess() throws IOException {
        try (InputStream in = source.open();
                BlocksAhead blocks = new BlocksAhead(splitter(in))) {
            CsvRecords records = new CsvRecords(blocks);
            List<String> header = start(records);
            TypeGuess guess = new TypeGuess(numbers());
            long rows = Math.min(options.range().scannedRows(), options.range().maxRows());
            int first = options.rowIds() ? 1 : 0;
            int expected = header == null ? -1 : header.size();
            long read = 0;
            while (read < rows && records.next()) {
                if (isSkipped(records)) {
                    continue;
                }
                if (!options.shortRows()) {
                    expected = checkLength(records, expected, read == 0);
                }
                for (int i = first; i < records.count(); i++) {
                    if (!isMissing(records, i)) {
                        guess.update(i - first, records, i);
                    }
                }
                guess.widen(records.count() - first);
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
     * @return the number of rows
     * @throws IOException if the file cannot be read or a value does not fit its column's type; the message names line,
     *     column and remedy
     * @throws InterruptedException if the sink stopped the reading
     */
    public long read(CsvSpec spec, RowSink sink) throws IOException, InterruptedException {
        try (InputStream in = source.open();
                BlocksAhead blocks = new BlocksAhead(splitter(in))) {
            CsvRecords records = new CsvRecords(blocks);
            List<String> header = start(records);
            int first = options.rowIds() ? 1 : 0;
            int expected = spec.names().size() + first;
            if (header != null && header.size() > expected) {
                throw new CsvException("The header has " + (header.size() - first) + " columns, but "
                        + spec.names().size() + " were found before: the file has changed, run again");
            }
            return new Rows(records, spec, sink).read();
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    /** Splits the file behind the lines that are to be skipped. */
    private CsvSplitter splitter(InputStream in) throws IOException {
        CsvSplitter splitter = new CsvSplitter(in, syntax, limits, blockSize);
        splitter.skipLines(options.range().skipLines());
        return splitter;
    }

    /** One reading of the rows. */
    private final class Rows {
        private final CsvRecords records;
        private final RowSink sink;
        private final ColumnReader[] columns;
        private final int first = options.rowIds() ? 1 : 0;
        private long count;

        Rows(CsvRecords records, CsvSpec spec, RowSink sink) {
            this.records = records;
            this.sink = sink;
            columns = new ColumnReader[spec.names().size()];
            Arrays.setAll(columns, i -> new ColumnReader(spec, i, numbers(), sink.column(i)));
        }

        long read() throws IOException, InterruptedException {
            int every = Math.max(1, PROGRESS_VALUES / Math.max(1, columns.length));
            long seen = 0;
            while (count < options.range().maxRows() && records.next()) {
                if (!isSkipped(records)) {
                    readRow();
                }
                if (++seen % every == 0) {
                    sink.progress(records.consumed(), count);
                }
            }
            return count;
        }

        private void readRow() throws IOException {
            checkRow(records, columns.length + first);
            for (int i = 0; i < columns.length; i++) {
                int value = i + first;
                if (value >= records.count() || isMissing(records, value)) {
                    columns[i].addMissing();
                } else {
                    columns[i].add(records, value);
                }
            }
            sink.endRow(first == 0 ? null : rowId(records), records.line());
            count++;
        }
    }

    private CsvNumbers numbers() {
        return new CsvNumbers(options.decimal(), options.thousands());
    }

    /** Reads the header, null without one, and passes over the rows that are to be skipped. */
    private List<String> start(CsvRecords records) throws IOException {
        List<String> header = null;
        if (options.header()) {
            if (!records.next()) {
                throw new CsvException(
                        "The file holds no header row behind " + options.range().skipLines()
                                + " skipped lines: check the file, or switch off 'First row contains column names'");
            }
            header = new ArrayList<>();
            for (int i = 0; i < records.count(); i++) {
                header.add(records.isEmpty(i) ? null : records.text(i));
            }
        }
        long skipped = 0;
        while (skipped < options.range().skipRows() && records.next()) {
            skipped++;
        }
        return header;
    }

    private boolean isSkipped(CsvRecords records) {
        if (!options.skipEmptyRows()) {
            return false;
        }
        for (int i = 0; i < records.count(); i++) {
            if (!isMissing(records, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMissing(CsvRecords records, int field) {
        return records.isEmpty(field) && (options.emptyQuotedMissing() || !records.isQuoted(field));
    }

    private int checkLength(CsvRecords records, int expected, boolean firstRow) throws CsvException {
        int count = records.count();
        if (count < expected || (count > expected && !firstRow)) {
            throw lengthProblem(records, expected);
        }
        return count;
    }

    private void checkRow(CsvRecords records, int expected) throws CsvException {
        int count = records.count();
        if (count > expected || (count < expected && !options.shortRows())) {
            throw lengthProblem(records, expected);
        }
    }

    private CsvException lengthProblem(CsvRecords records, int expected) {
        int count = records.count();
        String remedy = count < expected
                ? "complete the row, or switch on 'If row has fewer columns: insert missing'"
                : options.shortRows()
                        ? "remove the surplus, or scan more rows for the columns"
                        : "remove the surplus, or quote values that hold the delimiter '" + syntax.delimiter() + "'";
        return new CsvException("Line " + records.line() + ": the row has " + count + " values, but " + expected
                + " are expected: " + remedy);
    }

    private String rowId(CsvRecords records) throws CsvException {
        if (records.count() == 0 || isMissing(records, 0)) {
            throw new CsvException("Line " + records.line()
                    + ": the row id is missing: fill it in, or switch off 'First column contains row IDs'");
        }
        return records.text(0);
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
