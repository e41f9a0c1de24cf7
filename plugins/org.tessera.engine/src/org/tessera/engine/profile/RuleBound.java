package org.tessera.engine.profile;

import java.util.Arrays;

/**
 * An optimistic bound of the score of rules that extend a rule by one of several conditions and more of them, in the manner
 * of Webb (1995, doi:10.1613/jair.227) and of Morishita and Sese (2000, doi:10.1145/335168.335226): no extension has more
 * customers of the segment than any of its conditions leaves, and all of its conditions together exclude at most the sum of
 * the others whom each of them excludes. Conditions are kept by classes of the number of customers of the segment that they
 * leave; O({@value #CLASSES}) per condition and bound.
 */
final class RuleBound {

    private static final int CLASSES = 16;
    /** Conditions that may be added at most, and one for the column of the extended rule. */
    private static final int KEPT = ProfileOptions.MAX_RULE_CONDITIONS;

    private final RuleScore score;
    /** Largest number of customers of the segment of the lowest class, and of all. */
    private final int least;

    private final int most;
    /** Per class, the most customers excluded by a condition on each of the best columns, in descending order. */
    private final int[] excluded = new int[CLASSES * KEPT];

    private final int[] columns = new int[CLASSES * KEPT];

    /**
     * Without conditions.
     *
     * @param score the score
     * @param least fewest customers of the segment that a rule needs
     * @param most number of customers of the segment who fulfill the rule that is extended
     */
    RuleBound(RuleScore score, int least, int most) {
        this.score = score;
        this.least = Math.min(least, most);
        this.most = most;
        Arrays.fill(columns, -1);
    }

    private int classOf(int in) {
        return in >= most ? CLASSES - 1 : (int) ((long) Math.max(0, in - least) * CLASSES / (most - least + 1));
    }

    /** Largest number of customers of a class. */
    private int top(int c) {
        if (c == CLASSES - 1) {
            return most;
        }
        long next = (long) (c + 1) * (most - least + 1);
        return least + (int) ((next + CLASSES - 1) / CLASSES) - 1;
    }

    /** Adds a condition that leaves so many customers of the segment and excludes so many others. */
    void add(int column, int in, int excludes) {
        int start = classOf(in) * KEPT;
        insert(excluded, columns, start, column, excludes);
    }

    private static void insert(int[] excluded, int[] columns, int start, int column, int excludes) {
        int at = start;
        while (at < start + KEPT && columns[at] >= 0 && excluded[at] >= excludes) {
            if (columns[at] == column) {
                return;
            }
            at++;
        }
        if (at == start + KEPT) {
            return;
        }
        int last = at;
        while (last < start + KEPT - 1 && columns[last] >= 0 && columns[last] != column) {
            last++;
        }
        System.arraycopy(excluded, at, excluded, at + 1, last - at);
        System.arraycopy(columns, at, columns, at + 1, last - at);
        excluded[at] = excludes;
        columns[at] = column;
    }

    /**
     * What no extension exceeds.
     *
     * @param column column of the first condition
     * @param in number of customers of the segment who fulfill the rule with it
     * @param out number of other customers who do
     * @param length number of thresholds and categories of the rule with it
     * @param more number of conditions that may be added, up to {@value #KEPT} - 1
     */
    double of(int column, int in, int out, int length, int more) {
        int[] best = new int[KEPT];
        int[] of = new int[KEPT];
        Arrays.fill(of, -1);
        double bound = Double.NEGATIVE_INFINITY;
        for (int c = CLASSES - 1; c >= 0; c--) {
            for (int k = c * KEPT; k < (c + 1) * KEPT && columns[k] >= 0; k++) {
                if (columns[k] != column) {
                    insert(best, of, 0, columns[k], excluded[k]);
                }
            }
            int left = out;
            for (int k = 0; k < more && of[k] >= 0; k++) {
                left -= best[k];
            }
            bound = Math.max(bound, score.bound(Math.min(in, top(c)), left, length + 1));
        }
        return bound;
    }
}
