package org.tessera.engine.prep;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tessera.engine.data.Quantity;

/** The parameters of one source column, fitted to the training rows. */
public sealed interface ColumnPreparation {

    /** @return the name of the source column */
    String column();

    /** @return the number of entries that were missing in training */
    int missing();

    /**
     * A numeric column.
     *
     * @param column the name of the source column
     * @param missing number of entries missing in training
     * @param fill the number that replaces a missing one; empty: the row is left out
     * @param integral whether the column holds whole numbers
     * @param min smallest number in training
     * @param max largest number in training
     * @param quantity what the numbers measure; empty if unknown, as in preparations stored by earlier versions
     */
    record Numbers(
            String column,
            int missing,
            OptionalDouble fill,
            boolean integral,
            double min,
            double max,
            Optional<Quantity> quantity)
            implements ColumnPreparation {

        /** Checks that nothing is null. */
        public Numbers {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(fill, "fill");
            Objects.requireNonNull(quantity, "quantity");
        }

        /**
         * Whether a column of another quantity can be prepared with these parameters.
         *
         * @param other the quantity of a column
         * @return true if the quantities are comparable; if the quantity of training is unknown, true for plain numbers
         *     and dates, which earlier versions did not distinguish
         */
        public boolean accepts(Quantity other) {
            return accepts(quantity, other);
        }

        /**
         * The same check without a preparation, for columns of which only the quantity is known.
         *
         * @param quantity what the numbers of training measure, empty if unknown
         * @param other the quantity of a column
         * @return see {@link #accepts(Quantity)}
         */
        public static boolean accepts(Optional<Quantity> quantity, Quantity other) {
            return quantity.map(other::isComparableTo).orElse(other == Quantity.NUMBER || other.isDate());
        }
    }

    /**
     * A categorical column.
     *
     * @param column the name of the source column
     * @param missing number of entries missing in training
     * @param levels the levels, in order; {@link #OTHER} and {@link #MISSING_LEVEL} last where present
     * @param shares the levels' shares of the training rows, after imputation
     * @param grouped categories merged into {@link #OTHER}
     * @param other index of the level into which rare categories are merged; empty if none are
     * @param fill index of the level that replaces a missing category; empty if none was missing in training and
     *     missing ones are a category of their own
     */
    record Categories(
            String column,
            int missing,
            List<String> levels,
            double[] shares,
            List<String> grouped,
            OptionalInt other,
            OptionalInt fill)
            implements ColumnPreparation {

        /** The level into which rare categories are merged, "(other) 2" and so on if a category has this name. */
        public static final String OTHER = "(other)";
        /** The level of missing entries. */
        public static final String MISSING_LEVEL = "(missing)";

        /** Copies the lists and checks that the lengths agree. */
        public Categories {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(other, "other");
            Objects.requireNonNull(fill, "fill");
            levels = List.copyOf(levels);
            grouped = List.copyOf(grouped);
            if (levels.size() != shares.length) {
                throw new IllegalArgumentException(
                        "Column '" + column + "' has " + levels.size() + " levels, but " + shares.length + " shares");
            }
        }

        /** @return the name of the level into which rare categories are merged, {@link #OTHER} if none are */
        public String otherLevel() {
            return other.isPresent() ? levels.get(other.getAsInt()) : OTHER;
        }
    }
}
