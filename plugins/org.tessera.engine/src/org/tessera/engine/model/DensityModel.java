package org.tessera.engine.model;

import java.util.Objects;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/**
 * A DBSCAN model: a row belongs to the segment of a core row within eps, or is noise.
 *
 * @param eps radius of a neighborhood, 0 or more and finite
 * @param minPoints smallest number of rows in the neighborhood of a core row, itself included
 * @param distance the distance of rows
 * @param inclusive whether a row at exactly eps is in the neighborhood (the paper, Tessera: yes; Weka: no)
 * @param coreRows c x d core rows, in the order in which the run visited them, on which the assignment of border rows
 *     depends; see {@link org.tessera.engine.cluster.dbscan.CorePointIndex}
 * @param coreLabels the segments of the c core rows
 * @param segments the number of segments k
 */
public record DensityModel(
        double eps,
        int minPoints,
        Distance distance,
        boolean inclusive,
        Matrix coreRows,
        int[] coreLabels,
        int segments)
        implements ClusterModel {

    /** Checks the radius, and that the lengths agree. */
    public DensityModel {
        Objects.requireNonNull(distance, "distance");
        if (!(eps >= 0 && eps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The radius is " + eps + ", but has to be 0 or more and finite");
        }
        if (coreRows.rows() != coreLabels.length) {
            throw new IllegalArgumentException(coreRows.rows() + " core rows, but " + coreLabels.length + " labels");
        }
        for (int label : coreLabels) {
            if (label < 0 || label >= segments) {
                throw new IllegalArgumentException(
                        "A core row is of segment " + label + ", but has to be of 0 to " + (segments - 1));
            }
        }
    }

    @Override
    public int features() {
        return coreRows.columns();
    }
}
