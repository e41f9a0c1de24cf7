package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Ward linkage by reciprocal nearest neighbors: in every round all pairs of clusters that are each other's nearest
 * neighbor are merged at once. Sumengen et al. (2021), Scaling hierarchical agglomerative clustering to billion-sized
 * datasets, <a href="https://arxiv.org/abs/2105.11653">arXiv:2105.11653</a>. Nearest neighbors are searched among the
 * centroids ({@link CentroidTiles}) on all threads, without a matrix.
 *
 * <p>Ward linkage is reducible: a merged cluster is at least as far from any other as the nearer of its halves was. So
 * the tree is that of merging the closest pair again and again, and a nearest neighbor stays the nearest until it is
 * merged: only clusters whose neighbor was merged search again. Ties go to the lowest representative.
 *
 * <p>O(n d) memory. Time is usually far below n² d. When rounds merge few pairs, a nearest-neighbor chain
 * ({@link WardNearestNeighborChain}) finishes, so that it is O(n² d) at worst.
 */
final class ReciprocalWardLinkage {

    private static final int BLOCK = 64;
    private static final int UNKNOWN = -1;
    /** Rounds are given up after this many times n² pairs. */
    private static final long MAX_PAIRS_PER_SQUARE = 8;

    private final RunContext run;
    private final int n;
    private final CentroidTiles clusters;
    private final DendrogramBuilder merges;
    /** Per position: that of the nearest neighbor or {@link #UNKNOWN}, and the squared height of merging the two. */
    private final int[] nearest;

    private final double[] squaredHeights;
    /** Positions whose nearest neighbor is to be searched in this round. */
    private final int[] pending;

    private ReciprocalWardLinkage(Matrix x, RunContext run) {
        this.run = run;
        n = x.rows();
        merges = new DendrogramBuilder(n);
        double[] sizes = new double[n];
        int[] rows = merges.mergeDuplicates(x, sizes);
        clusters = new CentroidTiles(x, rows, sizes, run);
        nearest = new int[rows.length];
        squaredHeights = new double[rows.length];
        pending = new int[rows.length];
        Arrays.fill(nearest, UNKNOWN);
    }

    /**
     * The merges of all rows, by height.
     *
     * @param x the rows in canonical order
     */
    static DendrogramBuilder merges(Matrix x, RunContext run) {
        return new ReciprocalWardLinkage(x, run).merges().sorted(run);
    }

    private DendrogramBuilder merges() {
        long pairsLeft = MAX_PAIRS_PER_SQUARE * n * n;
        while (clusters.count() > 1 && pairsLeft > 0) {
            double remaining = (double) clusters.count() / n;
            run.progress(1 - remaining * remaining, "Merge " + merges.count() + " of " + (n - 1));
            pairsLeft -= (long) clusters.count() * (BLOCK + searchNearest());
            mergeReciprocal();
        }
        if (clusters.count() > 1) {
            WardNearestNeighborChain.finish(new ClusterCentroids(clusters, n, run), merges, run);
        }
        return merges;
    }

    /** Finds the nearest neighbors that are not known. @return their number */
    private int searchNearest() {
        int unknown = 0;
        for (int position = 0; position < clusters.count(); position++) {
            if (nearest[position] == UNKNOWN) {
                pending[unknown++] = position;
            }
        }
        int count = unknown;
        run.forBlocks((count + BLOCK - 1) / BLOCK, block -> {
            NearestClusterSearch search = new NearestClusterSearch(clusters);
            CancellationCheck cancellation = new CancellationCheck(run, (long) clusters.count() * clusters.d);
            for (int i = block * BLOCK; i < Math.min(count, (block + 1) * BLOCK); i++) {
                cancellation.step();
                search.search(pending[i]);
                nearest[pending[i]] = search.nearest();
                squaredHeights[pending[i]] = search.squaredHeight();
            }
        });
        return count;
    }

    /** Merges all pairs of reciprocal nearest neighbors and closes the gaps. */
    private void mergeReciprocal() {
        int count = clusters.count();
        boolean[] merged = new boolean[count];
        int[] newPositions = new int[count];
        int[] representatives = clusters.representatives;
        for (int survivor = 0; survivor < count; survivor++) {
            int absorbed = nearest[survivor];
            if (nearest[absorbed] == survivor && representatives[survivor] > representatives[absorbed]) {
                clusters.merge(survivor, absorbed);
                merges.add(representatives[absorbed], representatives[survivor], Math.sqrt(squaredHeights[survivor]));
                merged[survivor] = true;
                merged[absorbed] = true;
                newPositions[absorbed] = -1;
            }
        }
        int next = 0;
        for (int position = 0; position < count; position++) {
            newPositions[position] = newPositions[position] < 0 ? -1 : next++;
        }
        for (int position = 0; position < count; position++) {
            int to = newPositions[position];
            if (to >= 0) {
                boolean stale = merged[position] || merged[nearest[position]];
                squaredHeights[to] = squaredHeights[position];
                nearest[to] = stale ? UNKNOWN : newPositions[nearest[position]];
            }
        }
        clusters.compact(newPositions, run);
    }
}
