package org.tessera.engine.select.column;

import org.tessera.engine.data.Labels;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * How many rows of each segment have each level. Noise is not counted: how much of it there may be is another question.
 *
 * @param counts level x segment
 * @param segments number of segments k
 */
record LevelCounts(int[][] counts, int segments) {

    /** Counts the levels of a column. O(n). */
    static LevelCounts of(ColumnLevels column, Labels labels, RunContext run) {
        int[][] counts = new int[column.levels()][labels.segments()];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < labels.size(); i++) {
            cancellation.step();
            if (labels.at(i) != Labels.NOISE) {
                counts[column.codes()[i]][labels.at(i)]++;
            }
        }
        return new LevelCounts(counts, labels.segments());
    }

    /** Counts the pairs of levels of two columns. O(n). */
    static LevelCounts of(ColumnLevels first, ColumnLevels second, Labels labels, RunContext run) {
        int[][] counts = new int[first.levels() * second.levels()][labels.segments()];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < labels.size(); i++) {
            cancellation.step();
            if (labels.at(i) != Labels.NOISE) {
                counts[first.codes()[i] * second.levels() + second.codes()[i]][labels.at(i)]++;
            }
        }
        return new LevelCounts(counts, labels.segments());
    }

    /** Number of levels that occur in a segment. */
    int occurring() {
        int occurring = 0;
        for (int[] level : counts) {
            occurring += level[majority(level)] > 0 ? 1 : 0;
        }
        return occurring;
    }

    /** The most frequent segment of a level, the first of several. */
    static int majority(int[] level) {
        int best = 0;
        for (int s = 1; s < level.length; s++) {
            best = level[s] > level[best] ? s : best;
        }
        return best;
    }

    /** Guesses the segment of each level by its majority. */
    Guess byMajority() {
        Guess guess = new Guess(segments);
        for (int[] level : counts) {
            guess.add(majority(level), level);
        }
        return guess;
    }
}
