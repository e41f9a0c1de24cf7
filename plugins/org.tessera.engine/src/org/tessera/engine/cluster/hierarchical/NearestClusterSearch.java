package org.tessera.engine.cluster.hierarchical;

import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;

/**
 * Search for the nearest neighbor of a cluster by Ward's criterion: the lowest squared height 2 |A| |B| / (|A| + |B|)
 * times the squared distance of the centroids. The bounding box of a tile and its lowest size bound the squared heights
 * to its clusters from below, so that most tiles are pruned. One per thread.
 */
final class NearestClusterSearch {

    /** Lowers a bound by more than rounding can have raised it. */
    private static final double ROUNDING_MARGIN = 1 - 1e-12;

    private static final int NONE = -1;

    private final CentroidTiles clusters;
    private final double[] centroid;
    private final double[] squared = new double[CentroidTiles.TILE];
    /** Per tile: lower bound of the squared heights, NaN once the tile has been scanned. */
    private final double[] bounds;

    private double size;
    private int position;
    private int nearest;
    private double squaredHeight;

    NearestClusterSearch(CentroidTiles clusters) {
        this.clusters = clusters;
        centroid = new double[clusters.d];
        bounds = new double[clusters.tiles()];
    }

    /** The position of the nearest neighbor found, of equally near ones that of the lowest representative. */
    int nearest() {
        return nearest;
    }

    /** The squared height of merging with the nearest neighbor. */
    double squaredHeight() {
        return squaredHeight;
    }

    /** Finds the nearest neighbor of the cluster at a position; there must be another cluster. */
    void search(int cluster) {
        position = cluster;
        size = clusters.sizes[cluster];
        nearest = NONE;
        squaredHeight = Double.POSITIVE_INFINITY;
        clusters.copy(cluster, centroid);
        computeBounds();
        int own = cluster / CentroidTiles.TILE;
        scan(own);
        int first = NONE;
        for (int tile = 0; tile < bounds.length; tile++) {
            if (tile != own && (first < 0 || bounds[tile] < bounds[first])) {
                first = tile;
            }
        }
        if (first >= 0 && bounds[first] <= squaredHeight) {
            scan(first);
            for (int tile = 0; tile < bounds.length; tile++) {
                if (bounds[tile] <= squaredHeight) {
                    scan(tile);
                }
            }
        }
    }

    /** 2 |A| |B| / (|A| + |B|). */
    private double wardFactor(double otherSize) {
        return 2 * size * otherSize / (size + otherSize);
    }

    private void computeBounds() {
        BoundingBoxDistances.fill(Distance.EUCLIDEAN, clusters.lower, clusters.upper, centroid, bounds);
        for (int tile = 0; tile < bounds.length; tile++) {
            bounds[tile] *= wardFactor(clusters.minSizes[tile]) * ROUNDING_MARGIN;
        }
    }

    private void scan(int tile) {
        bounds[tile] = Double.NaN;
        ReducedDistances.fill(Distance.EUCLIDEAN, clusters.tile(tile), centroid, 0, squared, CentroidTiles.TILE);
        double minFactor = wardFactor(clusters.minSizes[tile]) * ROUNDING_MARGIN;
        double limit = squaredHeight / minFactor;
        int start = tile * CentroidTiles.TILE;
        int count = clusters.clustersIn(tile);
        for (int t = 0; t < count; t++) {
            if (squared[t] > limit || start + t == position) {
                continue;
            }
            double candidate = squared[t] * wardFactor(clusters.sizes[start + t]);
            if (isNearer(candidate, start + t)) {
                squaredHeight = candidate;
                nearest = start + t;
                limit = squaredHeight / minFactor;
            }
        }
    }

    private boolean isNearer(double candidate, int cluster) {
        if (nearest < 0 || candidate < squaredHeight) {
            return true;
        }
        return !(candidate > squaredHeight) && clusters.representatives[cluster] < clusters.representatives[nearest];
    }
}
