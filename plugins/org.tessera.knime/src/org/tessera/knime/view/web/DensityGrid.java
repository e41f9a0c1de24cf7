package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Numbers of customers in the cells of a grid over two components.
 *
 * @param x the horizontal component
 * @param y the vertical component
 * @param size cells per side
 * @param counts triples, by cell and group: cell (row of the grid times size, plus column), group, number of customers
 */
record DensityGrid(int x, int y, int size, int[] counts) {

    /** Cells per side, the finest that keeps the data small. */
    private static final int[] SIZES = {48, 32, 24, 16, 10};
    /** Largest number of counts of all grids. */
    private static final int MAX_COUNTS = 30_000;

    /** The grids of all pairs of components, all of the same size. O(n) per pair. */
    static List<DensityGrid> all(Subject subject, Labels labels, Positions positions, RunContext run) {
        List<DensityGrid> grids = List.of();
        for (int size : SIZES) {
            grids = ofSize(subject, labels, positions, size, run);
            int counts =
                    grids.stream().mapToInt(grid -> grid.counts().length / 3).sum();
            if (counts <= MAX_COUNTS) {
                break;
            }
        }
        return grids;
    }

    private static List<DensityGrid> ofSize(
            Subject subject, Labels labels, Positions positions, int size, RunContext run) {
        List<DensityGrid> grids = new ArrayList<>();
        for (int x = 0; x < positions.components(); x++) {
            for (int y = x + 1; y < positions.components(); y++) {
                grids.add(of(subject, labels, positions, x, y, size, run));
            }
        }
        return grids;
    }

    private static DensityGrid of(
            Subject subject, Labels labels, Positions positions, int x, int y, int size, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int groups = subject.groups();
        int[] dense = new int[size * size * groups];
        for (int i = 0; i < labels.size(); i++) {
            cancellation.step();
            int group = subject.group(labels.at(i));
            if (group >= 0) {
                int cell = cell(positions.at(i, y), size) * size + cell(positions.at(i, x), size);
                dense[cell * groups + group]++;
            }
        }
        return new DensityGrid(x, y, size, sparse(dense, groups));
    }

    private static int cell(int position, int size) {
        return Math.min(size - 1, position * size / ScatterSummary.STEPS);
    }

    private static int[] sparse(int[] dense, int groups) {
        int[] counts = new int[3 * (int) Arrays.stream(dense).filter(c -> c > 0).count()];
        int at = 0;
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] > 0) {
                counts[at++] = i / groups;
                counts[at++] = i % groups;
                counts[at++] = dense[i];
            }
        }
        return counts;
    }
}
