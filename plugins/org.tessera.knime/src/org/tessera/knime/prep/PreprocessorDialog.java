package org.tessera.knime.prep;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.knime.kit.CustomerReader;

/** Sections, choices and their conditions in the dialog of the Segmentation Preprocessor. */
final class PreprocessorDialog {

    private PreprocessorDialog() {}

    @Section(title = "Columns")
    interface Columns {}

    @Section(title = "Numbers")
    @After(Columns.class)
    interface Numbers {}

    @Section(title = "Categories")
    @After(Numbers.class)
    interface Categories {}

    @Section(title = "Scaling")
    @After(Categories.class)
    interface ScalingSection {}

    @Section(title = "Output")
    @After(ScalingSection.class)
    interface Output {}

    static final class UsableColumns implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(DataColumnSpec column) {
            return CustomerReader.isUsable(column);
        }
    }

    static final class NumberColumns implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(DataColumnSpec column) {
            return CustomerReader.isNumeric(column);
        }
    }

    enum NumericMissing {
        @Label(value = "Mean", description = "The mean of the column.")
        MEAN,
        @Label(value = "Median", description = "The median of the column, which outliers do not affect.")
        MEDIAN,
        @Label(value = "Constant", description = "The number given below.")
        CONSTANT,
        @Label(
                value = "Leave row out",
                description = "Missing numbers are not replaced: customers with a missing number stay in the table, but"
                        + " get no features and no segment.")
        LEAVE_OUT
    }

    enum Transformation {
        @Label(value = "None", description = "Numbers stay as they are.")
        NONE,
        @Label(
                value = "Logarithm",
                description =
                        "The logarithm log(1 + x), for columns without negative numbers and with a skewness above 1.")
        LOG,
        @Label(
                value = "Yeo-Johnson",
                description = "A power that makes the column as symmetric as it can be, fitted to the column by maximum"
                        + " likelihood, if its skewness is above 1 or below -1. It works for negative numbers, too. A"
                        + " column that it makes no less skewed stays as it is.")
        YEO_JOHNSON
    }

    enum CategoryMissing {
        @Label(value = "Most frequent", description = "The most frequent category of the column.")
        MOST_FREQUENT,
        @Label(value = "Own category", description = "Missing values form a category of their own, \"(missing)\".")
        OWN_CATEGORY
    }

    enum Encoding {
        @Label(value = "One-hot", description = "One feature per category, with the values 0 and 1.")
        ONE_HOT,
        @Label(
                value = "Ordinal",
                description = "One feature: the rank of the category in sorted order, numbers by value. Only for"
                        + " categories that have an order.")
        ORDINAL,
        @Label(value = "Frequency", description = "One feature: the relative frequency of the category.")
        FREQUENCY
    }

    enum CategoryScale {
        @Label(
                value = "Unit distance",
                description = "Customers that differ in a category are at distance 1, however rare it is, as customers"
                        + " that differ by one standard deviation of a number: one-hot features are 0 or 0.71, a single"
                        + " one 0 or 1. Numbers with two values, such as 0 and 1, are categories; a missing one is"
                        + " treated by '" + PreprocessorParameters.MISSING_CATEGORIES + "', unless '"
                        + PreprocessorParameters.MISSING_NUMBERS + "' is a constant or"
                        + " leaves the row out. Ranks and frequencies are scaled as numbers, unless there are two of"
                        + " them only. If the first of several categories is dropped, it is at distance 0.71 from the"
                        + " others.")
        UNIT_DISTANCE,
        @Label(
                value = "Typical distance",
                description = "As Unit distance, but a different category counts 1.41 standard deviations, as much as"
                        + " two customers differ in a number on average. Choose it when categories matter as much as"
                        + " numbers.")
        TYPICAL_DISTANCE,
        @Label(
                value = "Like numbers",
                description = "Every one-hot feature is scaled like a number, so that rare categories are far from all"
                        + " others, and numbers with two values stay numbers.")
        LIKE_NUMBERS
    }

    enum Scaling {
        @Label(value = "Z-score", description = "Mean 0 and (population) standard deviation 1.")
        Z_SCORE,
        @Label(value = "Min-max", description = "Minimum 0 and maximum 1.")
        MIN_MAX,
        @Label(
                value = "Robust",
                description = "Median 0 and interquartile range 1; outliers do not compress the other values. A column"
                        + " with interquartile range 0 is divided by the range from the 5 % to the 95 % quantile, or a"
                        + " wider one if that is 0, too; a warning names it.")
        ROBUST,
        @Label(value = "None", description = "No scaling: columns with large values dominate every distance.")
        NONE
    }

    static final class NumericMissingRef implements ParameterReference<NumericMissing> {}

    static final class EncodingRef implements ParameterReference<Encoding> {}

    static final class ScalingRef implements ParameterReference<Scaling> {}

    static final class IsUnscaled implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(ScalingRef.class).isOneOf(Scaling.NONE);
        }
    }

    static final class IsConstant implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(NumericMissingRef.class).isOneOf(NumericMissing.CONSTANT);
        }
    }

    static final class IsLeaveOut implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(NumericMissingRef.class).isOneOf(NumericMissing.LEAVE_OUT);
        }
    }

    static final class IsOneHot implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(EncodingRef.class).isOneOf(Encoding.ONE_HOT);
        }
    }

    static final class MaxRarePercent extends MaxValidation {
        @Override
        protected double getMax() {
            return 100 * CategoryOptions.MAX_RARE_SHARE;
        }
    }

    static final class MinLevels extends MinValidation {
        @Override
        protected double getMin() {
            return CategoryOptions.MIN_LEVELS;
        }
    }

    static final class MaxLevels extends MaxValidation {
        @Override
        protected double getMax() {
            return CategoryOptions.MAX_LEVELS;
        }
    }
}
