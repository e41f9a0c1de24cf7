package org.tessera.engine.data;

/** A named column of a {@link CustomerTable} with one entry per row; an entry may be missing. */
public sealed interface Column permits NumericColumn, CategoryColumn {

    /** @return the column's name, unique within its table */
    String name();

    /** @return the number of rows n */
    int size();

    /**
     * Whether an entry is missing.
     *
     * @param row row index, 0 to n - 1
     * @return true if the entry is missing
     */
    boolean isMissing(int row);

    /**
     * Some of the rows.
     *
     * @param rows m row indices, in any order
     * @return a column of these m entries
     */
    Column select(int[] rows);

    /** @return the number of missing entries; O(n) */
    default int missing() {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (isMissing(i)) {
                count++;
            }
        }
        return count;
    }
}
