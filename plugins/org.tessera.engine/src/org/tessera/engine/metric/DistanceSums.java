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

    private void within(int tile) {
        double[] point = new double[columns.columns()];
        double[] distances = new double[columns.tile()];
        for (int row = columns.from(tile); row < columns.to(tile); row++) {
            columns.point(row, point);
            columns.distances(point, tile, distances);
            columns.addToGroups(tile, distances, sums, rows, row);
        }
    }

    private void between(int first, int second) {
        int size = columns.to(second) - columns.from(second);
        double[] point = new double[columns.columns()];
        double[] distances = new double[size];
        double[] toGroup = new double[size];
        int group = columns.groupOf(columns.from(first));
        for (int row = columns.from(first); row < columns.to(first); row++) {
            if (row >= starts[group + 1]) {
                flush(toGroup, group, second);
                group = columns.groupOf(row);
            }
            columns.point(row, point);
            columns.distances(point, second, distances);
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

    /** Adds sums of the rows of a tile to those of a group, and sets them back. */
    private void flush(double[] toGroup, int group, int tile) {
        int at = group * rows + columns.from(tile);
        for (int t = 0; t < toGroup.length; t++) {
            sums[at + t] += toGroup[t];
            toGroup[t] = 0;
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
}
