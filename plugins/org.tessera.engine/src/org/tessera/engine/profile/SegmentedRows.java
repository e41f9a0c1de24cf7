package org.tessera.engine.profile;

import java.util.Arrays;
import java.util.Objects;
import org.tessera.engine.data.Labels;

/**
 * The labels of the clustered rows of a table; rows that were left out because a feature was missing are not among
 * them. The record takes ownership of the array, which must not be changed afterwards.
 *
 * @param rows m distinct row indices of the table
 * @param labels m labels: {@code labels.at(i)} is the label of table row {@code rows[i]}
 */
public record SegmentedRows(int[] rows, Labels labels) {

    /** Checks the lengths. */
    public SegmentedRows {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(labels, "labels");
        if (rows.length != labels.size()) {
            throw new IllegalArgumentException(
                    rows.length + " rows, but " + labels.size() + " labels: the numbers must be equal");
        }
    }

    /**
     * All rows of a table, in order.
     *
     * @param labels a label per row
     * @return the rows
     */
    public static SegmentedRows all(Labels labels) {
        int[] rows = new int[labels.size()];
        Arrays.setAll(rows, i -> i);
        return new SegmentedRows(rows, labels);
    }
}
