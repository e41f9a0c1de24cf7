package org.tessera.workbench.csv;

/**
 * How values are written to a CSV file.
 *
 * @param delimiter what separates two values, not empty
 * @param lineBreak what ends a row, not empty
 * @param quote the character that encloses values
 * @param escape the character before a quote inside a value
 * @param quoteMode which values are enclosed
 * @param missing what stands for a missing value
 * @param delimiterReplacement what replaces the delimiter in values that are never quoted
 * @param numbers how numbers are written
 */
public record CsvOutputFormat(
        String delimiter,
        String lineBreak,
        char quote,
        char escape,
        QuoteMode quoteMode,
        String missing,
        String delimiterReplacement,
        NumberStyle numbers) {

    /** Commas, LF, doubled double quotes around text, nothing for missing values, plain numbers. */
    public static final CsvOutputFormat STANDARD =
            new CsvOutputFormat(",", "\n", '"', '"', QuoteMode.STRINGS_ONLY, "", "", NumberStyle.PLAIN);

    /** Which values are enclosed in quotes; missing values never are. */
    public enum QuoteMode {
        /** Everything but numbers. */
        STRINGS_ONLY,
        /** Values with a delimiter, a line break or a quote, and those that look like a missing value. */
        IF_NEEDED,
        /** Everything. */
        ALWAYS,
        /** Nothing; a delimiter in a text is replaced. */
        NEVER
    }

    /**
     * How numbers are written.
     *
     * @param decimal the decimal separator
     * @param scientific whether very large and small numbers have exponents, as {@link Double#toString} gives them
     * @param trailingZero whether whole numbers of type double end in a decimal zero; then, as in KNIME, the zero before
     *     the separator is left out (".5")
     */
    public record NumberStyle(char decimal, boolean scientific, boolean trailingZero) {
        /** A point, no exponents, no trailing zero. */
        public static final NumberStyle PLAIN = new NumberStyle('.', false, false);
    }

    /**
     * Checks the format.
     *
     * @throws IllegalArgumentException if the delimiter is empty or part of the missing value pattern
     */
    public CsvOutputFormat {
        if (delimiter.isEmpty()) {
            throw new IllegalArgumentException("The column delimiter is empty: give at least one character");
        }
        if (missing.contains(delimiter)) {
            throw new IllegalArgumentException("The missing value pattern '" + missing
                    + "' contains the column delimiter '" + delimiter + "': choose another pattern");
        }
    }
}
