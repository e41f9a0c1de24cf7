package org.tessera.engine.prep;

import java.util.Objects;
import java.util.Set;
import org.tessera.engine.prep.numbers.YeoJohnson;

/**
 * How source columns are turned into features.
 *
 * @param numeric imputation and transformation of numeric columns
 * @param category imputation and encoding of categorical columns
 * @param scaling how features are scaled and weighted
 * @param columns which columns are used, how their texts are read, and which rows get features
 */
public record PreparationOptions(
        NumericOptions numeric, CategoryOptions category, ScalingOptions scaling, ColumnOptions columns) {

    /** Imputation of a missing number. */
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

    /** Transformation of skewed numbers before they are scaled. Points in time are not transformed. */
    public enum Transformation {
        /** None. */
        NONE,
        /** log(1 + x) of columns without negative numbers and with a skewness above {@value NumericOptions#MIN_SKEWNESS}. */
        LOG,
        /**
         * {@link YeoJohnson} of columns with an absolute skewness above {@value NumericOptions#MIN_SKEWNESS} and more
         * than two values; a column that it makes no less skewed stays as it is.
         */
        YEO_JOHNSON
    }

    /** Imputation of a missing category. */
    public enum CategoryMissing {
        /** The most frequent category; of equally frequent ones the first in order. */
        MOST_FREQUENT,
        /** A category of its own. */
        OWN_CATEGORY
    }

    /** Encoding of categories as numbers. */
    public enum Encoding {
        /** One indicator (0 or 1) per category. */
        ONE_HOT,
        /** One feature: the category's index in the order of the levels, from 0. */
        ORDINAL,
        /** One feature: the category's share of the training rows. */
        FREQUENCY
    }

    /** Scaling of a number. A feature without spread becomes 0. */
    public enum Scaling {
        /** (x - mean) / population standard deviation. */
        Z_SCORE("z"),
        /** (x - min) / (max - min). */
        MIN_MAX("min-max"),
        /**
         * (x - median) / interquartile range. Where the interquartile range is 0, the range from the 5 % to the 95 %
         * quantile takes its place, or, if that is 0 too, from 1 % to 99 %, or from the minimum to the maximum.
         */
        ROBUST("robust"),
        /** No scaling. */
        NONE("prepared");

        private final String suffix;

        Scaling(String suffix) {
            this.suffix = suffix;
        }

        /** The suffix of a feature's name. */
        String suffix() {
            return suffix;
        }
    }

    /**
     * Imputation and transformation of numeric columns.
     *
     * @param missing imputation of a missing number
     * @param constant the number for {@link NumericMissing#CONSTANT}, finite
     * @param indicator whether a column with missing numbers also gets an indicator that is 1 where one is missing
     * @param transformation transformation of skewed columns
     */
    public record NumericOptions(
            NumericMissing missing, double constant, boolean indicator, Transformation transformation) {

        /** Absolute skewness above which a column counts as skewed. */
        public static final double MIN_SKEWNESS = 1.0;

        /** Checks the bounds. */
        public NumericOptions {
            Objects.requireNonNull(missing, "missing");
            Objects.requireNonNull(transformation, "transformation");
            if (!Double.isFinite(constant)) {
                throw new IllegalArgumentException(
                        "Constant for missing numbers is " + constant + ", but has to be finite.");
            }
        }
    }

    /**
     * Imputation and encoding of categorical columns.
     *
     * @param missing imputation of a missing category
     * @param encoding encoding of categories as numbers
     * @param dropFirst whether one-hot encoding leaves out the first category, which the others imply
     * @param rareBelow categories with a smaller share of the rows are merged into "(other)"; 0 keeps all, at most
     *     {@value #MAX_RARE_SHARE}
     * @param maxLevels largest number of levels of a column, "(other)" among them; the rarest categories are merged,
     *     {@value #MIN_LEVELS} to {@value #MAX_LEVELS}
     * @param codeColumns names of numeric columns that hold category codes, such as numbers of shops; names that are
     *     not in the table or hold no numbers are ignored
     */
    public record CategoryOptions(
            CategoryMissing missing,
            Encoding encoding,
            boolean dropFirst,
            double rareBelow,
            int maxLevels,
            Set<String> codeColumns) {

        /** Largest value of {@code rareBelow}. */
        public static final double MAX_RARE_SHARE = 0.5;
        /** Smallest value of {@code maxLevels}. */
        public static final int MIN_LEVELS = 2;
        /** Largest value of {@code maxLevels}. */
        public static final int MAX_LEVELS = 10_000;

        /** Checks the bounds. */
        public CategoryOptions {
            Objects.requireNonNull(missing, "missing");
            Objects.requireNonNull(encoding, "encoding");
            codeColumns = Set.copyOf(codeColumns);
            if (!(rareBelow >= 0 && rareBelow <= MAX_RARE_SHARE)) {
                throw new IllegalArgumentException("Share below which categories are rare is " + rareBelow
                        + ", but has to be from 0 to " + MAX_RARE_SHARE + ".");
            }
            if (maxLevels < MIN_LEVELS || maxLevels > MAX_LEVELS) {
                throw new IllegalArgumentException("Limit of categories per column is " + maxLevels
                        + ", but has to be from " + MIN_LEVELS + " to " + MAX_LEVELS + ".");
            }
        }

        /**
         * Options without numeric columns that hold category codes.
         *
         * @param missing imputation of a missing category
         * @param encoding encoding of categories as numbers
         * @param dropFirst whether one-hot encoding leaves out the first category
         * @param rareBelow share below which categories are merged
         * @param maxLevels largest number of levels of a column
         */
        public CategoryOptions(
                CategoryMissing missing, Encoding encoding, boolean dropFirst, double rareBelow, int maxLevels) {
            this(missing, encoding, dropFirst, rareBelow, maxLevels, Set.of());
        }

        /**
         * The same with other numeric columns that hold category codes.
         *
         * @param names the columns' names
         * @return new options
         */
        public CategoryOptions withCodeColumns(Set<String> names) {
            return new CategoryOptions(missing, encoding, dropFirst, rareBelow, maxLevels, names);
        }
    }

    /** Checks that nothing is null. */
    public PreparationOptions {
        Objects.requireNonNull(numeric, "numeric");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(scaling, "scaling");
        Objects.requireNonNull(columns, "columns");
    }

    /**
     * The defaults.
     *
     * @return median, Yeo-Johnson, own category, one-hot with all levels (at most 50), {@link ScalingOptions#defaults()},
     *     {@link ColumnOptions#defaults()}
     */
    public static PreparationOptions defaults() {
        return new PreparationOptions(
                new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.YEO_JOHNSON),
                new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0, 50),
                ScalingOptions.defaults(),
                ColumnOptions.defaults());
    }

    /**
     * The same with other numeric options.
     *
     * @param other the options
     * @return new options
     */
    public PreparationOptions withNumeric(NumericOptions other) {
        return new PreparationOptions(other, category, scaling, columns);
    }

    /**
     * The same with other category options.
     *
     * @param other the options
     * @return new options
     */
    public PreparationOptions withCategory(CategoryOptions other) {
        return new PreparationOptions(numeric, other, scaling, columns);
    }

    /**
     * The same with other options of scaling.
     *
     * @param other the options
     * @return new options
     */
    public PreparationOptions withScaling(ScalingOptions other) {
        return new PreparationOptions(numeric, category, other, columns);
    }

    /**
     * The same with another scaling of numbers.
     *
     * @param other the scaling
     * @return new options
     */
    public PreparationOptions withScaling(Scaling other) {
        return withScaling(scaling.withMethod(other));
    }

    /**
     * The same with another choice of columns.
     *
     * @param other the options
     * @return new options
     */
    public PreparationOptions withColumns(ColumnOptions other) {
        return new PreparationOptions(numeric, category, scaling, other);
    }
}
