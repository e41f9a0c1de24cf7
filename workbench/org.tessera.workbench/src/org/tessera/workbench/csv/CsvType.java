package org.tessera.workbench.csv;

/**
 * The types of a CSV column. Those up to text are guessed, from the most specific to the most general: a column gets the
 * first type that all its values can be read as. There is no Boolean: "true" is a string, and so is a date unless the
 * column is converted.
 */
public enum CsvType {
    /** 32-bit integers. */
    INT("32-bit integer"),
    /** 64-bit integers. */
    LONG("64-bit integer"),
    /** 64-bit floating point numbers, with everything {@link Double#parseDouble} reads. */
    DOUBLE("number"),
    /** Text. */
    STRING("text"),
    /** Dates as ISO 8601, such as 2012-06-02; never guessed. */
    DATE("date such as 2012-06-02"),
    /** Times of the day as ISO 8601, such as 13:45; never guessed. */
    TIME("time such as 13:45");

    private final String label;

    CsvType(String label) {
        this.label = label;
    }

    /**
     * Returns the word used in messages.
     *
     * @return such as {@code 32-bit integer}
     */
    public String label() {
        return label;
    }
}
