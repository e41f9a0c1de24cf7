package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The split of a node in two by a column that reduces the Gini impurity most. Numbers are split at a threshold, with missing
 * values on the better side. Of categories, of which missing is one, up to {@value LevelUnion#MAX_LEVELS} are split off: those with
 * the largest or the smallest share of one of the segments, which for two segments is the best that there is (Breiman et al.
 * 1984, section 4.2). Equally good splits: the first.
 *
 * @param column index of the column
 * @param left per code plus one, whether its rows go to the left
 * @param gain decrease of the impurity, in rows
 */
record TreeSplit(int column, boolean[] left, double gain) {

    /** Smallest number of rows of a side. */
    private static final int MIN_ROWS = 3;

    /** The best split of rows by a column. */
    static TreeSplit best(int column, RuleTerms terms, int[][] counts) {
        Search search = new Search(column, counts);
        if (terms.numeric()) {
            search.thresholds();
        } else {
            search.categories();
        }
        return search.best;
    }

    /** The better of two splits, the first of equally good ones; either may be null. */
    static TreeSplit better(TreeSplit first, TreeSplit second) {
        return first == null || second != null && second.gain > first.gain + 1e-9 ? second : first;
    }

    /** The search on one column. */
    private static final class Search {

        private final int column;
        private final int[][] counts;
        private final int groups;
        private final int[] all;
        private TreeSplit best;

        /** By numbers of rows per code plus one and group. */
        Search(int column, int[][] counts) {
            this.column = column;
            this.counts = counts;
            groups = counts[0].length;
            all = new int[groups];
            for (int[] ofCode : counts) {
                add(all, ofCode);
            }
        }

        private static void add(int[] sums, int[] counts) {
            for (int g = 0; g < sums.length; g++) {
                sums[g] += counts[g];
            }
        }

        void thresholds() {
            int[] below = new int[groups];
            for (int code = 1; code < counts.length - 1; code++) {
                add(below, counts[code]);
                int to = code;
                offer(below, c -> c >= 1 && c <= to);
                if (sum(counts[0]) > 0) {
                    int[] withMissing = below.clone();
                    add(withMissing, counts[0]);
                    offer(withMissing, c -> c <= to);
                }
            }
        }

        void categories() {
            for (int g = 0; g < groups; g++) {
                if (all[g] > 0) {
                    int group = g;
                    List<Integer> order = IntStream.range(0, counts.length)
                            .filter(c -> sum(counts[c]) > 0)
                            .boxed()
                            .sorted(Comparator.comparingDouble(
                                    (Integer c) -> -(double) counts[c][group] / sum(counts[c])))
                            .toList();
                    prefixes(order);
                    List<Integer> reverse = new ArrayList<>(order);
                    Collections.reverse(reverse);
                    prefixes(reverse);
                }
            }
        }

        private void prefixes(List<Integer> order) {
            int[] side = new int[groups];
            for (int size = 1; size <= LevelUnion.MAX_LEVELS && size < order.size(); size++) {
                add(side, counts[order.get(size - 1)]);
                List<Integer> prefix = order.subList(0, size);
                offer(side, prefix::contains);
            }
        }

        private void offer(int[] side, IntPredicate isLeft) {
            int rows = sum(side);
            int rest = sum(all) - rows;
            if (rows < MIN_ROWS || rest < MIN_ROWS) {
                return;
            }
            double gain = 0;
            for (int g = 0; g < groups; g++) {
                double other = all[g] - side[g];
                gain += (double) side[g] * side[g] / rows
                        + other * other / rest
                        - (double) all[g] * all[g] / (rows + rest);
            }
            if (gain > (best == null ? 1e-9 : best.gain + 1e-9)) {
                boolean[] left = new boolean[counts.length];
                for (int c = 0; c < left.length; c++) {
                    left[c] = isLeft.test(c);
                }
                best = new TreeSplit(column, left, gain);
            }
        }

        private static int sum(int[] counts) {
            int sum = 0;
            for (int count : counts) {
                sum += count;
            }
            return sum;
        }
    }
}
