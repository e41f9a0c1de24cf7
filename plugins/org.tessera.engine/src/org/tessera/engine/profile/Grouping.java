package org.tessera.engine.profile;

import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;

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

    /** The table's rows of all clustered rows. */
    int[] tableRows() {
        return rows;
    }

    /** The table's row of clustered row i. */
    int row(int i) {
        return rows[i];
    }

    /** The labels of the clustered rows. */
    Labels labels() {
        return labels;
    }

    /** A column's entries of the clustered rows; the column itself if these are all rows in order. */
    Column clustered(Column column) {
        boolean all = rows.length == column.size();
        for (int i = 0; all && i < rows.length; i++) {
            all = rows[i] == i;
        }
        return all ? column : column.select(rows);
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

    /** What a group is called. */
    String name(int group) {
        return labels.nameOf(label(group));
    }

    /** Number of rows of a group; 0 for a segment that this part of the customers does not have. */
    int sizeOf(int group) {
        return group == labels.segments() ? labels.noise() : labels.sizeOf(group);
    }

    /** Whether a column has a value in clustered row i; infinities are none. */
    boolean hasValue(Column column, int i) {
        return column instanceof NumericColumn numbers
                ? Double.isFinite(numbers.values()[rows[i]])
                : !column.isMissing(rows[i]);
    }
}
