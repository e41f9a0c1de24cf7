package org.tessera.engine.metric;

import java.util.Arrays;
import org.tessera.engine.run.RunContext;

/**
 * Per group the smallest distance of its rows to those of other groups, and the largest between two of its own. Every
 * pair is looked at once, a tile of rows against another, so that both stay in the cache. Distances are as {@link
 * GroupedColumns#compared} gives them. Smallest and largest values do not depend on the order in which they are found,
 * hence not on the threads.
 */
final class PairExtremes {

    private final GroupedColumns columns;
    private final int[] starts;
    private final int[] groupOf;
    private final double[] nearest;
    private final double[] widest;

    private PairExtremes(GroupedColumns columns, int[] starts) {
        this.columns = columns;
        this.starts = starts;
        this.groupOf = new int[starts[starts.length - 1]];
        this.nearest = infinite(starts.length - 1);
        this.widest = new double[starts.length - 1];
        for (int g = 0; g < widest.length; g++) {
            Arrays.fill(groupOf, starts[g], starts[g + 1], g);
        }
    }

    static PairExtremes of(GroupedColumns columns, int[] starts, RunContext run) {
        PairExtremes instance = new PairExtremes(columns, starts);
        int tiles = columns.tiles();
        run.forBlocks(tiles, tile -> {
            instance.compare(tile, tiles, run);
            run.progress((tile + 1.0) / tiles, "Dunn index: distances of all pairs of customers");
        });
        return instance;
    }

    /** Per group the smallest distance to a row of another group; infinite if there is no other. */
    double[] nearest() {
        return nearest;
    }

    /** Per group the largest distance of two of its rows; 0 if it has one row only. */
    double[] widest() {
        return widest;
    }

    /** A tile with itself and those behind it. */
    private void compare(int tile, int tiles, RunContext run) {
        double[] near = infinite(nearest.length);
        double[] wide = new double[widest.length];
        double[] distances = new double[columns.tile()];
        double[] point = new double[columns.columns()];
        for (int other = tile; other < tiles; other++) {
            run.checkCanceled();
            int start = columns.from(other);
            for (int row = columns.from(tile); row < columns.to(tile); row++) {
                int from = Math.max(row + 1, start);
                if (from < columns.to(other)) {
                    columns.point(row, point);
                    columns.compared(point, other, distances);
                    runs(row, from, other, distances, near, wide);
                }
            }
        }
        merge(near, wide);
    }

    /** One run of neighbors of the same group after the other. */
    private void runs(int row, int from, int tile, double[] distances, double[] near, double[] wide) {
        int start = columns.from(tile);
        int to = columns.to(tile);
        int own = groupOf[row];
        int at = from;
        while (at < to) {
            int group = groupOf[at];
            int end = Math.min(to, starts[group + 1]);
            if (group == own) {
                wide[own] = Math.max(wide[own], largest(distances, at - start, end - start));
            } else {
                double smallest = smallest(distances, at - start, end - start);
                near[own] = Math.min(near[own], smallest);
                near[group] = Math.min(near[group], smallest);
            }
            at = end;
        }
    }

    private synchronized void merge(double[] near, double[] wide) {
        for (int g = 0; g < near.length; g++) {
            nearest[g] = Math.min(nearest[g], near[g]);
            widest[g] = Math.max(widest[g], wide[g]);
        }
    }

    private static double smallest(double[] values, int from, int to) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (values[i] < smallest) {
                smallest = values[i];
            }
        }
        return smallest;
    }

    private static double largest(double[] values, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            if (values[i] > largest) {
                largest = values[i];
            }
        }
        return largest;
    }

    private static double[] infinite(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        return values;
    }
}
