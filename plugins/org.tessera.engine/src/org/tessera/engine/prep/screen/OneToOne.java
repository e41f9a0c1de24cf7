package org.tessera.engine.prep.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.RunContext;

/**
 * Finds columns that name the same thing: each value of one goes with exactly one value of the other and the reverse,
 * missing with missing. Compared are categorical columns and whole numbers with at most {@value #MAX_CODES} different
 * values, which may be codes of the categories. A finer category, such as a city, that determines a coarser one, such as
 * its country, is not one to one. Fewer than {@value #MIN_ROWS} rows tell nothing.
 */
public final class OneToOne {

    /** Smallest number of rows in which two columns are not one to one by chance. */
    static final int MIN_ROWS = 20;

    /** Largest number of different whole numbers of a column that is compared. */
    static final int MAX_CODES = 1000;

    private OneToOne() {}

    /**
     * Finds the columns that another one replaces: of columns that are one to one the first categorical one stays (or the
     * first of {@code keep}), whole numbers that are its codes go. Whole numbers are not replaced by one another. O(n c)
     * for c columns of few values.
     *
     * @param columns the columns, in the table's order
     * @param keep names of columns that stay
     * @param run cancel
     * @return per column that goes, in the table's order, the one that replaces it
     */
    public static Map<String, String> find(List<Column> columns, Set<String> keep, RunContext run) {
        Map<Partition, List<Column>> groups = new LinkedHashMap<>();
        for (Column column : columns) {
            run.checkCanceled();
            int[] labels = labels(column);
            if (labels.length >= MIN_ROWS) {
                groups.computeIfAbsent(new Partition(labels), p -> new ArrayList<>())
                        .add(column);
            }
        }
        Map<String, String> replaced = new HashMap<>();
        for (List<Column> group : groups.values()) {
            boolean names = group.stream().anyMatch(c -> c instanceof CategoryColumn);
            if (names && group.size() > 1) {
                Column stays = stays(group, keep);
                group.stream()
                        .filter(c -> c != stays && !keep.contains(c.name()))
                        .forEach(c -> replaced.put(c.name(), stays.name()));
            }
        }
        return replaced;
    }

    private static Column stays(List<Column> group, Set<String> keep) {
        return group.stream()
                .filter(c -> keep.contains(c.name()))
                .findFirst()
                .or(() ->
                        group.stream().filter(c -> c instanceof CategoryColumn).findFirst())
                .orElseThrow();
    }

    /** A partition of the rows: values numbered by first appearance, missing as -1. */
    private record Partition(int[] labels) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Partition p && Arrays.equals(labels, p.labels);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(labels);
        }
    }

    /** The rows' values numbered by first appearance; empty if the column is not to be compared. */
    private static int[] labels(Column column) {
        return column instanceof NumericColumn numbers ? labels(numbers) : labels((CategoryColumn) column);
    }

    private static int[] labels(CategoryColumn column) {
        int[] labelOfCode = new int[column.levels().size()];
        int[] labels = new int[column.size()];
        int next = 0;
        for (int i = 0; i < labels.length; i++) {
            int code = column.codes()[i];
            if (code != CategoryColumn.MISSING && labelOfCode[code] == 0) {
                labelOfCode[code] = ++next;
            }
            labels[i] = code == CategoryColumn.MISSING ? -1 : labelOfCode[code];
        }
        return labels;
    }

    private static int[] labels(NumericColumn column) {
        if (column.quantity() != Quantity.NUMBER) {
            return new int[0];
        }
        Map<Double, Integer> labelOfValue = new HashMap<>();
        int[] labels = new int[column.size()];
        for (int i = 0; i < labels.length; i++) {
            double v = column.values()[i] + 0.0;
            if (Double.isNaN(v)) {
                labels[i] = -1;
            } else if (Double.compare(v, Math.rint(v) + 0.0) != 0) {
                return new int[0];
            } else {
                labels[i] = labelOfValue.computeIfAbsent(v, key -> labelOfValue.size() + 1);
                if (labelOfValue.size() > MAX_CODES) {
                    return new int[0];
                }
            }
        }
        return labels;
    }
}
