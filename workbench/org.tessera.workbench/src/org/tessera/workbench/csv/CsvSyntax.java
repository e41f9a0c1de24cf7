package org.tessera.workbench.csv;

/**
 * How the characters of a CSV file separate and enclose its values.
 *
 * @param delimiter what separates two values of a row; one or more characters
 * @param quote the character that encloses values, or {@link #NONE}
 * @param escape the character before a quote inside quotes that makes it part of the value, often the quote itself;
 *     or {@link #NONE}
 * @param comment the character that starts a comment when it is the first of a line, or {@link #NONE}
 * @param rowDelimiter what ends a row, one or two characters, or {@code null} for any of LF, CR LF and CR
 * @param keepQuotes whether quotes stay part of the value (and blanks inside them are kept)
 */
public record CsvSyntax(
        String delimiter, char quote, char escape, char comment, String rowDelimiter, boolean keepQuotes) {

    /** Stands for "no such character". */
    public static final char NONE = '\0';

    /** Commas, double quotes doubled inside quotes, no comments, any line break. */
    public static final CsvSyntax STANDARD = new CsvSyntax(",", '"', '"', NONE, null, false);

    /**
     * Checks the characters.
     *
     * @throws IllegalArgumentException if the delimiter is empty or holds a line break that also ends rows, or if
     *     quote, escape or comment is not ASCII or equals the delimiter
     */
    public CsvSyntax {
        if (delimiter.isEmpty()) {
            throw new IllegalArgumentException("The column delimiter is empty: give at least one character");
        }
        if (rowDelimiter != null && rowDelimiter.isEmpty()) {
            throw new IllegalArgumentException("The row delimiter is empty: give one or two characters");
        }
        if (rowDelimiter == null ? delimiter.matches("(?s).*[\r\n].*") : delimiter.startsWith(rowDelimiter)) {
            throw new IllegalArgumentException("The column delimiter holds the row delimiter: choose another one");
        }
        check("quote", quote, delimiter);
        check("quote escape", escape, delimiter);
        check("comment", comment, delimiter);
    }

    /**
     * Says that lines were taken as comments, and how they become rows.
     *
     * @param lines the number of these lines, at least 1
     * @return a sentence without a full stop
     */
    public String commentNote(long lines) {
        return (lines == 1
                        ? "1 line was taken as a comment, because it begins"
                        : lines + " lines were taken as comments, because they begin")
                + " with '" + comment + "': if these are rows, remove the character from 'Comment line character'";
    }

    private static void check(String what, char character, String delimiter) {
        if (character > 127) {
            throw new IllegalArgumentException(
                    "The " + what + " character '" + character + "' is not supported: use an ASCII character");
        }
        if (character != NONE && delimiter.charAt(0) == character) {
            throw new IllegalArgumentException("The " + what + " character '" + character
                    + "' is also the column delimiter: choose two different characters");
        }
    }
}
