package org.tessera.engine.prep;

import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Matrix;

/**
 * The features of rows, and what was imputed, left out or novel.
 *
 * @param features n x d, in the order of the rows; a row that is left out or unknown is NaN throughout
 * @param leftOut number of rows left out because a number was missing
 * @param unknown rows of which nothing is known, set apart
 * @param filled number of imputed entries per source column (only columns that had any), in column order, without those of
 *     unknown rows
 * @param novelties entries that the training rows did not cover
 */
public record PreparedRows(
        Matrix features, int leftOut, Unknown unknown, Map<String, Integer> filled, NoveltyReport novelties) {

    /**
     * Rows in which every used column is missing.
     *
     * @param count their number
     * @param first the indices of the first of them, at most {@value #MAX_FIRST}
     */
    public record Unknown(int count, List<Integer> first) {

        /** Largest number of rows that are listed. */
        public static final int MAX_FIRST = 5;

        /** Copies the list. */
        public Unknown {
            first = List.copyOf(first);
        }
    }
}
