package org.tessera.engine.cluster.hierarchical;

import org.tessera.engine.cluster.hierarchical.ClusterCentroids.Neighbor;
import org.tessera.engine.run.RunContext;

/**
 * Ward linkage by the nearest-neighbor chain: a chain of nearest neighbors is followed until two clusters are each
 * other's nearest, which are merged. Murtagh (1983), A survey of recent advances in hierarchical clustering
 * algorithms, <a href="https://doi.org/10.1093/comjnl/26.4.354">doi:10.1093/comjnl/26.4.354</a>. Distances are worked
 * out from the centroids, so that no matrix is kept. O(n² d) time, O(n d) memory.
 */
final class WardNearestNeighborChain {

    private WardNearestNeighborChain() {}

    /**
     * Merges clusters until one is left.
     *
     * @param clusters the clusters; are merged
     * @param merges receives the merges, after those that have made the clusters
     */
    static void finish(ClusterCentroids clusters, DendrogramBuilder merges, RunContext run) {
        int n = merges.count() + clusters.count();
        int[] chain = new int[n];
        int length = 0;
        int start = 0;
        while (clusters.count() > 1) {
            if (length == 0) {
                while (!clusters.contains(start)) {
                    start++;
                }
                chain[length++] = start;
            }
            int tip = chain[length - 1];
            int previous = length > 1 ? chain[length - 2] : -1;
            Neighbor neighbor = clusters.nearestByWard(tip, previous);
            if (neighbor.representative() != previous) {
                chain[length++] = neighbor.representative();
                continue;
            }
            length -= 2;
            int survivor = Math.max(tip, previous);
            int absorbed = Math.min(tip, previous);
            clusters.merge(survivor, absorbed);
            merges.add(absorbed, survivor, Math.sqrt(neighbor.squaredHeight()));
            merges.report(run);
        }
    }
}
