package org.tessera.engine.model;

import org.tessera.engine.data.Matrix;

/** Where the segments of a cluster model lie. */
public final class SegmentCenters {

    private SegmentCenters() {}

    /**
     * The centers of a cluster model. O(c d) for the c core rows of a density model, otherwise O(1).
     *
     * @param clusters the model
     * @return k x d: centroids, means of a mixture, or means of the core rows
     */
    public static Matrix of(ClusterModel clusters) {
        if (clusters instanceof CentroidModel centroids) {
            return centroids.centroids();
        }
        if (clusters instanceof TreeModel tree) {
            return tree.centroids();
        }
        return clusters instanceof MixtureModel mixture ? mixture.means() : means((DensityModel) clusters);
    }

    private static Matrix means(DensityModel density) {
        int d = density.coreRows().columns();
        double[] sums = new double[density.segments() * d];
        int[] counts = new int[density.segments()];
        for (int i = 0; i < density.coreLabels().length; i++) {
            int segment = density.coreLabels()[i];
            counts[segment]++;
            for (int j = 0; j < d; j++) {
                sums[segment * d + j] += density.coreRows().at(i, j);
            }
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] /= counts[c / d];
        }
        return Matrix.wrap(density.segments(), d, sums);
    }
}
