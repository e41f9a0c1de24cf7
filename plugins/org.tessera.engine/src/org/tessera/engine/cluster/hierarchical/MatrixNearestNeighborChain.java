package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.RunContext;

/**
 * Average and complete linkage by the nearest-neighbor chain on the lower triangle of the distances: a chain of
 * nearest neighbors is followed until two clusters are each other's nearest, which are merged. Murtagh (1983), <a
 * href="https://doi.org/10.1093/comjnl/26.4.354">doi:10.1093/comjnl/26.4.354</a>; Müllner (2011), <a
 * href="https://arxiv.org/abs/1109.2378">arXiv:1109.2378</a>. Distances to merged clusters follow
 * {@link LanceWilliams}. O(n²) time, no more memory.
 */
final class MatrixNearestNeighborChain {

    private final Linkage linkage;
    private final RunContext run;
    private final double[][] triangle;
    private final double[] sizes;
    private final int[] representatives;
    /** Positions of the clusters that are left, ascending. */
    private final int[] active;

    private int count;

    /**
     * Takes over clusters.
     *
     * @param triangle per cluster the distances to those before it; is changed
     * @param sizes their numbers of rows; are changed
     * @param representatives their representatives, ascending
     * @param count number of clusters
     */
    MatrixNearestNeighborChain(
            Linkage linkage, double[][] triangle, double[] sizes, int[] representatives, int count, RunContext run) {
        this.linkage = linkage;
        this.run = run;
        this.triangle = triangle;
        this.sizes = sizes;
        this.representatives = representatives;
        this.count = count;
        active = new int[count];
        Arrays.setAll(active, position -> position);
    }

    /**
     * Merges clusters until one is left.
     *
     * @param merges receives the merges, after those that have made the clusters
     */
    void finish(DendrogramBuilder merges) {
        int[] chain = new int[count];
        int length = 0;
        while (count > 1) {
            run.checkCanceled();
            if (length == 0) {
                chain[length++] = active[0];
            }
            int tip = chain[length - 1];
            int previous = length > 1 ? chain[length - 2] : -1;
            int neighbor = nearest(tip, previous);
            if (neighbor != previous) {
                chain[length++] = neighbor;
                continue;
            }
            length -= 2;
            int survivor = Math.max(tip, previous);
            int absorbed = Math.min(tip, previous);
            merges.add(representatives[absorbed], representatives[survivor], triangle[survivor][absorbed]);
            merge(survivor, absorbed);
            merges.report(run);
        }
    }

    private double distance(int a, int b) {
        return a > b ? triangle[a][b] : triangle[b][a];
    }

    /** The nearest neighbor of the tip; ties go to its predecessor in the chain, then to the lowest position. */
    private int nearest(int tip, int previous) {
        int nearest = previous;
        double min = previous < 0 ? Double.POSITIVE_INFINITY : distance(tip, previous);
        double[] row = triangle[tip];
        int a = 0;
        for (; active[a] < tip; a++) {
            if (row[active[a]] < min || nearest < 0) {
                min = row[active[a]];
                nearest = active[a];
            }
        }
        for (a++; a < count; a++) {
            double distance = triangle[active[a]][tip];
            if (distance < min || nearest < 0) {
                min = distance;
                nearest = active[a];
            }
        }
        return nearest;
    }

    private void merge(int survivor, int absorbed) {
        double share = sizes[absorbed] / (sizes[survivor] + sizes[absorbed]);
        int next = 0;
        for (int a = 0; a < count; a++) {
            int other = active[a];
            if (other == absorbed) {
                continue;
            }
            active[next++] = other;
            if (other != survivor) {
                double updated =
                        LanceWilliams.update(linkage, distance(survivor, other), distance(absorbed, other), share);
                if (survivor > other) {
                    triangle[survivor][other] = updated;
                } else {
                    triangle[other][survivor] = updated;
                }
            }
        }
        count = next;
        sizes[survivor] += sizes[absorbed];
    }
}
