package org.tessera.engine.choose.sweep;

import java.util.List;
import java.util.Objects;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Matrix;

/**
 * The customers of a search.
 *
 * @param features n x d finite features
 * @param structure which features belong together
 * @param columns the customers' own columns that the features are made of, with n rows, to tell segmentations that say no
 *     more than one of them; none for no comparison
 */
public record SweepData(Matrix features, FeatureColumns structure, List<Column> columns) {

    /** Copies the list and checks that nothing is null. */
    public SweepData {
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(structure, "structure");
        columns = List.copyOf(columns);
    }

    /** Some of the rows. */
    SweepData select(Matrix selected, int[] rows) {
        return new SweepData(
                selected,
                structure,
                columns.stream().map(column -> column.select(rows)).toList());
    }
}
