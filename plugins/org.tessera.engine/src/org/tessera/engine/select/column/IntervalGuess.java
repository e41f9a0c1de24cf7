package org.tessera.engine.select.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * The guess of segments from a number that is cut into at most as many intervals as there are segments, so that as many rows
 * as possible are guessed right. Found by dynamic programming over ascending levels: O(levels k²) time and memory.
 *
 * @param guess guessed against actual segments; the level of missing numbers is guessed by its majority
 * @param cuts the last level of every interval but the last one, ascending
 */
record IntervalGuess(Guess guess, List<Integer> cuts) {

    static IntervalGuess of(LevelCounts counts, int ordered, RunContext run) {
        return new Search(counts, ordered).run(run);
    }

    /** The most rows guessed right up to a level, by the number of cuts before it and the segment it is guessed to be in. */
    private static final class Search {

        private final int[][] counts;
        private final int ordered;
        private final int k;
        private final long[][] right;
        /** Per level, cuts and segment the segment before a cut at this level, or -1 without a cut. */
        private final short[][][] before;

        Search(LevelCounts counts, int ordered) {
            this.counts = counts.counts();
            this.ordered = ordered;
            this.k = counts.segments();
            this.right = new long[k][k];
            this.before = new short[ordered][k][k];
        }

        IntervalGuess run(RunContext run) {
            CancellationCheck cancellation = new CancellationCheck(run, (long) k * k);
            for (int level = 0; level < ordered; level++) {
                cancellation.step();
                for (int cuts = k - 1; cuts >= 0; cuts--) {
                    step(level, cuts);
                }
            }
            return traced();
        }

        private void step(int level, int cuts) {
            int best = cuts == 0 || level == 0 ? -1 : argMax(right[cuts - 1]);
            for (int s = 0; s < k; s++) {
                boolean cut = best >= 0 && right[cuts - 1][best] > right[cuts][s];
                before[level][cuts][s] = (short) (cut ? best : -1);
                right[cuts][s] = (cut ? right[cuts - 1][best] : right[cuts][s]) + counts[level][s];
            }
        }

        private IntervalGuess traced() {
            int cuts = 0;
            for (int c = 1; c < k; c++) {
                cuts = right[c][argMax(right[c])] > right[cuts][argMax(right[cuts])] ? c : cuts;
            }
            int segment = argMax(right[cuts]);
            Guess guess = new Guess(k);
            List<Integer> ends = new ArrayList<>();
            for (int level = ordered - 1; level >= 0; level--) {
                guess.add(segment, counts[level]);
                int previous = before[level][cuts][segment];
                if (previous >= 0) {
                    ends.add(level - 1);
                    segment = previous;
                    cuts--;
                }
            }
            for (int level = ordered; level < counts.length; level++) {
                guess.add(LevelCounts.majority(counts[level]), counts[level]);
            }
            Collections.reverse(ends);
            return new IntervalGuess(guess, ends);
        }

        private static int argMax(long[] values) {
            int best = 0;
            for (int s = 1; s < values.length; s++) {
                best = values[s] > values[best] ? s : best;
            }
            return best;
        }
    }
}
