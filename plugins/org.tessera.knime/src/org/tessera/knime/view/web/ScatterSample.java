package org.tessera.knime.view.web;

import java.util.Arrays;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/** The customers drawn one by one: all, or a random sample of each group in proportion to its size. */
final class ScatterSample {

    /** Smallest sample of a group. */
    private static final int MIN_PER_GROUP = 20;
    /** Index of the first random stream; one per group follows. */
    private static final int STREAM = 100;

    private ScatterSample() {}

    /**
     * Draws a sample. O(n log n).
     *
     * @param subject customers and segments
     * @param labels the segments of the customers with scores
     * @param scores their scores, by which equal samples come from any order of the rows
     * @param points number of customers drawn, at least 20 more for each small group
     * @param run seed, cancel
     * @return rows in random order, so that no group covers another
     */
    static int[] draw(Subject subject, Labels labels, Matrix scores, int points, RunContext run) {
        int[][] members = members(subject, labels, CanonicalRows.of(scores, run).order(), run);
        int n = labels.size();
        int[] drawn = new int[0];
        for (int g = 0; g < members.length; g++) {
            int[] rows = members[g];
            int share = Math.max(MIN_PER_GROUP, (int) Math.round((double) points * rows.length / n));
            int wanted = n <= points ? rows.length : Math.min(rows.length, share);
            int[] order = run.random(STREAM + g).permutation(rows.length);
            int from = drawn.length;
            drawn = Arrays.copyOf(drawn, from + wanted);
            for (int i = 0; i < wanted; i++) {
                drawn[from + i] = rows[order[i]];
            }
        }
        return shuffled(drawn, run);
    }

    private static int[] shuffled(int[] rows, RunContext run) {
        return Arrays.stream(run.random(STREAM - 1).permutation(rows.length))
                .map(i -> rows[i])
                .toArray();
    }

    /** The rows of each group in canonical order. */
    private static int[][] members(Subject subject, Labels labels, int[] canonical, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] sizes = new int[subject.groups()];
        for (int row : canonical) {
            int group = subject.group(labels.at(row));
            if (group >= 0) {
                sizes[group]++;
            }
        }
        int[][] members = new int[sizes.length][];
        Arrays.setAll(members, g -> new int[sizes[g]]);
        int[] filled = new int[sizes.length];
        for (int row : canonical) {
            cancellation.step();
            int group = subject.group(labels.at(row));
            if (group >= 0) {
                members[group][filled[group]++] = row;
            }
        }
        return members;
    }
}
