package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.KdOrder;
import org.tessera.engine.run.RunContext;

/**
 * Single linkage by Prim's minimum spanning tree of the rows: the row outside the tree that is nearest to it joins it,
 * again and again, and the edges sorted by length are the merges. Prim (1957), <a
 * href="https://doi.org/10.1002/j.1538-7305.1957.tb01515.x">doi:10.1002/j.1538-7305.1957.tb01515.x</a>; Gower and Ross
 * (1969), <a href="https://doi.org/10.2307/2346439">doi:10.2307/2346439</a>. O(n² d) time, O(n d) memory.
 *
 * <p>As in textbooks, the <em>key</em> of a row outside is its reduced distance to the tree, and its <em>parent</em>
 * the row of the tree at that distance. Keys are lowered lazily: a row that joins the tree is queued for the tiles
 * whose bounding box is nearer to it than their highest key. A tile catches up with its queue when a queued row may be
 * nearer than the next row to join, or, on all threads, when a queue is full. Distances are compared in single
 * precision first; an exact one is computed only where it may be below the key ({@link SinglePrecisionTiles}).
 */
final class SpanningTree {

    private static final int TILE = SinglePrecisionTiles.TILE;
    /** Rows in the queue of a tile. */
    private static final int MAX_QUEUED = 32;
    /** Tiles that one thread goes through at once. */
    private static final int CHUNK = 32;
    /** The threshold of a row that is in the tree; those of others are at least 0. */
    private static final float IN_TREE = -1;

    private static final int NONE = -1;

    private final RunContext run;
    private final Distance distance;
    private final Matrix x;
    private final int n;
    private final int d;
    private final double[] values;
    /** The rows that were outside the tree at the last compaction. */
    private SinglePrecisionTiles tiles;
    /** Per position: the key, the parent, and the threshold in single precision that stands for the key. */
    private final double[] keys;

    private final int[] parents;
    private float[][] thresholds;
    /** Per tile, of its rows outside the tree: position and key of the lowest key, and the highest key. */
    private int[] minAt;

    private double[] minKeys;
    private double[] maxKeys;
    private double[] bounds;
    /** Per row of the tree: the step at which it joined. */
    private final int[] joinedAt;
    /** Per tile: positions of the queued rows, lower bounds of their distances, their number, and the lowest bound. */
    private int[][] queued;

    private double[][] queuedBounds;
    private int[] queueSizes;
    private double[] minQueuedBounds;
    private final float[] distances = new float[TILE];

    private SpanningTree(Matrix x, Distance distance, RunContext run) {
        this.run = run;
        this.distance = distance;
        this.x = x;
        n = x.rows();
        d = x.columns();
        values = x.values();
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        keys = new double[n];
        parents = new int[n];
        joinedAt = new int[n];
        Arrays.fill(keys, Double.POSITIVE_INFINITY);
        layOut(KdOrder.of(x, rows, TILE, run));
    }

    /**
     * The merges of all rows, by height.
     *
     * @param x the rows in canonical order
     */
    static DendrogramBuilder merges(Matrix x, Distance distance, RunContext run) {
        return new SpanningTree(x, distance, run).merges().sorted(run);
    }

    private DendrogramBuilder merges() {
        DendrogramBuilder merges = new DendrogramBuilder(n);
        int position = 0;
        while (tiles.rows[position] != 0) {
            position++;
        }
        for (int outside = n - 1; outside > 0; outside--) {
            run.checkCanceled();
            joinedAt[tiles.rows[position]] = n - outside;
            join(position);
            position = nearestOutside();
            merges.add(parents[position], tiles.rows[position], distance.ofReduced(keys[position]));
            merges.report(run);
            if (outside > TILE && 2 * outside <= tiles.rows.length) {
                lowerAllKeys();
                position = compact(position);
            }
        }
        return merges;
    }

    /** Stores the rows outside the tree, whose keys and parents are known, in tiles with empty queues. */
    private void layOut(int[] rows) {
        tiles = new SinglePrecisionTiles(x, rows, distance, run);
        int count = tiles.count();
        thresholds = new float[count][TILE];
        for (int position = 0; position < count * TILE; position++) {
            thresholds[position / TILE][position % TILE] =
                    position < rows.length ? tiles.threshold(keys[position]) : IN_TREE;
        }
        minAt = new int[count];
        minKeys = new double[count];
        maxKeys = new double[count];
        bounds = new double[count];
        queued = new int[count][MAX_QUEUED];
        queuedBounds = new double[count][MAX_QUEUED];
        queueSizes = new int[count];
        minQueuedBounds = new double[count];
        Arrays.fill(minQueuedBounds, Double.POSITIVE_INFINITY);
        for (int tile = 0; tile < count; tile++) {
            updateKeyRange(tile);
        }
    }

    /** Closes the gaps of the rows in the tree. @return the new position of a row outside */
    private int compact(int position) {
        int newPosition = 0;
        int[] rows = new int[tiles.rows.length];
        int next = 0;
        for (int p = 0; p < rows.length; p++) {
            if (thresholds[p / TILE][p % TILE] >= 0) {
                newPosition = p == position ? next : newPosition;
                keys[next] = keys[p];
                parents[next] = parents[p];
                rows[next++] = tiles.rows[p];
            }
        }
        layOut(Arrays.copyOf(rows, next));
        return newPosition;
    }

    /** Adds a row to the tree, and queues it for the tiles some of whose keys it may lower. */
    private void join(int position) {
        thresholds[position / TILE][position % TILE] = IN_TREE;
        updateKeyRange(position / TILE);
        int row = tiles.rows[position];
        double[] point = Arrays.copyOfRange(values, row * d, (row + 1) * d);
        BoundingBoxDistances.fill(distance, tiles.lower, tiles.upper, point, bounds);
        boolean full = false;
        for (int tile = 0; tile < bounds.length; tile++) {
            if (bounds[tile] < maxKeys[tile]) {
                queuedBounds[tile][queueSizes[tile]] = bounds[tile];
                queued[tile][queueSizes[tile]++] = position;
                minQueuedBounds[tile] = Math.min(minQueuedBounds[tile], bounds[tile]);
                full |= queueSizes[tile] == MAX_QUEUED;
            }
        }
        if (full) {
            lowerAllKeys();
        }
    }

    /** The position outside the tree with the lowest key; ties go to the lowest row. */
    private int nearestOutside() {
        while (true) {
            int best = 0;
            for (int tile = 1; tile < minKeys.length; tile++) {
                boolean nearer = !(minKeys[tile] > minKeys[best]) && isNearer(minAt[tile], minAt[best]);
                best = nearer ? tile : best;
            }
            boolean lowered = false;
            for (int tile = 0; tile < queueSizes.length; tile++) {
                if (minQueuedBounds[tile] <= minKeys[best] && queueSizes[tile] > 0) {
                    lowerKeys(tile, minKeys[best], distances);
                    lowered = true;
                }
            }
            if (!lowered) {
                return minAt[best];
            }
        }
    }

    /** Empties all queues. */
    private void lowerAllKeys() {
        int chunks = (queueSizes.length + CHUNK - 1) / CHUNK;
        run.forBlocks(chunks, chunk -> {
            float[] scratch = new float[TILE];
            for (int tile = chunk * CHUNK; tile < Math.min(queueSizes.length, (chunk + 1) * CHUNK); tile++) {
                lowerKeys(tile, Double.POSITIVE_INFINITY, scratch);
            }
        });
    }

    /** Lowers the keys of a tile by its queued rows; those whose bound is above a limit stay in the queue. */
    private void lowerKeys(int tile, double limit, float[] scratch) {
        boolean lowered = false;
        int left = 0;
        double minBound = Double.POSITIVE_INFINITY;
        for (int q = 0; q < queueSizes[tile]; q++) {
            double bound = queuedBounds[tile][q];
            if (bound <= limit) {
                lowered |= lowerKeys(tile, queued[tile][q], scratch);
            } else {
                queued[tile][left] = queued[tile][q];
                queuedBounds[tile][left++] = bound;
                minBound = Math.min(minBound, bound);
            }
        }
        queueSizes[tile] = left;
        minQueuedBounds[tile] = minBound;
        if (lowered) {
            updateKeyRange(tile);
        }
    }

    private boolean lowerKeys(int tile, int position, float[] scratch) {
        boolean lowered = false;
        float[] own = thresholds[tile];
        tiles.distances(tile, position, scratch);
        if (SinglePrecisionTiles.anyBelow(scratch, own)) {
            for (int t = 0; t < TILE; t++) {
                if (scratch[t] < own[t]) {
                    lowered |= lowerKey(tiles.rows[position], tile * TILE + t);
                }
            }
        }
        return lowered;
    }

    /** Compares the exact distance of a row of the tree with a key; ties go to the row that joined the tree first. */
    private boolean lowerKey(int row, int position) {
        double exact = distance.reduced(values, row * d, values, tiles.rows[position] * d, d);
        if (!(exact < keys[position])) {
            boolean earlier = !(exact > keys[position]) && joinedAt[row] < joinedAt[parents[position]];
            parents[position] = earlier ? row : parents[position];
            return false;
        }
        keys[position] = exact;
        parents[position] = row;
        thresholds[position / TILE][position % TILE] = tiles.threshold(exact);
        return true;
    }

    /** Finds the lowest and the highest key of the rows of a tile that are outside the tree. */
    private void updateKeyRange(int tile) {
        minAt[tile] = NONE;
        minKeys[tile] = Double.POSITIVE_INFINITY;
        maxKeys[tile] = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < TILE; t++) {
            int position = tile * TILE + t;
            if (thresholds[tile][t] < 0) {
                continue;
            }
            maxKeys[tile] = Math.max(maxKeys[tile], keys[position]);
            if (isNearer(position, minAt[tile])) {
                minAt[tile] = position;
                minKeys[tile] = keys[position];
            }
        }
    }

    /** Whether a position has a lower key than another, or the same and a lower row; {@link #NONE} is farthest. */
    private boolean isNearer(int position, int other) {
        if (position < 0 || other < 0) {
            return position >= 0;
        }
        if (keys[position] < keys[other]) {
            return true;
        }
        return !(keys[position] > keys[other]) && tiles.rows[position] < tiles.rows[other];
    }
}
