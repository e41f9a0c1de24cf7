package org.tessera.engine.prep;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tessera.engine.data.Quantity;

/** What training has learned of one customers' column. */
public sealed interface ColumnPreparation {

    /** @return the customers' column */
    String column();

    /** @return the number of entries that were missing in training */
    int missing();

    /**
     * A column of numbers.
     *
     * @param column the customers' column
     * @param missing entries missing in training
     * @param fill what replaces a missing number; empty: the row is left out
     * @param integral whether the column holds whole numbers
     * @param min smallest number in training
     * @param max largest number in training
     * @param quantity what the numbers measure; empty if it is not known, in preparations stored by earlier versions
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
         * Whether numbers of a quantity can be prepared as those of training.
         *
         * @param other the quantity of a column
         * @return true if it is alike; for a preparation of earlier versions, which know numbers and dates only and do
         *     not tell them apart, if it is one of these
         */
        public boolean takes(Quantity other) {
            return takes(quantity, other);
        }

        /**
         * The same for what is known of a column before customers are read.
         *
         * @param quantity what the numbers of training measure, empty if it is not known
         * @param other the quantity of a column
         * @return see {@link #takes(Quantity)}
         */
        public static boolean takes(Optional<Quantity> quantity, Quantity other) {
            return quantity.map(other::isLike).orElse(other == Quantity.NUMBER || other.isDate());
        }
    }

    /**
     * A column of categories.
     *
     * @param column the customers' column
     * @param missing entries missing in training
     * @param levels the categories kept, in order; {@link #OTHER} and {@link #MISSING_LEVEL} last where present
     * @param shares their shares of the training rows, after filling
     * @param grouped categories that went into {@link #OTHER}
     * @param fill index of the level that replaces a missing category; empty if none was missing in training and
     *     missing ones are a category of their own
     */
    record Categories(
            String column, int missing, List<String> levels, double[] shares, List<String> grouped, OptionalInt fill)
            implements ColumnPreparation {

        /** The level of rare categories. */
        public static final String OTHER = "(other)";
        /** The level of missing entries. */
        public static final String MISSING_LEVEL = "(missing)";

        /** Copies the lists and checks that the lengths agree. */
        public Categories {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(fill, "fill");
            levels = List.copyOf(levels);
            grouped = List.copyOf(grouped);
            if (levels.size() != shares.length) {
                throw new IllegalArgumentException(
                        "Column '" + column + "' has " + levels.size() + " levels, but " + shares.length + " shares");
            }
        }
    }
}
