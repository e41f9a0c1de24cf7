package org.tessera.knime.view.web;

import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;

/**
 * The customers that have a segment and all features.
 *
 * @param matrix n x d features
 * @param names d names
 * @param labels n labels
 * @param tableRows the n rows of the table, ascending
 */
public record FeatureRows(Matrix matrix, List<String> names, Labels labels, int[] tableRows) {

    /** Copies the names. */
    public FeatureRows {
        names = List.copyOf(names);
    }
}
