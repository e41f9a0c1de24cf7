package org.tessera.engine.cluster.dbscan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.DensityModel;

/** The type of a row in DBSCAN: core, border or noise point. Ester et al. (1996), KDD-96, 226-231. */
public enum PointType {
    /** Its eps-neighborhood, itself included, holds at least the minimum points. */
    CORE,
    /** Within eps of a core row, but no core row itself. */
    BORDER,
    /** Not within eps of a core row. */
    NOISE;

    /** The values of a row as a key of a set. */
    private record Row(double[] values) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(values, row.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /**
     * The types of the rows that a model was made from. A row with the values of a core row is one, as both have the
     * same neighbors. O(n d) time, O(c d) memory for c core rows.
     *
     * @param model the model
     * @param x the n x d features that the model was made from
     * @param labels their n labels
     * @return a type per row
     * @throws IllegalArgumentException if the labels or features do not fit
     */
    public static PointType[] of(DensityModel model, Matrix x, Labels labels) {
        if (labels.size() != x.rows() || model.features() != x.columns()) {
            throw new IllegalArgumentException("The model has " + model.features() + " features and " + labels.size()
                    + " labels, but the rows are " + x.rows() + " x " + x.columns());
        }
        Set<Row> core = new HashSet<>();
        for (int i = 0; i < model.coreRows().rows(); i++) {
            core.add(new Row(model.coreRows().row(i)));
        }
        PointType[] types = new PointType[x.rows()];
        for (int i = 0; i < types.length; i++) {
            if (labels.at(i) == Labels.NOISE) {
                types[i] = NOISE;
            } else {
                types[i] = core.contains(new Row(x.row(i))) ? CORE : BORDER;
            }
        }
        return types;
    }
}
