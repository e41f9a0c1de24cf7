package org.tessera.engine.metric;

import org.tessera.engine.run.RunContext;

/**
 * For every row the sum of its distances to the rows of each group: what a silhouette is made of. Rows are those of a
 * {@link GroupedColumns}, sorted by group.
 *
 * <p>Every pair is computed once. The rows are cut into tiles; the pairs of tiles are played like a tournament (circle
 * method), so that the pairs of one round share no tile and can run in parallel without locks, and each sum adds up in
 * the order of the rounds: the same bits for any number of threads. Memory O(n k).
 */
final class DistanceSums {

    private static final int TILE = 256;
    private static final int FEWEST_TILES = 8;

    private final GroupedColumns columns;
    private final int[] starts;
    private final int rows;
    private final int tile;
    private final int tiles;
    private final double[] sums;

    private DistanceSums(GroupedColumns columns, int[] starts) {
        this.columns = columns;
        this.starts = starts;
        this.rows = starts[starts.length - 1];
        this.tile = Math.max(1, Math.min(TILE, (rows + FEWEST_TILES - 1) / FEWEST_TILES));
        this.tiles = (rows + tile - 1) / tile;
        this.sums = new double[Math.multiplyExact(rows, starts.length - 1)];
    }

    /** Sums at group * n + row. */
    static double[] exact(GroupedColumns columns, int[] starts, RunContext run) {
        DistanceSums instance = new DistanceSums(columns, starts);
        run.forBlocks(instance.tiles, instance::within);
        int players = instance.tiles + instance.tiles % 2;
        for (int round = 0; round < players - 1; round++) {
            int now = round;
            run.forBlocks(players / 2, pair -> instance.pair(now, pair, players));
            run.progress((round + 1.0) / (players - 1), "Silhouette: distances of all pairs of customers");
        }
        return instance.sums;
    }

    /** Player 0 stays, the others move on by one place per round; a tile beyond the last, only ever a, is a bye. */
    private void pair(int round, int pair, int players) {
        int turning = players - 1;
        int a = pair == 0 ? turning : (round + pair) % turning;
        int b = pair == 0 ? round : (round + turning - pair) % turning;
        if (a < tiles) {
            between(Math.min(a, b), Math.max(a, b));
        }
    }

    private void within(int index) {
        int from = index * tile;
        int to = Math.min(rows, from + tile);
        double[] distances = new double[tile];
        for (int row = from; row < to; row++) {
            columns.distances(row, from, to, distances);
            addRuns(row, from, to, distances);
        }
    }

    private void between(int first, int second) {
        int from = second * tile;
        int to = Math.min(rows, from + tile);
        int end = Math.min(rows, first * tile + tile);
        double[] distances = new double[tile];
        int group = groupOf(first * tile);
        for (int row = first * tile; row < end; row++) {
            while (row >= starts[group + 1]) {
                group++;
            }
            columns.distances(row, from, to, distances);
            addRuns(row, from, to, distances);
            addAll(group * rows + from, distances, to - from);
        }
    }

    /** Adds a row's distances to its own sums, one run of neighbours of the same group after the other. */
    private void addRuns(int row, int from, int to, double[] distances) {
        int group = groupOf(from);
        int at = from;
        while (at < to) {
            int end = Math.min(to, starts[group + 1]);
            sums[group * rows + row] += sum(distances, at - from, end - from);
            at = end;
            group++;
        }
    }

    private void addAll(int target, double[] distances, int length) {
        double[] all = sums;
        for (int i = 0; i < length; i++) {
            all[target + i] += distances[i];
        }
    }

    /** Four sums in turn: they do not wait for each other. */
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

    private int groupOf(int row) {
        int group = 0;
        while (row >= starts[group + 1]) {
            group++;
        }
        return group;
    }
}
