package org.tessera.engine.cluster.kmeans;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * The assignment step of Lloyd's algorithm: every row to its nearest centroid, of equal ones the first. Rows whose
 * bounds ({@link HamerlyBounds}) prove that their centroid is still the nearest are skipped; the others are collected
 * in batches, whose distances to all centroids are computed together ({@link CentroidDistances}). Labels, sizes and
 * sums of the clusters are kept from step to step and updated for the rows that change their centroid.
 */
final class HamerlyAssignment {

    private static final int BATCH = CentroidDistances.MAX_ROWS;
    private static final int MIN_BLOCK_ROWS = 4 * BATCH;
    private static final int MAX_BLOCKS = 64;
    /** Memory of all blocks: their number is limited where k d is large. */
    private static final long MAX_BLOCKS_BYTES = 32 << 20;

    private final double[] values;
    private final int n;
    private final int d;
    private final int k;
    private final Distance distance;
    private final RunContext run;
    private final double[] centroids;
    private final HamerlyBounds bounds;
    private final Block[] blocks;
    private final int[] labels;
    private final int[] sizes;
    /** Null for the Manhattan distance. */
    private final ReproducibleSums sums;

    /** @param centroids k x d centroids, row-major; shared, as they are at each step */
    HamerlyAssignment(Matrix x, double[] centroids, Distance distance, RunContext run) {
        values = x.values();
        n = x.rows();
        d = x.columns();
        k = centroids.length / d;
        this.centroids = centroids;
        this.distance = distance;
        this.run = run;
        labels = new int[n];
        bounds = new HamerlyBounds(n, k, d, distance);
        sizes = new int[k];
        sums = distance == Distance.EUCLIDEAN ? ReproducibleSums.of(values, k, d, run) : null;
        long bytes = 16L * k * d + 8L * (k + d) * BATCH;
        int maxBlocks = run.threads() == 1 ? 1 : (int) Math.min(MAX_BLOCKS, Math.max(1, MAX_BLOCKS_BYTES / bytes));
        blocks = new Block[Math.min(maxBlocks, (n + MIN_BLOCK_ROWS - 1) / MIN_BLOCK_ROWS)];
        Arrays.setAll(blocks, b -> new Block());
    }

    /** Labels no row. */
    void clear() {
        Arrays.fill(labels, -1);
        Arrays.fill(sizes, 0);
        if (sums != null) {
            sums.clear();
        }
    }

    /** Takes over the labels of an earlier run. */
    void restore(LloydResult earlier) {
        System.arraycopy(earlier.labels(), 0, labels, 0, n);
        System.arraycopy(earlier.clusters().sizes(), 0, sizes, 0, k);
        if (sums != null) {
            sums.set(earlier.clusters().sums());
        }
    }

    /** Assigns all rows, without bounds. */
    void assignAll() {
        bounds.reset();
        assign(true);
    }

    /** Assigns the rows that the bounds do not settle. @return the number of rows that changed their centroid */
    int assign() {
        return assign(false);
    }

    private int assign(boolean all) {
        bounds.updateSeparations(centroids, run);
        run.forBlocks(blocks.length, block -> blocks[block].assign(start(block), start(block + 1), all));
        int changed = 0;
        for (Block block : blocks) {
            changed += block.changed;
            for (int c = 0; c < k; c++) {
                sizes[c] += block.sizeChanges[c];
            }
            if (sums != null && block.changed > 0) {
                sums.add(block.sumChanges);
            }
        }
        return changed;
    }

    private int start(int block) {
        return (int) ((long) n * block / blocks.length);
    }

    /** Widens the bounds by the drift of the centroids. */
    void centroidsMoved(double[] before, double[] after) {
        bounds.addDrift(before, after);
    }

    /** Moves a row to another cluster, after which no bound holds. */
    void moveRow(int row, int cluster) {
        sizes[labels[row]]--;
        sizes[cluster]++;
        if (sums != null) {
            sums.move(values, row * d, labels[row], cluster);
        }
        labels[row] = cluster;
        bounds.invalidate();
    }

    /** The centroid of each row; shared, not to be changed. */
    int[] labels() {
        return labels;
    }

    /** Rows per centroid; shared, not to be changed. */
    int[] sizes() {
        return sizes;
    }

    /** The mean of a cluster's rows in a column; not for the Manhattan distance. */
    double mean(int cluster, int column) {
        return sums.mean(cluster, column, sizes[cluster]);
    }

    LloydResult.Clusters copyOfClusters() {
        return new LloydResult.Clusters(sizes.clone(), sums == null ? null : sums.copy());
    }

    /** The assignment step of consecutive rows, with the changes that it makes to sizes and sums. */
    private final class Block {

        private final CentroidDistances distances = new CentroidDistances(k, d, distance);
        private final int[] batch = new int[2 * BATCH];
        private final int[] sizeChanges = new int[k];
        private final ReproducibleSums sumChanges = sums == null ? null : sums.empty();
        private int changed;

        void assign(int from, int to, boolean all) {
            if (changed > 0 && sumChanges != null) {
                sumChanges.clear();
            }
            Arrays.fill(sizeChanges, 0);
            changed = 0;
            CancellationCheck cancellation = new CancellationCheck(run, (long) k * d * BATCH);
            int filled = 0;
            for (int start = from; start < to; start += BATCH) {
                filled = collect(start, Math.min(to, start + BATCH), all, filled);
                if (filled >= BATCH) {
                    cancellation.step();
                    assignBatch(BATCH);
                    filled -= BATCH;
                    System.arraycopy(batch, BATCH, batch, 0, filled);
                }
            }
            assignBatch(filled);
        }

        /** Appends the rows that the bounds do not settle to the batch. @return the size of the batch */
        private int collect(int from, int to, boolean all, int filled) {
            int count = filled;
            for (int i = from; i < to; i++) {
                batch[count] = i;
                count += all || !bounds.isNearest(i, labels[i]) ? 1 : 0;
            }
            return count;
        }

        private void assignBatch(int count) {
            distances.load(values, batch, count);
            distances.compute(centroids, count);
            distances.computeBounds(bounds.relativeError(), count);
            for (int t = 0; t < count; t++) {
                int i = batch[t];
                int before = labels[i];
                int nearest = distances.nearest(t, before);
                if (nearest != before) {
                    relabel(i, before, nearest);
                }
                bounds.set(i, nearest, distances.upperBound(t), distances.lowerBound(t));
            }
        }

        private void relabel(int row, int before, int nearest) {
            labels[row] = nearest;
            changed++;
            sizeChanges[nearest]++;
            if (before >= 0) {
                sizeChanges[before]--;
            }
            if (sumChanges != null) {
                sumChanges.move(values, row * d, before, nearest);
            }
        }
    }
}
