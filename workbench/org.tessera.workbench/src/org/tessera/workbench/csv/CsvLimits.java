package org.tessera.workbench.csv;

/**
 * Limits that keep a broken or hostile file from filling the memory.
 *
 * @param maxColumns the largest number of values in a row, at least 1
 * @param maxCell the largest number of characters in a value, at least 1
 */
public record CsvLimits(int maxColumns, int maxCell) {

    /** 8,192 columns and half a million characters a value: KNIME's limits. */
    public static final CsvLimits STANDARD = new CsvLimits(8192, 1 << 19);

    /** The largest value when the memory per value is not limited. */
    public static final int UNLIMITED_CELL = 1 << 29;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public CsvLimits {
        if (maxColumns < 1 || maxCell < 1) {
            throw new IllegalArgumentException("The limits on columns and cell size must be at least 1");
        }
    }
}
