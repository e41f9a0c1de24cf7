package org.tessera.engine.profile;

import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.profile.Fact.Kind;
import org.tessera.engine.profile.Fact.Source;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Whether two columns say the same of the customers: numbers by their correlation ({@link Alike}), categories by
 * Tschuprow's T, missing as a category, of at least {@value Alike#SAME}. O(n) per pair that may be the same: categories
 * whose frequencies in descending order differ for more than {@value #MAX_MOVED} of the customers are not,
 * nor are columns of more than {@value #MAX_LEVELS} categories compared. Not thread-safe.
 */
final class SameColumns {

    private static final double MAX_MOVED = 0.1;

    /** Largest number of categories of a column that is compared. */
    private static final int MAX_LEVELS = 2000;

    private final List<Column> columns;
    private final Grouping grouping;
    private final Alike alike;
    private final RunContext run;
    private final int[][] frequencies;

    SameColumns(List<Column> columns, Grouping grouping, Alike alike, RunContext run) {
        this.columns = columns;
        this.grouping = grouping;
        this.alike = alike;
        this.run = run;
        frequencies = new int[columns.size()][];
        run.forBlocks(frequencies.length, c -> {
            if (columns.get(c) instanceof CategoryColumn categories) {
                frequencies[c] = frequencies(categories);
            }
        });
    }

    /** The frequencies of the categories that occur, missing as one, in ascending order. */
    private int[] frequencies(CategoryColumn column) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] counts = new int[column.levels().size() + 1];
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            counts[column.codes()[grouping.row(i)] + 1]++;
        }
        return Arrays.stream(counts).filter(c -> c > 0).sorted().toArray();
    }

    /** Whether two columns, by their indices, say the same. */
    boolean same(int first, int second) {
        Column a = columns.get(first);
        Column b = columns.get(second);
        if (a instanceof NumericColumn && b instanceof NumericColumn) {
            return alike.same(new Source(first, Kind.NUMBER, List.of()), new Source(second, Kind.NUMBER, List.of()));
        }
        return a instanceof CategoryColumn x
                && b instanceof CategoryColumn y
                && mayBeSame(frequencies[first], frequencies[second])
                && tschuprowsT(x, y) >= Alike.SAME;
    }

    /** Whether two columns, by their indices, are missing for nearly the same customers. */
    boolean sameMissing(int first, int second) {
        return alike.same(new Source(first, Kind.MISSING, List.of()), new Source(second, Kind.MISSING, List.of()));
    }

    private boolean mayBeSame(int[] first, int[] second) {
        long moved = 0;
        int length = Math.max(first.length, second.length);
        if (length < 2 || length > MAX_LEVELS) {
            return false;
        }
        for (int i = 1; i <= length; i++) {
            moved += Math.abs((i > first.length ? 0 : first[first.length - i])
                    - (i > second.length ? 0 : second[second.length - i]));
        }
        double ratio = (Math.min(first.length, second.length) - 1.0) / (length - 1.0);
        return moved <= 2 * MAX_MOVED * grouping.rows() && Math.pow(ratio, 0.25) >= Alike.SAME;
    }

    private double tschuprowsT(CategoryColumn x, CategoryColumn y) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] rows = dense(x);
        int[] columnsOfTable = dense(y);
        int[][] counts = new int[Arrays.stream(rows).max().orElse(0) + 1]
                [Arrays.stream(columnsOfTable).max().orElse(0) + 1];
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            int row = grouping.row(i);
            counts[rows[x.codes()[row] + 1]][columnsOfTable[y.codes()[row] + 1]]++;
        }
        return Contingency.tschuprowsT(counts);
    }

    /** A number from 0 on for each category that occurs, missing first. */
    private int[] dense(CategoryColumn column) {
        boolean[] occurs = new boolean[column.levels().size() + 1];
        for (int i = 0; i < grouping.rows(); i++) {
            occurs[column.codes()[grouping.row(i)] + 1] = true;
        }
        int[] dense = new int[occurs.length];
        int next = 0;
        for (int code = 0; code < dense.length; code++) {
            dense[code] = occurs[code] ? next++ : 0;
        }
        return dense;
    }
}
