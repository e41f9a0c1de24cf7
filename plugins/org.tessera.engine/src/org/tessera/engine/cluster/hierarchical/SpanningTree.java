package org.tessera.engine.cluster.hierarchical;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.KdOrder;
import org.tessera.engine.run.RunContext;

/**
 * Single linkage as the minimum spanning tree of the rows. Prim (1957), <a
 * href="https://doi.org/10.1002/j.1538-7305.1957.tb01515.x">doi:10.1002/j.1538-7305.1957.tb01515.x</a>; Gower and Ross
 * (1969), <a href="https://doi.org/10.2307/2346439">doi:10.2307/2346439</a>. O(n² d) time, O(n d) memory.
 *
 * <p>A row that comes into the tree is compared only with tiles whose box is nearer to it than one of their rows is to the
 * tree, and put off until the box is near enough to matter for the next step, or until many rows wait, which are then
 * compared on all threads. Comparisons are in single precision first: an exact cost is worked out only where it may be
 * lower than the one known.
 */
final class SpanningTree {

    private static final int TILE = SinglePrecisionTiles.TILE;
    /** Rows that a tile lets wait. */
    private static final int MOST_WAITING = 32;
    /** Tiles that one thread goes through at once. */
    private static final int CHUNK = 32;
    /** The limit of a row that is in the tree; others are at least 0. */
    private static final float TAKEN = -1;

    private final RunContext run;
    private final Distance distance;
    private final Matrix x;
    private final int n;
    private final int d;
    private final double[] values;
    /** The rows that were outside the tree when gaps were closed last. */
    private SinglePrecisionTiles tiles;
    /** Per slot: the lowest cost to the tree, the row of the tree that it is to, and the limit of costs to look at. */
    private double[] costs;

    private int[] inside;
    private float[][] limits;
    /** Per tile: the slot outside with the lowest cost to the tree, or none, and the lowest and highest cost of those. */
    private int[] lowestAt;

    private double[] lowest;
    private double[] highest;
    private double[] bounds;
    /** Per row in the tree: when it came. */
    private final int[] arrivals;
    /** Per tile: slots of rows in the tree that it has not been compared with, their bounds, number and lowest bound. */
    private int[][] waiting;

    private double[][] waitingBounds;
    private int[] waits;
    private double[] nearestWaiting;
    private final float[] toRow = new float[TILE];

    private SpanningTree(Matrix x, Distance distance, RunContext run) {
        this.run = run;
        this.distance = distance;
        this.x = x;
        n = x.rows();
        d = x.columns();
        values = x.values();
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        costs = new double[n];
        inside = new int[n];
        arrivals = new int[n];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        arrange(KdOrder.of(x, rows, TILE, run));
    }

    /** The merges of all rows, by height. */
    static DendrogramBuilder merges(Matrix x, Distance distance, RunContext run) {
        return new SpanningTree(x, distance, run).merges().sorted(run);
    }

    /** Lays out the rows outside the tree, whose costs are known. */
    private void arrange(int[] names) {
        tiles = new SinglePrecisionTiles(x, names, distance, run);
        limits = new float[tiles.count()][TILE];
        for (int slot = 0; slot < tiles.count() * TILE; slot++) {
            limits[slot / TILE][slot % TILE] = slot < names.length ? tiles.limit(costs[slot]) : TAKEN;
        }
        lowestAt = new int[tiles.count()];
        lowest = new double[tiles.count()];
        highest = new double[tiles.count()];
        bounds = new double[tiles.count()];
        waiting = new int[tiles.count()][MOST_WAITING];
        waitingBounds = new double[tiles.count()][MOST_WAITING];
        waits = new int[tiles.count()];
        nearestWaiting = new double[tiles.count()];
        Arrays.fill(nearestWaiting, Double.POSITIVE_INFINITY);
        for (int tile = 0; tile < tiles.count(); tile++) {
            range(tile);
        }
    }

    /** Closes the gaps of the rows in the tree. @return the new slot of one outside */
    private int close(int old) {
        int slotOfOld = 0;
        int[] names = new int[tiles.names.length];
        int left = 0;
        for (int slot = 0; slot < names.length; slot++) {
            if (limits[slot / TILE][slot % TILE] >= 0) {
                slotOfOld = slot == old ? left : slotOfOld;
                costs[left] = costs[slot];
                inside[left] = inside[slot];
                names[left++] = tiles.names[slot];
            }
        }
        arrange(Arrays.copyOf(names, left));
        return slotOfOld;
    }

    private DendrogramBuilder merges() {
        DendrogramBuilder merges = new DendrogramBuilder(n);
        int slot = 0;
        while (tiles.names[slot] != 0) {
            slot++;
        }
        for (int left = n - 1; left > 0; left--) {
            run.checkCanceled();
            arrivals[tiles.names[slot]] = n - left;
            take(slot);
            slot = next();
            merges.add(inside[slot], tiles.names[slot], distance.ofCost(costs[slot]));
            merges.report(run);
            if (left > TILE && 2 * left <= tiles.names.length) {
                compareAll();
                slot = close(slot);
            }
        }
        return merges;
    }

    /** Takes a row into the tree; tiles that it may be nearer to than the tree was are to be compared with it. */
    private void take(int slot) {
        limits[slot / TILE][slot % TILE] = TAKEN;
        range(slot / TILE);
        int row = tiles.names[slot];
        double[] point = Arrays.copyOfRange(values, row * d, (row + 1) * d);
        BoundingBoxDistances.fill(distance, tiles.low, tiles.high, point, bounds);
        boolean full = false;
        for (int tile = 0; tile < bounds.length; tile++) {
            if (bounds[tile] < highest[tile]) {
                waitingBounds[tile][waits[tile]] = bounds[tile];
                waiting[tile][waits[tile]++] = slot;
                nearestWaiting[tile] = Math.min(nearestWaiting[tile], bounds[tile]);
                full |= waits[tile] == MOST_WAITING;
            }
        }
        if (full) {
            compareAll();
        }
    }

    /** The slot outside that is nearest to the tree, of equal ones the one with the lowest name. */
    private int next() {
        while (true) {
            int at = 0;
            for (int tile = 1; tile < lowest.length; tile++) {
                boolean nearer = !(lowest[tile] > lowest[at]) && isNearer(lowestAt[tile], lowestAt[at]);
                at = nearer ? tile : at;
            }
            boolean changed = false;
            for (int tile = 0; tile < waits.length; tile++) {
                if (nearestWaiting[tile] <= lowest[at] && waits[tile] > 0) {
                    compare(tile, lowest[at], toRow);
                    changed = true;
                }
            }
            if (!changed) {
                return lowestAt[at];
            }
        }
    }

    private void compareAll() {
        int chunks = (waits.length + CHUNK - 1) / CHUNK;
        run.forBlocks(chunks, chunk -> {
            float[] room = new float[TILE];
            for (int tile = chunk * CHUNK; tile < Math.min(waits.length, (chunk + 1) * CHUNK); tile++) {
                compare(tile, Double.POSITIVE_INFINITY, room);
            }
        });
    }

    /**
     * Lowers the costs of a tile's rows that are nearer to waiting rows than to those in the tree before; waiting rows whose
     * bound is above a limit wait on.
     */
    private void compare(int tile, double most, float[] room) {
        boolean changed = false;
        int left = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int w = 0; w < waits[tile]; w++) {
            double bound = waitingBounds[tile][w];
            if (bound <= most) {
                changed |= compare(tile, waiting[tile][w], room);
            } else {
                waiting[tile][left] = waiting[tile][w];
                waitingBounds[tile][left++] = bound;
                nearest = Math.min(nearest, bound);
            }
        }
        waits[tile] = left;
        nearestWaiting[tile] = nearest;
        if (changed) {
            range(tile);
        }
    }

    private boolean compare(int tile, int slot, float[] room) {
        boolean changed = false;
        float[] limit = limits[tile];
        tiles.costs(tile, slot, room);
        if (SinglePrecisionTiles.least(room, limit) < 0) {
            for (int t = 0; t < TILE; t++) {
                if (room[t] < limit[t]) {
                    changed |= lower(tiles.names[slot], tile * TILE + t, limit, t);
                }
            }
        }
        return changed;
    }

    /** Works out the exact cost of a row to one outside; of equal ones, the row that came first counts. */
    private boolean lower(int row, int slot, float[] limit, int t) {
        double cost = distance.cost(values, row * d, values, tiles.names[slot] * d, d);
        if (!(cost < costs[slot])) {
            boolean earlier = !(cost > costs[slot]) && arrivals[row] < arrivals[inside[slot]];
            inside[slot] = earlier ? row : inside[slot];
            return false;
        }
        costs[slot] = cost;
        inside[slot] = row;
        limit[t] = tiles.limit(cost);
        return true;
    }

    /** Finds the lowest and the highest cost of the rows of a tile that are outside. */
    private void range(int tile) {
        lowestAt[tile] = -1;
        lowest[tile] = Double.POSITIVE_INFINITY;
        highest[tile] = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < TILE; t++) {
            int slot = tile * TILE + t;
            if (limits[tile][t] < 0) {
                continue;
            }
            highest[tile] = Math.max(highest[tile], costs[slot]);
            if (isNearer(slot, lowestAt[tile])) {
                lowestAt[tile] = slot;
                lowest[tile] = costs[slot];
            }
        }
    }

    /** Whether a slot has a lower cost than another, of equal ones the lower name; -1 is farthest. */
    private boolean isNearer(int slot, int other) {
        if (slot < 0 || other < 0) {
            return slot >= 0;
        }
        if (costs[slot] < costs[other]) {
            return true;
        }
        return !(costs[slot] > costs[other]) && tiles.names[slot] < tiles.names[other];
    }
}
