package org.tessera.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

/**
 * The distribution of one of the training customers' own columns, as counts of customers in bins. Immutable by contract: the
 * arrays are shared and must not be changed.
 */
public sealed interface ColumnBaseline {

    /** @return the name of the column */
    String column();

    /** @return training customers per bin, those with a missing entry last */
    int[] counts();

    /** @return the number of training customers */
    default long total() {
        return Arrays.stream(counts()).asLongStream().sum();
    }

    /**
     * A column of numbers, dates or times.
     *
     * @param column the name of the column
     * @param quantity what the numbers measure
     * @param bounds ascending upper bounds, inclusive, of the bins of numbers; numbers above the last one belong to the last bin
     * @param counts training customers per bin, those with a missing entry last
     * @param discrete whether every bin held a single number in training, its bound
     */
    record Numbers(String column, Quantity quantity, double[] bounds, int[] counts, boolean discrete)
            implements ColumnBaseline {

        /** Checks that the lengths agree, that bounds ascend and that counts are not negative. */
        public Numbers {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(quantity, "quantity");
            requireCounts(column, counts, bounds.length + 1);
            for (int b = 0; b < bounds.length; b++) {
                if (!Double.isFinite(bounds[b]) || b > 0 && bounds[b] <= bounds[b - 1]) {
                    throw new IllegalArgumentException(
                            "Bound " + (b + 1) + " of the bins of column '" + column + "' does not ascend");
                }
            }
        }

        /**
         * The bin of a number. O(log b) for b bins.
         *
         * @param value a number, NaN for a missing one
         * @return the index of its bin, the last one for NaN
         */
        public int bin(double value) {
            if (Double.isNaN(value) || bounds.length == 0) {
                return bounds.length;
            }
            int found = Arrays.binarySearch(bounds, value + 0.0);
            return Math.min(found >= 0 ? found : -found - 1, bounds.length - 1);
        }

        /**
         * Counts the customers of a table per bin. O(n log b).
         *
         * @param numbers n numbers
         * @return counts per bin, those with a missing entry last
         */
        public int[] count(NumericColumn numbers) {
            int[] found = new int[counts.length];
            for (double value : numbers.values()) {
                found[bin(value)]++;
            }
            return found;
        }
    }

    /**
     * A column of categories.
     *
     * @param column the name of the column
     * @param levels the categories that have a count of their own
     * @param counts training customers per category, those of all other categories last but one, those with a missing entry
     *     last
     */
    record Categories(String column, List<String> levels, int[] counts) implements ColumnBaseline {

        /** Copies the list, checks that the lengths agree and that counts are not negative. */
        public Categories {
            Objects.requireNonNull(column, "column");
            levels = List.copyOf(levels);
            requireCounts(column, counts, levels.size() + 2);
        }

        /**
         * Counts the customers of a table per category. O(n + l) for l levels.
         *
         * @param categories n categories
         * @return counts as those of training
         */
        public int[] count(CategoryColumn categories) {
            int[] binOf = categories.levels().stream()
                    .mapToInt(levels::indexOf)
                    .map(l -> l < 0 ? levels.size() : l)
                    .toArray();
            int[] found = new int[counts.length];
            for (int code : categories.codes()) {
                found[code == CategoryColumn.MISSING ? levels.size() + 1 : binOf[code]]++;
            }
            return found;
        }
    }

    private static void requireCounts(String column, int[] counts, int length) {
        if (counts.length != length) {
            throw new IllegalArgumentException(
                    "Column '" + column + "' has " + counts.length + " counts of customers instead of " + length);
        }
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("Column '" + column + "' has a count of " + count + " customers");
            }
        }
    }
}
