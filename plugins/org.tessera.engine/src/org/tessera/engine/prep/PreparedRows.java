package org.tessera.engine.prep;

import java.util.Map;
import org.tessera.engine.data.Matrix;

/**
 * The features of rows, and what was imputed, left out or novel.
 *
 * @param features n x d, in the order of the rows; a row that is left out is NaN throughout
 * @param leftOut number of rows left out because a number was missing
 * @param filled number of imputed entries per source column (only columns that had any), in column order
 * @param novelties entries that the training rows did not cover
 */
public record PreparedRows(Matrix features, int leftOut, Map<String, Integer> filled, NoveltyReport novelties) {}
