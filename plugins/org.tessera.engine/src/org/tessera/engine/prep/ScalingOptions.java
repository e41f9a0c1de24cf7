package org.tessera.engine.prep;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tessera.engine.prep.PreparationOptions.Scaling;

/**
 * How much every feature counts in distances.
 *
 * @param method how features of numbers are scaled
 * @param categories how features of categories are scaled
 * @param weights factors of all features of a column, by the column's name, from {@value #MIN_WEIGHT} to
 *     {@value #MAX_WEIGHT}; 1 for columns without one; names that are not in the table are ignored
 */
public record ScalingOptions(Scaling method, CategoryScale categories, Map<String, Double> weights) {

    /** Smallest weight of a column. */
    public static final double MIN_WEIGHT = 0.001;
    /** Largest weight of a column. */
    public static final double MAX_WEIGHT = 1000;

    /**
     * Scaling of categories, of numbers with two values and of indicators of missing numbers. {@link Scaling#NONE}
     * leaves indicators 0 and 1.
     */
    public enum CategoryScale {
        /**
         * Rows that differ in a category are at distance 1, as rows that differ by one unit of a scaled number, however
         * rare the category is: indicators are 0 or 1 / sqrt(2), an indicator that stands alone is 0 or 1. Nothing is
         * subtracted. Plain numbers with two values are categories; every other feature with two values is mapped to 0
         * and 1.
         */
        UNIT_DISTANCE,
        /**
         * Like {@link #UNIT_DISTANCE}, but at distance sqrt(2), the root mean square distance of two rows in a number of
         * standard deviation 1: indicators are 0 or 1, an indicator that stands alone is 0 or sqrt(2).
         */
        TYPICAL_DISTANCE,
        /** Every indicator is scaled like a number; numbers with two values are numbers. */
        LIKE_NUMBERS
    }

    /** Checks the weights. */
    public ScalingOptions {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(categories, "categories");
        weights = Map.copyOf(weights);
        new TreeMap<>(weights).forEach(ScalingOptions::check);
    }

    /** @return z-scores, categories at unit distance, no weights */
    public static ScalingOptions defaults() {
        return new ScalingOptions(Scaling.Z_SCORE, CategoryScale.UNIT_DISTANCE, Map.of());
    }

    private static void check(String column, double weight) {
        if (!(weight >= MIN_WEIGHT && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException("Weight of column '" + column + "' is " + weight
                    + ", but has to be from " + MIN_WEIGHT + " to " + MAX_WEIGHT + "; deselect a column that is not to"
                    + " count.");
        }
    }

    /** Whether rows of different categories are at a given distance, rather than scaled like numbers. */
    boolean givenDistance() {
        return categories != CategoryScale.LIKE_NUMBERS && method != Scaling.NONE;
    }

    /** The distance of rows of different categories, where it is given. */
    double categoryDistance() {
        return categories == CategoryScale.TYPICAL_DISTANCE ? Math.sqrt(2) : 1;
    }

    /** The weight of a column. */
    double weight(String column) {
        return weights.getOrDefault(column, 1.0);
    }

    /**
     * The same with another scaling of numbers.
     *
     * @param other the scaling
     * @return new options
     */
    public ScalingOptions withMethod(Scaling other) {
        return new ScalingOptions(other, categories, weights);
    }

    /**
     * The same with another scaling of categories.
     *
     * @param other the scaling
     * @return new options
     */
    public ScalingOptions withCategories(CategoryScale other) {
        return new ScalingOptions(method, other, weights);
    }

    /**
     * The same with other weights.
     *
     * @param other factors by column
     * @return new options
     */
    public ScalingOptions withWeights(Map<String, Double> other) {
        return new ScalingOptions(method, categories, other);
    }
}
