package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.ReadingAccount;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Entries of new rows that the training rows did not cover: categories unseen in training, numbers outside the range of
 * training, texts that do not read as numbers or dates, and columns without any entry. Whether an entry is unseen or
 * outside depends on that entry alone.
 *
 * @param unseen columns with unseen categories, in the preparation's order
 * @param outOfRange columns with numbers outside the range of training, in the preparation's order
 * @param unread columns with texts that do not read and are missing therefore, in the preparation's order
 * @param empty names of columns without any entry, in the preparation's order
 */
public record NoveltyReport(List<Unseen> unseen, List<OutOfRange> outOfRange, List<Unread> unread, List<String> empty) {

    /** A report without novelties. */
    public static final NoveltyReport NONE = new NoveltyReport(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public NoveltyReport {
        unseen = List.copyOf(unseen);
        outOfRange = List.copyOf(outOfRange);
        unread = List.copyOf(unread);
        empty = List.copyOf(empty);
    }

    /**
     * A categorical column with unseen categories. A missing entry counts as unseen if training had no missing entry
     * and therefore no replacement was fitted. In a row of which nothing is known, nothing is unseen.
     *
     * @param column the new entries
     * @param unseenLevels per level of the column, whether it is unseen
     * @param missingIsUnseen whether missing entries are unseen
     * @param unknown per row, whether nothing is known of it
     * @param rows number of rows with an unseen category
     * @param categories the unseen categories, the most frequent first
     */
    public record Unseen(
            CategoryColumn column,
            boolean[] unseenLevels,
            boolean missingIsUnseen,
            boolean[] unknown,
            int rows,
            List<String> categories) {

        /** Copies the list. */
        public Unseen {
            categories = List.copyOf(categories);
        }

        /**
         * Whether the category of a row is unseen.
         *
         * @param row row index
         * @return true if training did not have it
         */
        public boolean at(int row) {
            int code = column.codes()[row];
            return !unknown[row] && (code == CategoryColumn.MISSING ? missingIsUnseen : unseenLevels[code]);
        }
    }

    /**
     * A numeric column with numbers outside the range of training. Missing numbers are not outside.
     *
     * @param column the new entries
     * @param min the smallest number of training
     * @param max the largest number of training
     * @param rows number of rows outside the range
     * @param lowest the smallest new number
     * @param highest the largest new number
     */
    public record OutOfRange(NumericColumn column, double min, double max, int rows, double lowest, double highest) {

        /**
         * Whether the number of a row is outside the range.
         *
         * @param row row index
         * @return true if it is below the smallest or above the largest number of training
         */
        public boolean at(int row) {
            return column.values()[row] < min || column.values()[row] > max;
        }

        /** The number of a row that is outside, in words such as "Age above 68". */
        private String beyond(int row) {
            boolean below = column.values()[row] < min;
            boolean point = column.quantity().isPointInTime();
            return column.name()
                    + (below
                            ? (point ? " before " : " below ")
                                    + column.quantity().text(min)
                            : (point ? " after " : " above ")
                                    + column.quantity().text(max));
        }
    }

    /**
     * A column with texts that do not read as the numbers or dates of training.
     *
     * @param column the column's name
     * @param quantity what the texts should be
     * @param account how many texts there are and which do not read
     */
    public record Unread(String column, Quantity quantity, ReadingAccount account) {}

    /** The same with columns whose texts do not read. */
    NoveltyReport withUnread(List<Unread> columns) {
        return new NoveltyReport(unseen, outOfRange, columns, empty);
    }

    /**
     * Whether a row has an unseen category.
     *
     * @param row row index
     * @return true if the category of at least one column is unseen
     */
    public boolean hasUnseen(int row) {
        return unseen.stream().anyMatch(column -> column.at(row));
    }

    /**
     * Whether a row has a number outside the range of training.
     *
     * @param row row index
     * @return true if the number of at least one column is outside
     */
    public boolean isOutOfRange(int row) {
        return outOfRange.stream().anyMatch(column -> column.at(row));
    }

    /**
     * The numbers of a row that are outside the range of training. O(c) for c columns.
     *
     * @param row row index
     * @return such as "Age above 68, Income below 6"; "" if none is
     */
    public String outOfRangeInWords(int row) {
        return outOfRange.stream()
                .filter(column -> column.at(row))
                .map(column -> column.beyond(row))
                .collect(Collectors.joining(", "));
    }

    /**
     * The novelties of source columns, one per fitted column and in the same order, in rows other than those of which nothing
     * is known. O(n c) for c columns.
     */
    static NoveltyReport of(List<ColumnPreparation> fitted, Column[] sources, boolean[] unknown, RunContext run) {
        List<Unseen> unseen = new ArrayList<>();
        List<OutOfRange> outOfRange = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (int c = 0; c < sources.length; c++) {
            run.checkCanceled();
            if (sources[c].size() > 0 && sources[c].missing() == sources[c].size()) {
                empty.add(sources[c].name());
            }
            if (fitted.get(c) instanceof ColumnPreparation.Categories categories) {
                Unseen found = unseen(categories, (CategoryColumn) sources[c], unknown, run);
                if (found.rows() > 0) {
                    unseen.add(found);
                }
            } else {
                OutOfRange found = outOfRange((ColumnPreparation.Numbers) fitted.get(c), (NumericColumn) sources[c]);
                if (found.rows() > 0) {
                    outOfRange.add(found);
                }
            }
        }
        return new NoveltyReport(unseen, outOfRange, List.of(), empty);
    }

    private static Unseen unseen(
            ColumnPreparation.Categories fitted, CategoryColumn column, boolean[] unknown, RunContext run) {
        Set<String> known = new HashSet<>(fitted.levels());
        known.addAll(fitted.grouped());
        int levels = column.levels().size();
        boolean[] unseenLevels = new boolean[levels];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int l = 0; l < levels; l++) {
            cancellation.step();
            unseenLevels[l] = !known.contains(column.levels().get(l));
        }
        boolean missingIsUnseen = fitted.fill().isEmpty();
        int[] counts = new int[levels + 1];
        for (int i = 0; i < unknown.length; i++) {
            int code = column.codes()[i];
            counts[code == CategoryColumn.MISSING ? levels : code] += unknown[i] ? 0 : 1;
        }
        List<Map.Entry<String, Integer>> found = new ArrayList<>();
        for (int l = 0; l < levels; l++) {
            if (unseenLevels[l] && counts[l] > 0) {
                found.add(Map.entry(column.levels().get(l), counts[l]));
            }
        }
        if (missingIsUnseen && counts[levels] > 0) {
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
        return new Unseen(column, unseenLevels, missingIsUnseen, unknown, rows, categories);
    }

    private static OutOfRange outOfRange(ColumnPreparation.Numbers fitted, NumericColumn column) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        int rows = 0;
        for (double value : column.values()) {
            if (!Double.isNaN(value)) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
                rows += value < fitted.min() || value > fitted.max() ? 1 : 0;
            }
        }
        return new OutOfRange(column, fitted.min(), fitted.max(), rows, lowest, highest);
    }
}
