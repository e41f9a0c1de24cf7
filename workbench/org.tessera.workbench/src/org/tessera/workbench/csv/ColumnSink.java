package org.tessera.workbench.csv;

/** Takes the values of one column in row order; for each row exactly one method is called. */
public interface ColumnSink {

    /**
     * Takes a value of an integer column.
     *
     * @param value the value; within 32 bits in a column of type {@link CsvType#INT}
     */
    void addLong(long value);

    /**
     * Takes a value of a number column.
     *
     * @param value the value
     */
    void addDouble(double value);

    /**
     * Takes a value of a text column.
     *
     * @param value the text
     */
    void addString(String value);

    /** Takes a missing value. */
    void addMissing();
}
