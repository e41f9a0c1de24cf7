package org.tessera.engine.cluster;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.RunContext;

/**
 * Average and complete linkage by the nearest-neighbour chain on the lower triangle of the distances. Murtagh (1983), <a
 * href="https://doi.org/10.1093/comjnl/26.4.354">doi:10.1093/comjnl/26.4.354</a>; Müllner (2011), <a
 * href="https://arxiv.org/abs/1109.2378">arXiv:1109.2378</a>. O(n²) time after the O(n² d) distances, 4 n² bytes.
 */
final class MatrixChain {

    private final Linkage linkage;
    private final RunContext run;
    private final int n;
    private final double[][] triangle;
    private final int[] sizes;
    /** Clusters that are left, ascending, each named by its highest row. */
    private final int[] left;

    private int count;

    private MatrixChain(Matrix x, Linkage linkage, Distance distance, RunContext run) {
        this.linkage = linkage;
        this.run = run;
        n = x.rows();
        count = n;
        triangle = new double[n][];
        sizes = new int[n];
        left = new int[n];
        int d = x.columns();
        double[] values = x.values();
        RunContext part = run.part(0, 0.5);
        run.forBlocks(n, i -> {
            double[] row = new double[i];
            for (int j = 0; j < i; j++) {
                row[j] = distance.between(values, i * d, values, j * d, d);
            }
            triangle[i] = row;
            sizes[i] = 1;
            left[i] = i;
            if (i % 64 == 0) {
                part.progress((double) i * i / ((double) n * n), "Distances of row " + i + " of " + n);
            }
        });
    }

    static Merges merges(Matrix x, Linkage linkage, Distance distance, RunContext run) {
        return new MatrixChain(x, linkage, distance, run).merges().sorted();
    }

    private Merges merges() {
        Merges merges = new Merges(n);
        RunContext part = run.part(0.5, 1);
        int[] chain = new int[n];
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
            merges.add(gone, kept, triangle[kept][gone]);
            merge(kept, gone);
            Hierarchical.report(part, merges.count(), n);
        }
        return merges;
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
        double a = sizes[kept];
        double b = sizes[gone];
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
                        linkage == Linkage.COMPLETE ? Math.max(toKept, toGone) : (a * toKept + b * toGone) / (a + b);
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
