package org.tessera.knime.view.web;

import java.util.Optional;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.profile.SegmentedRows;

/**
 * What a view shows: customers with their segments.
 *
 * @param customers the customers' own columns, of all rows of the table
 * @param segments the labels of the rows of the table that have one
 */
public record Subject(CustomerTable customers, SegmentedRows segments) {

    /** Largest number of segments shown one by one, the first ones, which in a new segmentation are the largest. */
    static final int MAX_SEGMENTS = 100;

    /** Number of segments shown, without noise. */
    int shown() {
        return Math.min(MAX_SEGMENTS, segments.labels().segments());
    }

    boolean hasNoise() {
        return segments.labels().noise() > 0;
    }

    /** Number of groups on the page: segments shown, and noise, if there is any, as the last. */
    int groups() {
        return shown() + (hasNoise() ? 1 : 0);
    }

    /** The group of a label, or -1 if the page does not show it. */
    int group(int label) {
        if (label == Labels.NOISE) {
            return hasNoise() ? shown() : -1;
        }
        return label < shown() ? label : -1;
    }

    Optional<Column> column(String name) {
        return customers.column(name);
    }
}
