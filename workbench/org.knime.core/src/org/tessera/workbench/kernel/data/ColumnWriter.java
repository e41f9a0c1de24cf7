package org.tessera.workbench.kernel.data;

/**
 * Takes the values of one column in the order of the rows, without an object per value. A column takes values of its own
 * type only: with others, the methods throw an {@link IllegalStateException}.
 */
public interface ColumnWriter {

    /**
     * Appends a value of a column of 32 bit integers.
     *
     * @param value the value
     */
    void addInt(int value);

    /**
     * Appends a value of a column of 64 bit integers.
     *
     * @param value the value
     */
    void addLong(long value);

    /**
     * Appends a value of a column of doubles.
     *
     * @param value the value
     */
    void addDouble(double value);

    /**
     * Appends a value of a column of texts, or of dates or times as ISO 8601.
     *
     * @param value the text, not null
     */
    void addText(String value);

    /** Appends a missing value. */
    void addMissing();
}
