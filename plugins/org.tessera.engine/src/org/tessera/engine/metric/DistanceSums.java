package org.tessera.engine.metric;

import org.tessera.engine.run.RunContext;

/**
 * For every row the sum of its distances to the rows of each group, from which a(i) and b(i) of the silhouette follow.
 * Rows are those of a {@link GroupedColumns}, sorted by group.
 *
 * <p>The distance of every pair of rows is computed once. Pairs of tiles are scheduled as a round-robin tournament (circle
 * method), so that the pairs of one round share no tile and run in parallel without locks, and every sum is accumulated in
 * the order of the rounds: the same bits for any number of threads. O(n² d / 2) time, O(n k) memory.
 */
final class DistanceSums {

    private final GroupedColumns columns;
    private final int[] starts;
    private final int rows;
    private final int tiles;
    private final double[] sums;

    private DistanceSums(GroupedColumns columns, int[] starts) {
        this.columns = columns;
        this.starts = starts;
        this.rows = starts[starts.length - 1];
        this.tiles = columns.tiles();
        this.sums = new double[Math.multiplyExact(rows, starts.length - 1)];
    }

    /** The sums, that of row i for group g at g * n + i. */
    static double[] exact(GroupedColumns columns, int[] starts, RunContext run) {
        DistanceSums instance = new DistanceSums(columns, starts);
        run.forBlocks(instance.tiles, instance::within);
        int slots = instance.tiles + instance.tiles % 2;
        for (int round = 0; round < slots - 1; round++) {
            int current = round;
            run.forBlocks(slots / 2, pair -> instance.pair(current, pair, slots));
            run.progress((round + 1.0) / (slots - 1), "Silhouette: distances of all pairs of customers");
        }
        return instance.sums;
    }

    /**
     * Circle method: the last slot is fixed, the others rotate by one per round. With an odd number of tiles the last slot
     * is empty; it can only be the first of a pair.
     */
    private void pair(int round, int pair, int slots) {
        int rotating = slots - 1;
        int a = pair == 0 ? rotating : (round + pair) % rotating;
        int b = pair == 0 ? round : (round + rotating - pair) % rotating;
        if (a < tiles) {
            between(Math.min(a, b), Math.max(a, b));
        }
    }

    /** All pairs of rows of one tile, in both directions. */
    private void within(int tile) {
        double[] values = new double[columns.columns()];
        double[] distances = new double[columns.tileRows()];
        for (int row = columns.from(tile); row < columns.to(tile); row++) {
            columns.row(row, values);
            columns.distances(values, tile, distances);
            columns.addToGroups(tile, distances, sums, rows, row);
        }
    }

    /** All pairs of rows of two tiles; each distance is added to the sums of both rows. */
    private void between(int first, int second) {
        int size = columns.to(second) - columns.from(second);
        double[] values = new double[columns.columns()];
        double[] distances = new double[size];
        double[] toGroup = new double[size];
        int group = columns.groupOf(columns.from(first));
        for (int row = columns.from(first); row < columns.to(first); row++) {
            if (row >= starts[group + 1]) {
                flush(toGroup, group, second);
                group = columns.groupOf(row);
            }
            columns.row(row, values);
            columns.distances(values, second, distances);
            columns.addToGroups(second, distances, sums, rows, row);
            add(toGroup, distances);
        }
        flush(toGroup, group, second);
    }

    private static void add(double[] sums, double[] distances) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += distances[t];
        }
    }

    /** Adds a sum per row of a tile to the sums for a group, and resets it. */
    private void flush(double[] toGroup, int group, int tile) {
        int offset = group * rows + columns.from(tile);
        for (int t = 0; t < toGroup.length; t++) {
            sums[offset + t] += toGroup[t];
            toGroup[t] = 0;
        }
    }

    /** Four independent partial sums, which a processor adds in parallel. */
    static double sum(double[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < to; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }
}
