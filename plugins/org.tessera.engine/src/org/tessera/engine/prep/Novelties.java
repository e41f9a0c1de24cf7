package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Entries of customers that a preparation did not meet in training. Whether an entry is one depends on that entry alone.
 *
 * @param unseen columns with unseen categories, in the preparation's order
 * @param outOfRange columns with numbers beyond those of training, in the preparation's order
 */
public record Novelties(List<Unseen> unseen, List<OutOfRange> outOfRange) {

    /** Nothing new. */
    public static final Novelties NONE = new Novelties(List.of(), List.of());

    /** Copies the lists. */
    public Novelties {
        unseen = List.copyOf(unseen);
        outOfRange = List.copyOf(outOfRange);
    }

    /**
     * A column of categories with some that training did not have. A missing entry is one of them if training had none
     * and nothing was learned to replace it.
     *
     * @param column the customers' entries
     * @param unknown whether each level of the column is unseen
     * @param missingIsUnknown whether missing entries are unseen
     * @param rows number of customers with an unseen category
     * @param categories the unseen categories, the most frequent first
     */
    public record Unseen(
            CategoryColumn column, boolean[] unknown, boolean missingIsUnknown, int rows, List<String> categories) {

        /** Copies the list. */
        public Unseen {
            categories = List.copyOf(categories);
        }

        /**
         * Whether a customer's category is unseen.
         *
         * @param row the customer's row
         * @return true if training did not have it
         */
        public boolean at(int row) {
            int code = column.codes()[row];
            return code == CategoryColumn.MISSING ? missingIsUnknown : unknown[code];
        }
    }

    /**
     * A column of numbers with some beyond those of training. Missing numbers are not beyond.
     *
     * @param column the customers' entries
     * @param min the smallest number of training
     * @param max the largest number of training
     * @param rows number of customers beyond
     * @param lowest the smallest of the customers' numbers
     * @param highest the largest of the customers' numbers
     */
    public record OutOfRange(NumericColumn column, double min, double max, int rows, double lowest, double highest) {

        /**
         * Whether a customer's number is beyond.
         *
         * @param row the customer's row
         * @return true if it is below the smallest or above the largest number of training
         */
        public boolean at(int row) {
            return column.values()[row] < min || column.values()[row] > max;
        }
    }

    /**
     * Whether a customer has an unseen category.
     *
     * @param row the customer's row
     * @return true if one of the categories is unseen
     */
    public boolean hasUnseen(int row) {
        return unseen.stream().anyMatch(column -> column.at(row));
    }

    /**
     * Whether a customer has a number out of range.
     *
     * @param row the customer's row
     * @return true if one of the numbers is beyond
     */
    public boolean isOutOfRange(int row) {
        return outOfRange.stream().anyMatch(column -> column.at(row));
    }

    static Novelties of(List<ColumnPreparation> learned, Column[] sources, RunContext run) {
        List<Unseen> unseen = new ArrayList<>();
        List<OutOfRange> outOfRange = new ArrayList<>();
        for (int c = 0; c < sources.length; c++) {
            run.checkCanceled();
            if (learned.get(c) instanceof ColumnPreparation.Categories categories) {
                Unseen found = unseen(categories, (CategoryColumn) sources[c], run);
                if (found.rows() > 0) {
                    unseen.add(found);
                }
            } else {
                OutOfRange found = outOfRange((ColumnPreparation.Numbers) learned.get(c), (NumericColumn) sources[c]);
                if (found.rows() > 0) {
                    outOfRange.add(found);
                }
            }
        }
        return new Novelties(unseen, outOfRange);
    }

    private static Unseen unseen(ColumnPreparation.Categories learned, CategoryColumn column, RunContext run) {
        Set<String> known = new HashSet<>(learned.levels());
        known.addAll(learned.grouped());
        int levels = column.levels().size();
        boolean[] unknown = new boolean[levels];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int l = 0; l < levels; l++) {
            cancellation.step();
            unknown[l] = !known.contains(column.levels().get(l));
        }
        boolean missingIsUnknown = learned.fill().isEmpty();
        int[] counts = new int[levels + 1];
        for (int code : column.codes()) {
            counts[code == CategoryColumn.MISSING ? levels : code]++;
        }
        List<Map.Entry<String, Integer>> found = new ArrayList<>();
        for (int l = 0; l < levels; l++) {
            if (unknown[l] && counts[l] > 0) {
                found.add(Map.entry(column.levels().get(l), counts[l]));
            }
        }
        if (missingIsUnknown && counts[levels] > 0) {
            found.add(Map.entry(ColumnPreparation.Categories.MISSING_LEVEL, counts[levels]));
        }
        Comparator<Map.Entry<String, Integer>> order = Map.Entry.<String, Integer>comparingByValue(
                        Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey());
        found.sort((a, b) -> {
            cancellation.step();
            return order.compare(a, b);
        });
        int rows = found.stream().mapToInt(Map.Entry::getValue).sum();
        List<String> categories = found.stream().map(Map.Entry::getKey).toList();
        return new Unseen(column, unknown, missingIsUnknown, rows, categories);
    }

    private static OutOfRange outOfRange(ColumnPreparation.Numbers learned, NumericColumn column) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        int rows = 0;
        for (double value : column.values()) {
            if (!Double.isNaN(value)) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
                rows += value < learned.min() || value > learned.max() ? 1 : 0;
            }
        }
        return new OutOfRange(column, learned.min(), learned.max(), rows, lowest, highest);
    }
}
