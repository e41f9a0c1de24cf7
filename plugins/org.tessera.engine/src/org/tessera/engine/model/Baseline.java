package org.tessera.engine.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept of the training customers to see whether later customers are like them. Immutable by contract: the array is
 * shared and must not be changed.
 *
 * @param columns the distributions of their own columns that the model uses
 * @param shares training customers per segment as the model assigns customers, those of noise last; empty if unknown
 */
public record Baseline(List<ColumnBaseline> columns, int[] shares) {

    /** Nothing is known of the training customers, as in models stored by earlier versions. */
    public static final Baseline UNKNOWN = new Baseline(List.of(), new int[0]);

    /** Copies the list, checks that columns differ and that counts are not negative. */
    public Baseline {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (ColumnBaseline column : columns) {
            if (!names.add(column.column())) {
                throw new IllegalArgumentException("Column '" + column.column() + "' has two distributions");
            }
        }
        for (int share : shares) {
            if (share < 0) {
                throw new IllegalArgumentException("A segment has " + share + " training customers");
            }
        }
    }
}
