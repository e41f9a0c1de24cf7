package org.tessera.workbench.csv;

/**
 * The types a CSV column can be guessed as, from the most specific to the most general: a column gets the first type
 * that all its values can be read as. There is no Boolean: "true" is a string.
 */
public enum CsvType {
    /** 32-bit integers. */
    INT("32-bit integer"),
    /** 64-bit integers. */
    LONG("64-bit integer"),
    /** 64-bit floating point numbers, with everything {@link Double#parseDouble} reads. */
    DOUBLE("number"),
    /** Text. */
    STRING("text");

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
