package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.cluster.hierarchical.ClusterCentroids.Neighbor;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Centroid linkage by the generic algorithm of Müllner (2011), Modern hierarchical, agglomerative clustering
 * algorithms, <a href="https://arxiv.org/abs/1109.2378">arXiv:1109.2378</a>: every cluster has a lower bound of the
 * distance to its nearest neighbor, and the neighbor is searched again only when that bound is the lowest of all.
 * Distances are those of the centroids, so that no matrix is kept.
 *
 * <p>Merges are in the order in which they are done; heights may decrease (inversions). O(n² d) time as a rule, O(n³
 * d) at worst, O(n d) memory.
 */
final class GenericCentroidLinkage {

    private static final int UNKNOWN = -1;

    private final RunContext run;
    private final int n;
    private final ClusterCentroids clusters;
    /** Per representative: that of the nearest neighbor, or {@link #UNKNOWN} where only a lower bound is known. */
    private final int[] nearest;
    /** Per representative: the squared distance to the nearest neighbor, or a lower bound of it. */
    private final double[] minDistance;

    private GenericCentroidLinkage(Matrix x, RunContext run) {
        this.run = run;
        n = x.rows();
        clusters = new ClusterCentroids(x, run);
        nearest = new int[n];
        minDistance = new double[n];
        Arrays.fill(nearest, UNKNOWN);
    }

    /**
     * The merges of all rows, in the order in which they are done.
     *
     * @param x the rows in canonical order
     */
    static DendrogramBuilder merges(Matrix x, RunContext run) {
        return new GenericCentroidLinkage(x, run).merges();
    }

    private DendrogramBuilder merges() {
        DendrogramBuilder merges = new DendrogramBuilder(n);
        while (clusters.count() > 1) {
            int a = closest();
            int b = nearest[a];
            double height = Math.sqrt(minDistance[a]);
            int survivor = Math.max(a, b);
            int absorbed = Math.min(a, b);
            clusters.merge(survivor, absorbed);
            merges.add(absorbed, survivor, height);
            update(survivor, absorbed);
            merges.report(run);
        }
        return merges;
    }

    /** A cluster of the closest pair, whose nearest neighbor is known. */
    private int closest() {
        while (true) {
            int best = clusters.representative(0);
            for (int position = 1; position < clusters.count(); position++) {
                int cluster = clusters.representative(position);
                if (minDistance[cluster] < minDistance[best]
                        || (minDistance[cluster] == minDistance[best] && cluster < best)) {
                    best = cluster;
                }
            }
            if (nearest[best] != UNKNOWN) {
                return best;
            }
            searchNearest(best);
        }
    }

    private void searchNearest(int cluster) {
        Neighbor neighbor = clusters.nearestCentroid(cluster);
        nearest[cluster] = neighbor.representative();
        minDistance[cluster] = neighbor.squaredHeight();
    }

    /** Lowers the bounds of clusters that the merged one has come closer to, and forgets neighbors that are merged. */
    private void update(int merged, int absorbed) {
        double[] centroid = clusters.centroid(merged);
        double[] squared = new double[ClusterCentroids.TILE];
        for (int start = 0; start < clusters.count(); start += ClusterCentroids.TILE) {
            int end = Math.min(clusters.count(), start + ClusterCentroids.TILE);
            clusters.squaredDistances(centroid, start, squared);
            for (int position = start; position < end; position++) {
                int cluster = clusters.representative(position);
                if (cluster == merged) {
                    continue;
                }
                if (squared[position - start] < minDistance[cluster]) {
                    nearest[cluster] = merged;
                    minDistance[cluster] = squared[position - start];
                } else if (nearest[cluster] == merged || nearest[cluster] == absorbed) {
                    nearest[cluster] = UNKNOWN;
                }
            }
        }
        nearest[merged] = UNKNOWN;
        if (clusters.count() > 1) {
            searchNearest(merged);
        }
    }
}
