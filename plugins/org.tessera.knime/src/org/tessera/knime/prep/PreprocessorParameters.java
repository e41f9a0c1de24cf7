package org.tessera.knime.prep;

import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.Settings;

/** Options of the Segmentation Preprocessor. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class PreprocessorParameters implements NodeParameters {

    static final String LEAVE_OUT_IDS = "Leave out row numbers and ids";
    static final String MISSING_NUMBERS = "Missing numbers";
    static final String MISSING_CATEGORIES = "Missing categories";
    static final String CODES = "Numbers that are categories";
    static final String RARE_BELOW = "Rare below (%)";
    static final String MOST_CATEGORIES = "Most categories per column";

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
        @Label(value = "Median", description = "The median of the column; outliers do not move it.")
        MEDIAN,
        @Label(value = "Constant", description = "A number of your choice.")
        CONSTANT,
        @Label(
                value = "Leave row out",
                description = "Nothing: customers with a missing number stay in the table, but get no features and no"
                        + " segment.")
        LEAVE_OUT
    }

    enum CategoryMissing {
        @Label(value = "Most frequent", description = "The most frequent category of the column.")
        MOST_FREQUENT,
        @Label(value = "Own category", description = "Missing is a category of its own, \"(missing)\".")
        OWN_CATEGORY
    }

    enum Encoding {
        @Label(value = "One-hot", description = "One feature of 0 and 1 per category.")
        ONE_HOT,
        @Label(
                value = "Ordinal",
                description = "One feature: the place of the category in the sorted order, numbers by size. For"
                        + " categories with an order only.")
        ORDINAL,
        @Label(value = "Frequency", description = "One feature: the share of the customers with that category.")
        FREQUENCY
    }

    enum Scaling {
        @Label(value = "Z-score", description = "Mean 0 and (population) standard deviation 1.")
        Z_SCORE,
        @Label(value = "Min-max", description = "Smallest value 0, largest 1.")
        MIN_MAX,
        @Label(value = "Robust", description = "Median 0 and interquartile range 1; outliers do not squeeze the rest.")
        ROBUST,
        @Label(value = "None", description = "As it is: columns in large units dominate every distance.")
        NONE
    }

    static final class NumericMissingRef implements ParameterReference<NumericMissing> {}

    static final class EncodingRef implements ParameterReference<Encoding> {}

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

    @Layout(Columns.class)
    @Widget(
            title = "Columns to use",
            description = "The customers' columns that become features: numbers, dates, times, texts and Booleans. All"
                    + " others stay in the table untouched, and can still describe the segments. Leave out"
                    + " outcomes that the segments are to be compared with. A date counts as its days since"
                    + " 1970-01-01, with the time of day as a fraction, in UTC if it has a time zone; a time of day"
                    + " as hours since midnight, a duration as days. Default: all such columns.")
    @ChoicesProvider(UsableColumns.class)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(Columns.class)
    @Widget(
            title = LEAVE_OUT_IDS,
            description = "Leaves out columns in which every value occurs once and that look like an id: texts,"
                    + " whole numbers without large gaps, and whole numbers in a column named id. A warning"
                    + " names them. Columns with one value only are always left out. Turn it off if such a"
                    + " column is a measurement. Default: on.")
    boolean m_leaveOutIds = true;

    @Layout(Numbers.class)
    @Widget(
            title = MISSING_NUMBERS,
            description = "What replaces a missing number. Take the mean to repeat older results, a constant where"
                    + " missing means a known value such as 0. Default: Median.")
    @ValueReference(NumericMissingRef.class)
    NumericMissing m_numericMissing = NumericMissing.MEDIAN;

    @Layout(Numbers.class)
    @Widget(
            title = "Constant",
            description = "The number that replaces missing numbers, in the column's own unit, the same for all"
                    + " columns. Default: 0.")
    @Effect(predicate = IsConstant.class, type = EffectType.SHOW)
    double m_numericConstant;

    @Layout(Numbers.class)
    @Widget(
            title = "Add a feature for missing numbers",
            description = "Adds a feature that is 1 where a number was missing, for each column with missing"
                    + " numbers. Turn it on when being unknown says something about a customer. Default: off.")
    @Effect(predicate = IsLeaveOut.class, type = EffectType.HIDE)
    boolean m_missingIndicator;

    @Layout(Numbers.class)
    @Widget(
            title = "Logarithm of skewed columns",
            description = "Turns columns without negative numbers and with a skewness above 1, such as revenue,"
                    + " into log(1 + x) before scaling. Turn it on when a few large customers make up the"
                    + " segments. Default: off.")
    boolean m_logSkewed;

    @Layout(Categories.class)
    @Widget(
            title = CODES,
            description = "Columns to use whose numbers only name something, such as numbers of shops or postcodes:"
                    + " each number is a category, and no number is nearer to another one than a third."
                    + " Leave amounts, counts, years and grades as they are. Default: none.")
    @ChoicesProvider(NumberColumns.class)
    ColumnFilter m_numbersAsCategories = new ColumnFilter();

    @Layout(Categories.class)
    @Widget(
            title = MISSING_CATEGORIES,
            description = "What replaces a missing category. Take the most frequent one if missing is an accident"
                    + " that says nothing about the customer. Default: Own category.")
    @ValueSwitchWidget
    CategoryMissing m_categoryMissing = CategoryMissing.OWN_CATEGORY;

    @Layout(Categories.class)
    @Widget(
            title = "Encoding",
            description = "How categories become numbers. Take another one where a column has very many categories,"
                    + " or categories with an order. Default: One-hot.")
    @ValueSwitchWidget
    @ValueReference(EncodingRef.class)
    Encoding m_encoding = Encoding.ONE_HOT;

    @Layout(Categories.class)
    @Widget(
            title = "Drop the first category",
            description = "Leaves out the feature of the first category, which the others imply. Distances then"
                    + " weigh categories unequally: turn it on only for models behind the segmentation that"
                    + " need it, such as regressions. Default: off.",
            advanced = true)
    @Effect(predicate = IsOneHot.class, type = EffectType.SHOW)
    boolean m_dropFirst;

    @Layout(Categories.class)
    @Widget(
            title = RARE_BELOW,
            description = "Categories with a smaller share of the customers, in percent, from 0 to 50, are put"
                    + " together into \"(other)\". 0 keeps all; a few percent keep rare categories from making"
                    + " segments of their own. Default: 0.")
    @NumberInputWidget(
            minValidation = MinValidation.IsNonNegativeValidation.class,
            maxValidation = MaxRarePercent.class)
    double m_rareBelowPercent;

    @Layout(Categories.class)
    @Widget(
            title = MOST_CATEGORIES,
            description = "Of a column with more categories than this, from 2 to 10,000, the rarest are put"
                    + " together into \"(other)\", so that a column of names or postcodes does not give thousands"
                    + " of features. Raise it where each of many categories matters. Default: 50.",
            advanced = true)
    @NumberInputWidget(minValidation = MinLevels.class, maxValidation = MaxLevels.class)
    int m_maxCategories = 50;

    @Layout(ScalingSection.class)
    @Widget(
            title = "Scaling",
            description = "How every feature is scaled, so that all count alike in distances. Take Robust where"
                    + " outliers squeeze the rest, None only if the features are in one unit. Default: Z-score.")
    @ValueSwitchWidget
    Scaling m_scaling = Scaling.Z_SCORE;

    PreprocessorParameters() {}

    PreprocessorParameters(NodeParametersInput input) {
        List<DataColumnSpec> usable =
                input.getInTableSpec(0).map(CustomerReader::usable).orElse(List.of());
        m_columns = new ColumnFilter(usable).withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.finite("Constant", m_numericConstant);
        Settings.inRange(RARE_BELOW, m_rareBelowPercent, 0, 100 * CategoryOptions.MAX_RARE_SHARE);
        Settings.inRange(MOST_CATEGORIES, m_maxCategories, CategoryOptions.MIN_LEVELS, CategoryOptions.MAX_LEVELS);
        Settings.validate(() -> toOptions(Set.of()));
    }

    /** The options, with the names of the columns of numbers that are categories. */
    PreparationOptions toOptions(Set<String> codes) {
        return new PreparationOptions(
                new NumericOptions(
                        PreparationOptions.NumericMissing.valueOf(m_numericMissing.name()),
                        m_numericConstant,
                        m_missingIndicator,
                        m_logSkewed),
                new CategoryOptions(
                        PreparationOptions.CategoryMissing.valueOf(m_categoryMissing.name()),
                        PreparationOptions.Encoding.valueOf(m_encoding.name()),
                        m_dropFirst,
                        m_rareBelowPercent / 100,
                        m_maxCategories,
                        codes),
                PreparationOptions.Scaling.valueOf(m_scaling.name()),
                m_leaveOutIds);
    }
}
