package org.tessera.engine.metric;

import java.util.Arrays;
import org.tessera.engine.run.RunContext;

/**
 * Per group its separation, the smallest distance of its rows to rows of other groups, and its diameter, the largest
 * distance between two of its rows. Every pair of rows is compared once, tile by tile, so that both tiles stay in the
 * cache. Distances are reduced ({@link GroupedColumns#reducedDistances}). Minima and maxima do not depend on the order of
 * comparison, hence not on the number of threads. O(n² d / 2) time, O(n + k) memory.
 */
final class PairExtremes {

    private final GroupedColumns columns;
    private final int[] starts;
    private final int[] groupOf;
    private final double[] separations;
    private final double[] diameters;

    private PairExtremes(GroupedColumns columns, int[] starts) {
        this.columns = columns;
        this.starts = starts;
        this.groupOf = new int[starts[starts.length - 1]];
        this.separations = infinite(starts.length - 1);
        this.diameters = new double[starts.length - 1];
        for (int g = 0; g < diameters.length; g++) {
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

    /** Per group the smallest reduced distance to a row of another group; infinite if there is no other. */
    double[] separations() {
        return separations;
    }

    /** Per group the largest reduced distance between two of its rows; 0 if it has one row only. */
    double[] diameters() {
        return diameters;
    }

    /** Compares the rows of a tile with each other and with those of all later tiles. */
    private void compare(int tile, int tiles, RunContext run) {
        double[] minima = infinite(separations.length);
        double[] maxima = new double[diameters.length];
        double[] distances = new double[columns.tileRows()];
        double[] values = new double[columns.columns()];
        for (int other = tile; other < tiles; other++) {
            run.checkCanceled();
            int start = columns.from(other);
            for (int row = columns.from(tile); row < columns.to(tile); row++) {
                int from = Math.max(row + 1, start);
                if (from < columns.to(other)) {
                    columns.row(row, values);
                    columns.reducedDistances(values, other, distances);
                    update(row, from, other, distances, minima, maxima);
                }
            }
        }
        merge(minima, maxima);
    }

    /** Takes the distances of a row to the rows of a tile from one on, one group after the other. */
    private void update(int row, int from, int tile, double[] distances, double[] minima, double[] maxima) {
        int start = columns.from(tile);
        int to = columns.to(tile);
        int own = groupOf[row];
        int next = from;
        while (next < to) {
            int group = groupOf[next];
            int end = Math.min(to, starts[group + 1]);
            if (group == own) {
                maxima[own] = Math.max(maxima[own], max(distances, next - start, end - start));
            } else {
                double min = min(distances, next - start, end - start);
                minima[own] = Math.min(minima[own], min);
                minima[group] = Math.min(minima[group], min);
            }
            next = end;
        }
    }

    private synchronized void merge(double[] minima, double[] maxima) {
        for (int g = 0; g < minima.length; g++) {
            separations[g] = Math.min(separations[g], minima[g]);
            diameters[g] = Math.max(diameters[g], maxima[g]);
        }
    }

    private static double min(double[] values, int from, int to) {
        double min = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (values[i] < min) {
                min = values[i];
            }
        }
        return min;
    }

    private static double max(double[] values, int from, int to) {
        double max = 0;
        for (int i = from; i < to; i++) {
            if (values[i] > max) {
                max = values[i];
            }
        }
        return max;
    }

    private static double[] infinite(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        return values;
    }
}
