package org.tessera.engine.apply.why;

import java.util.List;
import org.tessera.engine.data.Matrix;

/**
 * What every column contributed to the segment of each row.
 *
 * @param columns the c names: the customers' own columns and, for some models, a last term that belongs to no column
 * @param values n x c contributions: above 0 what speaks for the segment, below 0 what speaks for the runner-up, in the unit of
 *     the model's rule, see {@link Explainer}; NaN throughout for a row without a segment or without a runner-up
 * @param margins n margins: per row the sum of its contributions, added in the order of the columns in double precision, NaN
 *     without a runner-up
 */
public record Contributions(List<String> columns, Matrix values, double[] margins) {

    /** Copies the names and checks that the shapes agree. */
    public Contributions {
        columns = List.copyOf(columns);
        if (values.columns() != columns.size() || values.rows() != margins.length) {
            throw new IllegalArgumentException(values + " of contributions, but " + columns.size() + " columns and "
                    + margins.length + " margins");
        }
    }
}
