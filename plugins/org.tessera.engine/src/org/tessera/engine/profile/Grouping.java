package org.tessera.engine.profile;

import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;

/** The partition of the clustered rows into groups: segments 0 to k - 1, then noise if there is any. */
final class Grouping {

    private final int[] rows;
    private final Labels labels;

    private Grouping(int[] rows, Labels labels) {
        this.rows = rows;
        this.labels = labels;
    }

    /** The groups of labeled rows, after a check that the rows exist. */
    static Grouping of(CustomerTable customers, SegmentedRows segmented) {
        for (int row : segmented.rows()) {
            if (row < 0 || row >= customers.rows()) {
                throw new IllegalArgumentException(
                        "Row " + row + " has a label, but the table has rows 0 to " + (customers.rows() - 1));
            }
        }
        return new Grouping(segmented.rows(), segmented.labels());
    }

    /** Number of clustered rows m. */
    int rows() {
        return rows.length;
    }

    /** The table's row of clustered row i. */
    int row(int i) {
        return rows[i];
    }

    /** Number of segments k. */
    int segments() {
        return labels.segments();
    }

    /** Number of groups: k, or k + 1 with noise. */
    int count() {
        return labels.segments() + (labels.noise() > 0 ? 1 : 0);
    }

    /** Group of clustered row i. */
    int group(int i) {
        return labels.at(i) == Labels.NOISE ? labels.segments() : labels.at(i);
    }

    /** Label of a group. */
    int label(int group) {
        return group == labels.segments() ? Labels.NOISE : group;
    }

    /** Number of rows of a group; 0 for a segment that this part of the customers does not have. */
    int sizeOf(int group) {
        return group == labels.segments() ? labels.noise() : labels.sizeOf(group);
    }

    /** Share of a group's rows that have no value, NaN for a group without a row. */
    double missingShare(int group, int values) {
        int size = sizeOf(group);
        return size == 0 ? Double.NaN : 1 - (double) values / size;
    }
}
