package org.tessera.engine.prep;

import java.util.Objects;
import java.util.Set;

/**
 * How customers' columns are turned into features.
 *
 * @param numeric what happens to numbers
 * @param category what happens to categories
 * @param scaling how every feature is scaled
 * @param dropIds whether columns that number the rows are left out
 */
public record PreparationOptions(NumericOptions numeric, CategoryOptions category, Scaling scaling, boolean dropIds) {

    /** What replaces a missing number. */
    public enum NumericMissing {
        /** The column's mean. */
        MEAN,
        /** The column's median. */
        MEDIAN,
        /** A number given in the options. */
        CONSTANT,
        /** Nothing: the row is left out of the segmentation. */
        LEAVE_OUT
    }

    /** What replaces a missing category. */
    public enum CategoryMissing {
        /** The most frequent category; of equally frequent ones the first in order. */
        MOST_FREQUENT,
        /** A category of its own. */
        OWN_CATEGORY
    }

    /** How categories become numbers. */
    public enum Encoding {
        /** One feature of 0 and 1 per category. */
        ONE_HOT,
        /** One feature: the category's place in the sorted order, from 0. */
        ORDINAL,
        /** One feature: the category's share of the training rows. */
        FREQUENCY
    }

    /** How a feature is scaled. A feature without spread becomes 0 (min-max: 0). */
    public enum Scaling {
        /** (x - mean) / population standard deviation. */
        Z_SCORE("z"),
        /** (x - min) / (max - min). */
        MIN_MAX("min-max"),
        /** (x - median) / interquartile range. */
        ROBUST("robust"),
        /** As it is. */
        NONE("prepared");

        private final String suffix;

        Scaling(String suffix) {
            this.suffix = suffix;
        }

        /** @return the word behind a feature's name */
        public String suffix() {
            return suffix;
        }
    }

    /**
     * What happens to numbers.
     *
     * @param missing what replaces a missing number
     * @param constant the number for {@link NumericMissing#CONSTANT}, finite
     * @param indicator whether a column with missing numbers also gives a feature that is 1 where one was missing
     * @param logSkewed whether columns without negative numbers and with a skewness above {@value #SKEWED} become
     *     log(1 + x)
     */
    public record NumericOptions(NumericMissing missing, double constant, boolean indicator, boolean logSkewed) {

        /** Skewness above which a column counts as skewed. */
        public static final double SKEWED = 1.0;

        /** Checks the bounds. */
        public NumericOptions {
            Objects.requireNonNull(missing, "missing");
            if (!Double.isFinite(constant)) {
                throw new IllegalArgumentException(
                        "Constant for missing numbers is " + constant + ", but has to be finite.");
            }
        }
    }

    /**
     * What happens to categories.
     *
     * @param missing what replaces a missing category
     * @param encoding how categories become numbers
     * @param dropFirst whether one-hot leaves out the first category (it is implied by the others)
     * @param rareBelow categories with a smaller share of the rows are put together into "other"; 0 keeps all, at most
     *     {@value #MAX_RARE}
     * @param maxLevels most categories a column keeps, "other" among them; the rarest are put together, {@value
     *     #MIN_LEVELS} to {@value #MAX_LEVELS}
     * @param codes names of columns of numbers that are categories, such as numbers of shops; names that are not in the
     *     table or hold no numbers do not matter
     */
    public record CategoryOptions(
            CategoryMissing missing,
            Encoding encoding,
            boolean dropFirst,
            double rareBelow,
            int maxLevels,
            Set<String> codes) {

        /** Largest share below which categories can count as rare. */
        public static final double MAX_RARE = 0.5;
        /** Smallest limit of categories. */
        public static final int MIN_LEVELS = 2;
        /** Largest limit of categories. */
        public static final int MAX_LEVELS = 10_000;

        /** Checks the bounds. */
        public CategoryOptions {
            Objects.requireNonNull(missing, "missing");
            Objects.requireNonNull(encoding, "encoding");
            codes = Set.copyOf(codes);
            if (!(rareBelow >= 0 && rareBelow <= MAX_RARE)) {
                throw new IllegalArgumentException("Share below which categories are rare is " + rareBelow
                        + ", but has to be from 0 to " + MAX_RARE + ".");
            }
            if (maxLevels < MIN_LEVELS || maxLevels > MAX_LEVELS) {
                throw new IllegalArgumentException("Limit of categories per column is " + maxLevels
                        + ", but has to be from " + MIN_LEVELS + " to " + MAX_LEVELS + ".");
            }
        }

        /**
         * Options by which numbers are never categories.
         *
         * @param missing what replaces a missing category
         * @param encoding how categories become numbers
         * @param dropFirst whether one-hot leaves out the first category
         * @param rareBelow share below which categories are put together
         * @param maxLevels most categories a column keeps
         */
        public CategoryOptions(
                CategoryMissing missing, Encoding encoding, boolean dropFirst, double rareBelow, int maxLevels) {
            this(missing, encoding, dropFirst, rareBelow, maxLevels, Set.of());
        }

        /**
         * The same with other columns of numbers that are categories.
         *
         * @param names the columns' names
         * @return new options
         */
        public CategoryOptions withCodes(Set<String> names) {
            return new CategoryOptions(missing, encoding, dropFirst, rareBelow, maxLevels, names);
        }
    }

    /** Checks that nothing is null. */
    public PreparationOptions {
        Objects.requireNonNull(numeric, "numeric");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(scaling, "scaling");
    }

    /** @return median, own category, one-hot with all levels (at most 50), z-score; ids left out */
    public static PreparationOptions defaults() {
        return new PreparationOptions(
                new NumericOptions(NumericMissing.MEDIAN, 0, false, false),
                new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0, 50),
                Scaling.Z_SCORE,
                true);
    }

    /**
     * The same with other numeric options.
     *
     * @param other the options
     * @return new options
     */
    public PreparationOptions withNumeric(NumericOptions other) {
        return new PreparationOptions(other, category, scaling, dropIds);
    }

    /**
     * The same with other category options.
     *
     * @param other the options
     * @return new options
     */
    public PreparationOptions withCategory(CategoryOptions other) {
        return new PreparationOptions(numeric, other, scaling, dropIds);
    }

    /**
     * The same with another scaling.
     *
     * @param other the scaling
     * @return new options
     */
    public PreparationOptions withScaling(Scaling other) {
        return new PreparationOptions(numeric, category, other, dropIds);
    }
}
