package org.tessera.workbench.csv;

/**
 * What the rows of a CSV file mean and which of them are read.
 *
 * @param header whether the first row holds the column names
 * @param rowIds whether the first value of a row is its id
 * @param shortRows whether rows may lack values at their end, which are missing then
 * @param skipEmptyRows whether rows without any value are left out
 * @param emptyQuotedMissing whether an empty pair of quotes is a missing value rather than an empty text
 * @param decimal the decimal separator
 * @param thousands the thousands separator, or {@link CsvSyntax#NONE}
 * @param range which lines and rows are read
 */
public record CsvOptions(
        boolean header,
        boolean rowIds,
        boolean shortRows,
        boolean skipEmptyRows,
        boolean emptyQuotedMissing,
        char decimal,
        char thousands,
        Range range) {

    /** A header, no row ids, complete rows, points as decimal separators, everything read. */
    public static final CsvOptions STANDARD =
            new CsvOptions(true, false, false, false, true, '.', CsvSyntax.NONE, Range.ALL);

    /**
     * Which part of the file is read.
     *
     * @param skipLines physical lines passed over at the start of the file
     * @param skipRows data rows left out behind the header
     * @param maxRows data rows read at most
     * @param scannedRows data rows the column types are guessed from
     */
    public record Range(long skipLines, long skipRows, long maxRows, long scannedRows) {
        /** Everything, types guessed from every row. */
        public static final Range ALL = new Range(0, 0, Long.MAX_VALUE, Long.MAX_VALUE);

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is negative
         */
        public Range {
            if (skipLines < 0 || skipRows < 0 || maxRows < 0 || scannedRows < 0) {
                throw new IllegalArgumentException("Numbers of lines and rows must not be negative");
            }
        }
    }
}
