package org.tessera.engine.prep;

import java.util.Map;
import org.tessera.engine.data.Matrix;

/**
 * Customers as features.
 *
 * @param features n x d, one row per customer in the customers' order; a row that is left out is NaN throughout
 * @param leftOut number of rows left out because a number was missing
 * @param filled missing entries that were filled, per column (only columns that had any), in column order
 * @param novelties entries that training did not have
 */
public record PreparedRows(Matrix features, int leftOut, Map<String, Integer> filled, Novelties novelties) {}
