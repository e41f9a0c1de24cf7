package org.knime.core.data.v2;

import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingValueException;
import org.knime.core.data.StringValue;

/** Reads single values of a row as Java values. */
public final class RowReadUtil {

    private RowReadUtil() {}

    /**
     * Reads a key.
     *
     * @param row the row
     * @return the key's text
     */
    public static String readRowId(RowRead row) {
        return row.getRowKey().getString();
    }

    /**
     * Reads a text.
     *
     * @param row the row
     * @param colIndex the position of a column of texts
     * @return the text, or null if missing
     */
    public static String readStringValue(RowValueRead row, int colIndex) {
        return row.isMissing(colIndex)
                ? null
                : row.<StringValue>getValue(colIndex).getStringValue();
    }

    /**
     * Reads a number.
     *
     * @param row the row
     * @param colIndex the position of a column of numbers
     * @return the number, or null if missing
     */
    public static Double readDoubleValue(RowValueRead row, int colIndex) {
        return row.isMissing(colIndex)
                ? null
                : Double.valueOf(row.<DoubleValue>getValue(colIndex).getDoubleValue());
    }

    /**
     * Reads an integer.
     *
     * @param row the row
     * @param colIndex the position of a column of integers
     * @return the integer, or null if missing
     */
    public static Integer readIntValue(RowValueRead row, int colIndex) {
        return row.isMissing(colIndex)
                ? null
                : Integer.valueOf(row.<IntValue>getValue(colIndex).getIntValue());
    }

    /**
     * Reads a number that must be there.
     *
     * @param row the row
     * @param colIndex the position of a column of numbers
     * @return the number
     * @throws MissingValueException if it is missing
     */
    public static double readPrimitiveDoubleValue(RowValueRead row, int colIndex) {
        requirePresent(row, colIndex);
        return row.<DoubleValue>getValue(colIndex).getDoubleValue();
    }

    /**
     * Reads an integer that must be there.
     *
     * @param row the row
     * @param colIndex the position of a column of integers
     * @return the integer
     * @throws MissingValueException if it is missing
     */
    public static int readPrimitiveIntValue(RowValueRead row, int colIndex) {
        requirePresent(row, colIndex);
        return row.<IntValue>getValue(colIndex).getIntValue();
    }

    private static void requirePresent(RowValueRead row, int colIndex) {
        if (row.isMissing(colIndex)) {
            throw new MissingValueException("Cell is missing.");
        }
    }
}
