package org.tessera.engine.profile;

import java.util.List;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * The customers by whom a rule for a segment is searched, as bits: first those in the segment, from {@link #outsideWord()}
 * on the others.
 */
final class RuleSample {

    private final List<RuleTerms> columns;
    private final int inside;
    private final int outside;
    private final short[][] codes;

    /**
     * A sample.
     *
     * @param columns the columns of the search
     * @param inside rows of the table in the segment
     * @param outside other rows of the table
     */
    RuleSample(List<RuleTerms> columns, int[] inside, int[] outside, RunContext run) {
        this.columns = columns;
        this.inside = inside.length;
        this.outside = outside.length;
        codes = new short[columns.size()][inside.length + outside.length];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int c = 0; c < codes.length; c++) {
            RuleTerms terms = columns.get(c);
            for (int i = 0; i < codes[c].length; i++) {
                cancellation.step();
                int row = i < inside.length ? inside[i] : outside[i - inside.length];
                codes[c][i] = (short) terms.code(row);
            }
        }
    }

    List<RuleTerms> columns() {
        return columns;
    }

    int inside() {
        return inside;
    }

    int outside() {
        return outside;
    }

    /** The first word of the customers outside the segment. */
    int outsideWord() {
        return (inside + Long.SIZE - 1) / Long.SIZE;
    }

    /** Number of words of a set of customers. */
    int words() {
        return outsideWord() + (outside + Long.SIZE - 1) / Long.SIZE;
    }

    /** All customers. */
    long[] everyone() {
        long[] bits = new long[words()];
        for (int i = 0; i < inside + outside; i++) {
            bits[bit(i) / Long.SIZE] |= 1L << bit(i);
        }
        return bits;
    }

    /** The customers who fulfill a condition. O(n). */
    long[] fulfilling(RuleCondition condition) {
        boolean[] accepted = condition.accepted();
        short[] of = codes[condition.column()];
        long[] bits = new long[words()];
        for (int i = 0; i < of.length; i++) {
            if (accepted[of[i] + 1]) {
                bits[bit(i) / Long.SIZE] |= 1L << bit(i);
            }
        }
        return bits;
    }

    private int bit(int i) {
        return i < inside ? i : outsideWord() * Long.SIZE + i - inside;
    }

    /** Numbers of customers of a set per code of a column. O(n). */
    RuleCounts counts(int column, long[] set) {
        RuleCounts counts = new RuleCounts(columns.get(column).size());
        short[] of = codes[column];
        for (int i = 0; i < of.length; i++) {
            if ((set[bit(i) / Long.SIZE] & 1L << bit(i)) != 0) {
                counts.add(of[i], i < inside);
            }
        }
        return counts;
    }

    /** Number of customers in the segment of the intersection of two sets. */
    int insideOf(long[] a, long[] b) {
        return count(a, b, 0, outsideWord());
    }

    /** Number of other customers of the intersection of two sets. */
    int outsideOf(long[] a, long[] b) {
        return count(a, b, outsideWord(), a.length);
    }

    private static int count(long[] a, long[] b, int from, int to) {
        int count = 0;
        for (int w = from; w < to; w++) {
            count += Long.bitCount(a[w] & b[w]);
        }
        return count;
    }
}
