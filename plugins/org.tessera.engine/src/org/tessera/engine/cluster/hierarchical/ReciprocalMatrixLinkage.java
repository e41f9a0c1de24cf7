package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.RowBlocks;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Average and complete linkage in rounds on the lower triangle of the distances: all clusters that are each other's
 * nearest are merged at once. Sumengen et al. (2021), Scaling hierarchical agglomerative clustering to billion-sized
 * datasets, <a href="https://arxiv.org/abs/2105.11653">arXiv:2105.11653</a>. The tree is that of merging the closest two
 * again and again, because no merge brings a cluster nearer to others than the nearer of its halves was. Of equal
 * distances the lowest name decides.
 *
 * <p>A round goes through the triangle once, row by row on all threads: it joins the columns of merged clusters, closes
 * gaps and finds the nearest of every cluster on its way, so that memory is read in its order. Only where a merged pair
 * lies on both sides of a cluster is a column read. 4 n² bytes. When rounds merge little, a nearest-neighbor chain
 * ({@link NearestNeighborChain}) ends the work, so that it is O(n²) after the O(n² d) distances.
 */
final class ReciprocalMatrixLinkage {

    /** Blocks of rows, each with 12 bytes per cluster. */
    private static final int MOST_BLOCKS = 32;

    private static final int NONE = -1;
    /** Rounds may go through this many times n² distances. */
    private static final long MOST_WORK = 16;

    private final Linkage linkage;
    private final RunContext run;
    private final int n;
    private final DendrogramBuilder merges;
    private final double[][] triangle;
    /** Per place of a cluster in the triangle: its rows, and its name, the highest of them. Names ascend. */
    private final double[] sizes;

    private final int[] names;
    /** Per place: the nearest cluster's place and distance. */
    private final int[] nearest;

    private final double[] distances;
    /** Per place: the cluster that it is merged with in this round, or none. */
    private final int[] partner;
    /** The clusters that are kept by merges of this round, ascending. */
    private final int[] kept;

    private int pairs;
    private int count;

    /** The nearest cluster behind each of some, among the rows of a block. */
    private static final class ColumnLows {

        private final double[] distances;
        private final int[] places;

        ColumnLows(int columns) {
            distances = new double[columns];
            places = new int[columns];
            Arrays.fill(distances, Double.POSITIVE_INFINITY);
        }
    }

    /** The bytes of the distances of all pairs, and of what the blocks note of their columns. */
    static double bytes(DataSize size) {
        double n = size.rows();
        return 4 * n * Math.max(0, n - 1) + 12 * (MOST_BLOCKS + 8) * n;
    }

    private ReciprocalMatrixLinkage(Matrix x, Linkage linkage, Distance distance, RunContext run) {
        this.linkage = linkage;
        this.run = run;
        n = x.rows();
        merges = new DendrogramBuilder(n);
        double[] weights = new double[n];
        names = merges.joinEqual(x, weights);
        count = names.length;
        sizes = new double[count];
        Arrays.setAll(sizes, i -> weights[names[i]]);
        nearest = new int[count];
        distances = new double[count];
        partner = new int[count];
        kept = new int[count];
        Arrays.fill(partner, NONE);
        triangle = DistanceTriangle.of(x, names, distance, run.part(0, 0.4));
    }

    /**
     * The merges of all rows, by height.
     *
     * @param x the rows in canonical order
     * @param linkage average or complete
     */
    static DendrogramBuilder merges(Matrix x, Linkage linkage, Distance distance, RunContext run) {
        return new ReciprocalMatrixLinkage(x, linkage, distance, run).merges().sorted(run);
    }

    private DendrogramBuilder merges() {
        RunContext part = run.part(0.4, 1);
        long left = MOST_WORK * n * n;
        while (true) {
            left -= (long) count * (count + MOST_BLOCKS);
            pass();
            if (count == 1 || left < 0) {
                break;
            }
            pair();
            run.forBlocks(pairs, p -> gather(kept[p]));
            double share = (double) count / n;
            part.progress(1 - share * share, "Merge " + merges.count() + " of " + (n - 1));
        }
        if (count > 1) {
            new NearestNeighborChain(linkage, triangle, sizes, names, count, run).addTo(merges);
        }
        return merges;
    }

    /** Pairs every two clusters that are each other's nearest. */
    private void pair() {
        pairs = 0;
        for (int at = 0; at < count; at++) {
            int other = nearest[at];
            if (other < at && nearest[other] == at) {
                partner[at] = other;
                partner[other] = at;
                kept[pairs++] = at;
                merges.add(names[other], names[at], distances[at]);
            }
        }
    }

    /** The distance of a cluster to two that are merged. Equal distances stay what they are. */
    private double joined(double toKept, double toGone, double share) {
        return linkage == Linkage.COMPLETE ? Math.max(toKept, toGone) : toKept + (toGone - toKept) * share;
    }

    /** The part of its rows that a merged cluster has from the one that vanishes. */
    private double share(int keeper) {
        double added = sizes[partner[keeper]];
        return added / (sizes[keeper] + added);
    }

    /**
     * Joins a pair's distances to the clusters that lie between the two. What another thread may read is not changed: the
     * distance to a cluster that vanishes is read only from where the one that it is merged with lies.
     */
    private void gather(int keeper) {
        int gone = partner[keeper];
        double share = share(keeper);
        double[] row = triangle[keeper];
        for (int other = gone + 1; other < keeper; other++) {
            if (partner[other] < keeper) {
                row[other] = joined(row[other], triangle[other][gone], share);
            }
        }
    }

    /** Carries out the merges of this round, closes the gaps, and finds the nearest of every cluster. */
    private void pass() {
        int[] staying = new int[count];
        int rows = 0;
        for (int at = 0; at < count; at++) {
            if (partner[at] <= at) {
                staying[rows++] = at;
            }
        }
        double[] shares = new double[pairs];
        Arrays.setAll(shares, p -> share(kept[p]));
        int left = rows;
        RowBlocks blocks = new RowBlocks(left, Math.max(1, Math.min(MOST_BLOCKS, left / MOST_BLOCKS)));
        ColumnLows[] lows = new ColumnLows[blocks.count()];
        run.forBlocks(blocks.count(), block -> {
            int end = blocks.end(block);
            ColumnLows low = new ColumnLows(end);
            CancellationCheck cancellation = new CancellationCheck(run, 2L * left);
            for (int to = blocks.start(block); to < end; to++) {
                cancellation.step();
                join(staying[to], shares);
                close(triangle[staying[to]], staying, to, low);
            }
            lows[block] = low;
        });
        for (ColumnLows low : lows) {
            for (int at = 0; at < low.distances.length; at++) {
                if (low.distances[at] < distances[at]) {
                    distances[at] = low.distances[at];
                    nearest[at] = low.places[at];
                }
            }
        }
        move(staying, left);
    }

    /** Joins within a row: the rows of a pair, then the columns of all pairs. */
    private void join(int at, double[] shares) {
        double[] row = triangle[at];
        if (partner[at] != NONE) {
            double[] gone = triangle[partner[at]];
            double share = share(at);
            for (int other = 0; other < gone.length && other < partner[at]; other++) {
                row[other] = joined(row[other], gone[other], share);
            }
        }
        for (int p = 0; p < pairs && kept[p] < at; p++) {
            row[kept[p]] = joined(row[kept[p]], row[partner[kept[p]]], shares[p]);
        }
    }

    /** Closes the gaps in a row that comes to a new place, and finds the nearest before it and for the columns. */
    private void close(double[] row, int[] staying, int to, ColumnLows lows) {
        double[] columns = lows.distances;
        double lowest = Double.POSITIVE_INFINITY;
        int lowestAt = NONE;
        for (int other = 0; other < to; other++) {
            double value = row[staying[other]];
            row[other] = value;
            if (value < lowest) {
                lowest = value;
                lowestAt = other;
            }
            if (value < columns[other]) {
                columns[other] = value;
                lows.places[other] = to;
            }
        }
        distances[to] = lowest;
        nearest[to] = lowestAt;
    }

    private void move(int[] staying, int rows) {
        for (int p = 0; p < pairs; p++) {
            sizes[kept[p]] += sizes[partner[kept[p]]];
        }
        for (int to = 0; to < rows; to++) {
            int at = staying[to];
            triangle[to] = triangle[at];
            names[to] = names[at];
            sizes[to] = sizes[at];
        }
        Arrays.fill(triangle, rows, count, null);
        Arrays.fill(partner, 0, count, NONE);
        count = rows;
        pairs = 0;
    }
}
