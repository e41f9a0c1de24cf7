package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.RunContext;

/**
 * Ends average and complete linkage by the nearest-neighbor chain on the lower triangle of the distances: a chain of
 * nearest clusters is followed until two are each other's nearest, which are merged. Murtagh (1983), <a
 * href="https://doi.org/10.1093/comjnl/26.4.354">doi:10.1093/comjnl/26.4.354</a>; Müllner (2011), <a
 * href="https://arxiv.org/abs/1109.2378">arXiv:1109.2378</a>. O(n²) time, no more memory.
 */
final class NearestNeighborChain {

    private final Linkage linkage;
    private final RunContext run;
    private final double[][] triangle;
    private final double[] sizes;
    private final int[] names;
    /** Places of the clusters that are left, ascending. */
    private final int[] left;

    private int count;

    /**
     * Takes over clusters.
     *
     * @param triangle for each cluster the distances to those before it; is changed
     * @param sizes their rows; are changed
     * @param names their names, ascending
     * @param count how many there are
     */
    NearestNeighborChain(Linkage linkage, double[][] triangle, double[] sizes, int[] names, int count, RunContext run) {
        this.linkage = linkage;
        this.run = run;
        this.triangle = triangle;
        this.sizes = sizes;
        this.names = names;
        this.count = count;
        left = new int[count];
        Arrays.setAll(left, at -> at);
    }

    void addTo(DendrogramBuilder merges) {
        int n = merges.count() + count;
        int[] chain = new int[count];
        int length = 0;
        while (count > 1) {
            run.checkCanceled();
            if (length == 0) {
                chain[length++] = left[0];
            }
            int tip = chain[length - 1];
            int before = length > 1 ? chain[length - 2] : -1;
            int near = nearest(tip, before);
            if (near != before) {
                chain[length++] = near;
                continue;
            }
            length -= 2;
            int kept = Math.max(tip, before);
            int gone = Math.min(tip, before);
            merges.add(names[gone], names[kept], triangle[kept][gone]);
            merge(kept, gone);
            merges.report(run);
        }
    }

    private double between(int a, int b) {
        return a > b ? triangle[a][b] : triangle[b][a];
    }

    /** The nearest cluster; of equal ones the one before in the chain, then the lowest. */
    private int nearest(int tip, int before) {
        int best = before;
        double lowest = before < 0 ? Double.POSITIVE_INFINITY : between(tip, before);
        double[] row = triangle[tip];
        int at = 0;
        for (; left[at] < tip; at++) {
            if (row[left[at]] < lowest || best < 0) {
                lowest = row[left[at]];
                best = left[at];
            }
        }
        for (at++; at < count; at++) {
            double distance = triangle[left[at]][tip];
            if (distance < lowest || best < 0) {
                lowest = distance;
                best = left[at];
            }
        }
        return best;
    }

    private void merge(int kept, int gone) {
        double share = sizes[gone] / (sizes[kept] + sizes[gone]);
        int to = 0;
        for (int at = 0; at < count; at++) {
            int other = left[at];
            if (other == gone) {
                continue;
            }
            left[to++] = other;
            if (other != kept) {
                double toKept = between(kept, other);
                double toGone = between(gone, other);
                double merged =
                        linkage == Linkage.COMPLETE ? Math.max(toKept, toGone) : toKept + (toGone - toKept) * share;
                if (kept > other) {
                    triangle[kept][other] = merged;
                } else {
                    triangle[other][kept] = merged;
                }
            }
        }
        count = to;
        sizes[kept] += sizes[gone];
    }
}
