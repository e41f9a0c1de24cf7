package org.tessera.engine.prep.screen;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

/** Recognizes numeric columns that may hold codes of categories, such as 1 and 2 for two channels. */
public final class CodedNumbers {

    /** Largest number of different whole numbers that are asked about. */
    public static final int MAX_CODES = 10;

    private CodedNumbers() {}

    /**
     * Counts the different values of a column that may hold codes: whole numbers from 0 on, at most {@value #MAX_CODES}
     * different ones (not 0 and 1, which is a yes or no), or any number of them if the name is that of keys; not where
     * the name is that of a measure or a count. Fewer than {@value NumberIds#MIN_ROWS} known values tell nothing. O(n), ends early for most columns.
     *
     * @param column the column
     * @return how many different values it has; empty if it asks for no question
     */
    public static Optional<Integer> count(NumericColumn column) {
        boolean key = ColumnNames.isKey(column.name());
        boolean measure = ColumnNames.isMeasure(column.name()) || ColumnNames.isCount(column.name());
        if (column.quantity() != Quantity.NUMBER || (measure && !key)) {
            return Optional.empty();
        }
        Set<Double> different = new HashSet<>();
        if (column.size() - column.missing() < NumberIds.MIN_ROWS) {
            return Optional.empty();
        }
        for (double v : column.values()) {
            if (!Double.isNaN(v)) {
                if (v != Math.rint(v) || v < 0) {
                    return Optional.empty();
                }
                if (different.add(v + 0.0) && different.size() > MAX_CODES && !key) {
                    return Optional.empty();
                }
            }
        }
        return different.size() > 1 && !different.equals(Set.of(0.0, 1.0))
                ? Optional.of(different.size())
                : Optional.empty();
    }
}
