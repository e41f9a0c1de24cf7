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
 * Average and complete linkage by reciprocal nearest neighbors on the lower triangle of the pairwise distances: in
 * every round all pairs of clusters that are each other's nearest neighbor are merged at once. Sumengen et al. (2021),
 * Scaling hierarchical agglomerative clustering to billion-sized datasets, <a
 * href="https://arxiv.org/abs/2105.11653">arXiv:2105.11653</a>. Distances to merged clusters follow
 * {@link LanceWilliams}.
 *
 * <p>Both linkages are reducible: a merged cluster is at least as far from any other as the nearer of its halves was.
 * So the tree is that of merging the closest pair again and again. Ties go to the lowest representative.
 *
 * <p>A round reads the triangle once, row by row on all threads: it updates the distances to merged clusters, closes
 * the gaps of absorbed ones, and finds the nearest neighbor of every cluster, so that memory is read in sequence. A
 * column is read only for clusters that lie between the two of a pair. 4 n² bytes. When rounds merge few pairs, a
 * nearest-neighbor chain ({@link MatrixNearestNeighborChain}) finishes, so that it is O(n²) after the O(n² d)
 * distances.
 */
final class ReciprocalMatrixLinkage {

    /** Blocks of rows, each with 12 bytes per cluster. */
    private static final int MAX_BLOCKS = 32;

    private static final int NONE = -1;
    /** Rounds are given up after this many times n² distances. */
    private static final long MAX_DISTANCES_PER_SQUARE = 16;
    /** The share of the time that the pairwise distances take. */
    private static final double DISTANCES_SHARE = 0.4;

    private final Linkage linkage;
    private final RunContext run;
    private final int n;
    private final DendrogramBuilder merges;
    private final double[][] triangle;
    /** Per position of a cluster in the triangle: its number of rows, and its representative. Both orders agree. */
    private final double[] sizes;

    private final int[] representatives;
    /** Per position: that of the nearest neighbor, and the distance to it. */
    private final int[] nearest;

    private final double[] minDistances;
    /** Per position: that of the cluster it is merged with in this round, or {@link #NONE}. */
    private final int[] partner;
    /** Positions of the survivors of this round, ascending. */
    private final int[] survivors;

    private int pairs;
    private int count;

    /** Per column the lowest distance among the rows of a block: the nearest neighbor at a higher position. */
    private static final class ColumnMinima {

        private final double[] distances;
        private final int[] positions;

        ColumnMinima(int columns) {
            distances = new double[columns];
            positions = new int[columns];
            Arrays.fill(distances, Double.POSITIVE_INFINITY);
        }
    }

    /** The memory of the pairwise distances and of the column minima. */
    static double bytes(DataSize size) {
        double n = size.rows();
        return 4 * n * Math.max(0, n - 1) + 12 * (MAX_BLOCKS + 8) * n;
    }

    private ReciprocalMatrixLinkage(Matrix x, Linkage linkage, Distance distance, RunContext run) {
        this.linkage = linkage;
        this.run = run;
        n = x.rows();
        merges = new DendrogramBuilder(n);
        double[] rowSizes = new double[n];
        representatives = merges.mergeDuplicates(x, rowSizes);
        count = representatives.length;
        sizes = new double[count];
        Arrays.setAll(sizes, position -> rowSizes[representatives[position]]);
        nearest = new int[count];
        minDistances = new double[count];
        partner = new int[count];
        survivors = new int[count];
        Arrays.fill(partner, NONE);
        triangle = DistanceTriangle.of(x, representatives, distance, run.part(0, DISTANCES_SHARE));
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
        RunContext part = run.part(DISTANCES_SHARE, 1);
        long distancesLeft = MAX_DISTANCES_PER_SQUARE * n * n;
        while (true) {
            distancesLeft -= (long) count * (count + MAX_BLOCKS);
            mergeAndSearchNearest();
            if (count == 1 || distancesLeft < 0) {
                break;
            }
            pairReciprocal();
            run.forBlocks(pairs, p -> updateBetween(survivors[p]));
            double remaining = (double) count / n;
            part.progress(1 - remaining * remaining, "Merge " + merges.count() + " of " + (n - 1));
        }
        if (count > 1) {
            new MatrixNearestNeighborChain(linkage, triangle, sizes, representatives, count, run).finish(merges);
        }
        return merges;
    }

    /** Pairs all reciprocal nearest neighbors. */
    private void pairReciprocal() {
        pairs = 0;
        for (int survivor = 0; survivor < count; survivor++) {
            int absorbed = nearest[survivor];
            if (absorbed < survivor && nearest[absorbed] == survivor) {
                partner[survivor] = absorbed;
                partner[absorbed] = survivor;
                survivors[pairs++] = survivor;
                merges.add(representatives[absorbed], representatives[survivor], minDistances[survivor]);
            }
        }
    }

    private double update(double toSurvivor, double toAbsorbed, double absorbedShare) {
        return LanceWilliams.update(linkage, toSurvivor, toAbsorbed, absorbedShare);
    }

    /** The share of the rows of a merged cluster that come from the absorbed one. */
    private double absorbedShare(int survivor) {
        double absorbed = sizes[partner[survivor]];
        return absorbed / (sizes[survivor] + absorbed);
    }

    /**
     * Updates the distances of a survivor to the clusters between the two of its pair. Changes nothing that another
     * thread reads: the distance to an absorbed cluster is read only by the thread of its survivor.
     */
    private void updateBetween(int survivor) {
        int absorbed = partner[survivor];
        double share = absorbedShare(survivor);
        double[] row = triangle[survivor];
        for (int other = absorbed + 1; other < survivor; other++) {
            if (partner[other] < survivor) {
                row[other] = update(row[other], triangle[other][absorbed], share);
            }
        }
    }

    /** Carries out the merges of this round, closes the gaps, and finds the nearest neighbor of every cluster. */
    private void mergeAndSearchNearest() {
        int[] remaining = new int[count];
        int rows = 0;
        for (int position = 0; position < count; position++) {
            if (partner[position] <= position) {
                remaining[rows++] = position;
            }
        }
        double[] shares = new double[pairs];
        Arrays.setAll(shares, p -> absorbedShare(survivors[p]));
        int left = rows;
        RowBlocks blocks = new RowBlocks(left, Math.max(1, Math.min(MAX_BLOCKS, left / MAX_BLOCKS)));
        ColumnMinima[] minima = new ColumnMinima[blocks.count()];
        run.forBlocks(blocks.count(), block -> {
            int end = blocks.end(block);
            ColumnMinima own = new ColumnMinima(end);
            CancellationCheck cancellation = new CancellationCheck(run, 2L * left);
            for (int to = blocks.start(block); to < end; to++) {
                cancellation.step();
                updateRow(remaining[to], shares);
                compactRow(triangle[remaining[to]], remaining, to, own);
            }
            minima[block] = own;
        });
        for (ColumnMinima block : minima) {
            for (int position = 0; position < block.distances.length; position++) {
                if (block.distances[position] < minDistances[position]) {
                    minDistances[position] = block.distances[position];
                    nearest[position] = block.positions[position];
                }
            }
        }
        compact(remaining, left);
    }

    /** Updates the distances of a row: first to all clusters if it is a survivor, then to the survivors before it. */
    private void updateRow(int position, double[] shares) {
        double[] row = triangle[position];
        if (partner[position] != NONE) {
            double[] absorbed = triangle[partner[position]];
            double share = absorbedShare(position);
            for (int other = 0; other < absorbed.length && other < partner[position]; other++) {
                row[other] = update(row[other], absorbed[other], share);
            }
        }
        for (int p = 0; p < pairs && survivors[p] < position; p++) {
            row[survivors[p]] = update(row[survivors[p]], row[partner[survivors[p]]], shares[p]);
        }
    }

    /** Closes the gaps in a row, which moves to position {@code to}, and finds its minimum and those of the columns. */
    private void compactRow(double[] row, int[] remaining, int to, ColumnMinima minima) {
        double[] columns = minima.distances;
        double min = Double.POSITIVE_INFINITY;
        int minAt = NONE;
        for (int other = 0; other < to; other++) {
            double value = row[remaining[other]];
            row[other] = value;
            if (value < min) {
                min = value;
                minAt = other;
            }
            if (value < columns[other]) {
                columns[other] = value;
                minima.positions[other] = to;
            }
        }
        minDistances[to] = min;
        nearest[to] = minAt;
    }

    /** Moves the clusters that are left to their new positions. */
    private void compact(int[] remaining, int rows) {
        for (int p = 0; p < pairs; p++) {
            sizes[survivors[p]] += sizes[partner[survivors[p]]];
        }
        for (int to = 0; to < rows; to++) {
            int from = remaining[to];
            triangle[to] = triangle[from];
            representatives[to] = representatives[from];
            sizes[to] = sizes[from];
        }
        Arrays.fill(triangle, rows, count, null);
        Arrays.fill(partner, 0, count, NONE);
        count = rows;
        pairs = 0;
    }
}
