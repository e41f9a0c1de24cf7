package org.tessera.knime.prep;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.engine.prep.ColumnOptions;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.ScalingOptions;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.Settings;
import org.tessera.knime.prep.PreprocessorDialog.Categories;
import org.tessera.knime.prep.PreprocessorDialog.CategoryMissing;
import org.tessera.knime.prep.PreprocessorDialog.CategoryScale;
import org.tessera.knime.prep.PreprocessorDialog.Columns;
import org.tessera.knime.prep.PreprocessorDialog.Encoding;
import org.tessera.knime.prep.PreprocessorDialog.EncodingRef;
import org.tessera.knime.prep.PreprocessorDialog.IsConstant;
import org.tessera.knime.prep.PreprocessorDialog.IsLeaveOut;
import org.tessera.knime.prep.PreprocessorDialog.IsOneHot;
import org.tessera.knime.prep.PreprocessorDialog.IsUnscaled;
import org.tessera.knime.prep.PreprocessorDialog.MaxLevels;
import org.tessera.knime.prep.PreprocessorDialog.MaxRarePercent;
import org.tessera.knime.prep.PreprocessorDialog.MinLevels;
import org.tessera.knime.prep.PreprocessorDialog.NumberColumns;
import org.tessera.knime.prep.PreprocessorDialog.Numbers;
import org.tessera.knime.prep.PreprocessorDialog.NumericMissing;
import org.tessera.knime.prep.PreprocessorDialog.NumericMissingRef;
import org.tessera.knime.prep.PreprocessorDialog.Output;
import org.tessera.knime.prep.PreprocessorDialog.Scaling;
import org.tessera.knime.prep.PreprocessorDialog.ScalingRef;
import org.tessera.knime.prep.PreprocessorDialog.ScalingSection;
import org.tessera.knime.prep.PreprocessorDialog.Transformation;
import org.tessera.knime.prep.PreprocessorDialog.UsableColumns;

/** Options of the Segmentation Preprocessor. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class PreprocessorParameters implements NodeParameters {

    static final String READ_TEXTS = "Read numbers and dates written as text";
    static final String LEAVE_OUT_IDS = "Leave out row numbers and ids";
    static final String COLUMNS = "Columns to use";
    static final String LEAVE_OUT_TEXTS = "Leave out names and free text";
    static final String LEAVE_OUT_DETERMINED = "Leave out columns that follow from others";
    static final String KEEP = "Columns to keep";
    static final String CLUSTER_UNKNOWN = "Cluster customers of whom nothing is known";
    static final String MISSING_NUMBERS = "Missing numbers";
    static final String MISSING_CATEGORIES = "Missing categories";
    static final String CODES = "Numbers that are categories";
    static final String RARE_BELOW = "Rare below (%)";
    static final String MAX_CATEGORIES = "Maximum categories per column";
    static final String TRANSFORMATION = "Transformation of skewed numbers";
    static final String ENCODING = "Encoding";
    static final String SCALING = "Scaling";

    @Layout(Columns.class)
    @Widget(
            title = COLUMNS,
            description = "The columns that are turned into features: numbers, dates, times, texts and Booleans. All"
                    + " other columns stay in the table unchanged and can still describe the segments. Exclude"
                    + " outcomes that the segments are to be compared with. A date counts as days since 1970-01-01,"
                    + " with the time of day as a fraction, in UTC if it has a time zone; a time of day counts as"
                    + " hours since midnight, a duration as days. Default: all such columns.")
    @ChoicesProvider(UsableColumns.class)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(Columns.class)
    @Widget(
            title = READ_TEXTS,
            description = "Columns of texts such as \"$1,204.50\", \"12 kg\", \"2012-06-02\", \"5-Mar-2012\" or"
                    + " \"2:35 PM\", and of dates as whole numbers such as 20120602, are read where the whole column"
                    + " proves the format: all values in one format and"
                    + " unit, apart from \"N/A\" and the like, and up to 5 % others, which are missing then. A warning"
                    + " names the columns, and those that only look so. Turn it off to use texts as categories and"
                    + " numbers as they are. Default: on.")
    boolean m_readTexts = true;

    @Layout(Columns.class)
    @Widget(
            title = LEAVE_OUT_IDS,
            description = "Excludes columns in which nearly all values occur once and that look like an id, with or"
                    + " without missing values: texts; whole numbers without large gaps, or of one length like phone"
                    + " and card numbers, unless they are named as an amount; and whole numbers in a column named id,"
                    + " number, code and the like. A warning names them. Columns with a single value, or with values"
                    + " that differ by rounding only, are always excluded. Default: on.")
    boolean m_leaveOutIds = true;

    @Layout(Columns.class)
    @Widget(
            title = LEAVE_OUT_TEXTS,
            description = "Excludes columns of texts in which most values are rare, such as surnames, addresses and"
                    + " comments: fewer than a third of the customers have a value that half a percent of the"
                    + " customers share (in small tables five customers, or two). A warning names them. Turn it off to"
                    + " merge the rare values into \"(other)\" instead. Default: on.")
    boolean m_leaveOutTexts = true;

    @Layout(Columns.class)
    @Widget(
            title = LEAVE_OUT_DETERMINED,
            description = "Excludes columns that say nothing new, so that the same fact does not count twice: a code"
                    + " beside its name, the same number in other units, a total beside its parts. The relation has to"
                    + " hold exactly, up to rounding, in every row, and the same cells have to be missing. A city"
                    + " beside its country stays. Searched are 200 columns of numbers at a time. A warning names the"
                    + " columns. Default: on.")
    boolean m_leaveOutDetermined = true;

    @Layout(Columns.class)
    @Widget(
            title = KEEP,
            description = "Columns that are used although they look like ids or free text, vary by rounding only, or"
                    + " follow from others. Columns without any value, and with a single one, are still left out."
                    + " Default: none.")
    @ChoicesProvider(UsableColumns.class)
    ColumnFilter m_keep = new ColumnFilter();

    @Layout(Columns.class)
    @Widget(
            title = CLUSTER_UNKNOWN,
            description = "Customers of whom every used column is missing get features from replaced values, which"
                    + " makes them a segment of average customers. If turned off, they stay in the table without"
                    + " features and without a segment. Numbers that a constant replaces count as known. Default:"
                    + " off.")
    boolean m_clusterUnknown;

    @Layout(Numbers.class)
    @Widget(
            title = MISSING_NUMBERS,
            description = "The value that replaces a missing number. Choose the mean to reproduce older results, or a"
                    + " constant where missing stands for a known value such as 0. Default: Median.")
    @ValueReference(NumericMissingRef.class)
    NumericMissing m_numericMissing = NumericMissing.MEDIAN;

    @Layout(Numbers.class)
    @Widget(
            title = "Constant",
            description = "The number that replaces missing numbers, in the units of the column and the same for all"
                    + " columns. Default: 0.")
    @Effect(predicate = IsConstant.class, type = EffectType.SHOW)
    double m_numericConstant;

    @Layout(Numbers.class)
    @Widget(
            title = "Add a feature for missing numbers",
            description = "Adds a feature that is 1 where a number was missing, for each column with missing numbers."
                    + " Turn it on when the absence of a value is informative. Default: off.")
    @Effect(predicate = IsLeaveOut.class, type = EffectType.HIDE)
    boolean m_missingIndicator;

    @Layout(Numbers.class)
    @Widget(
            title = TRANSFORMATION,
            description = "How skewed columns, such as revenue, are transformed before scaling, so that a few large"
                    + " customers do not become segments of their own. Dates and times of day are not transformed, and"
                    + " segments are described in the columns' own units in any case. Choose None where absolute"
                    + " differences count. Default: Yeo-Johnson.")
    @ValueSwitchWidget
    Transformation m_transformation = Transformation.YEO_JOHNSON;

    @Layout(Categories.class)
    @Widget(
            title = CODES,
            description = "Columns whose numbers are codes, such as store numbers or postal codes: each number is a"
                    + " category, and all categories are equally far apart. Do not select amounts, counts, years or"
                    + " grades. Default: none.")
    @ChoicesProvider(NumberColumns.class)
    ColumnFilter m_numbersAsCategories = new ColumnFilter();

    @Layout(Categories.class)
    @Widget(
            title = MISSING_CATEGORIES,
            description = "The category that replaces a missing one. Choose the most frequent category if values are"
                    + " missing at random and say nothing about the customer. Default: Own category.")
    @ValueSwitchWidget
    CategoryMissing m_categoryMissing = CategoryMissing.OWN_CATEGORY;

    @Layout(Categories.class)
    @Widget(
            title = ENCODING,
            description = "How categories are encoded as numbers. Choose another encoding for columns with very many"
                    + " categories or with ordered categories. Default: One-hot.")
    @ValueSwitchWidget
    @ValueReference(EncodingRef.class)
    Encoding m_encoding = Encoding.ONE_HOT;

    @Layout(Categories.class)
    @Widget(
            title = "Drop the first category",
            description =
                    "Omits the feature of the first category, which follows from the others. Distances then weight the"
                            + " categories unequally: turn it on only for downstream models that require it, such as"
                            + " regressions. Default: off.",
            advanced = true)
    @Effect(predicate = IsOneHot.class, type = EffectType.SHOW)
    boolean m_dropFirst;

    @Layout(Categories.class)
    @Widget(
            title = RARE_BELOW,
            description = "Categories with a smaller share of the customers, in percent, from 0 to 50, are merged into"
                    + " \"(other)\". 0 keeps all categories; a few percent prevent rare categories from forming"
                    + " segments of their own. Default: 0.")
    @NumberInputWidget(
            minValidation = MinValidation.IsNonNegativeValidation.class,
            maxValidation = MaxRarePercent.class)
    double m_rareBelowPercent;

    @Layout(Categories.class)
    @Widget(
            title = MAX_CATEGORIES,
            description = "The maximum number of categories of a column, from 2 to 10,000. The rarest categories beyond"
                    + " it are merged into \"(other)\", so that a column of names or postal codes does not produce"
                    + " thousands of features. Raise it where each of many categories matters. Default: 50.",
            advanced = true)
    @NumberInputWidget(minValidation = MinLevels.class, maxValidation = MaxLevels.class)
    int m_maximumCategories = 50;

    @Layout(ScalingSection.class)
    @Widget(
            title = SCALING,
            description = "How numbers are scaled, so that all have equal weight in distances. Choose Robust where"
                    + " outliers compress the other values, and None only if all features share one unit. Default:"
                    + " Z-score.")
    @ValueSwitchWidget
    @ValueReference(ScalingRef.class)
    Scaling m_scaling = Scaling.Z_SCORE;

    @Layout(ScalingSection.class)
    @Widget(
            title = "Scale of categories",
            description = "How much a different category counts beside numbers. Choose Like numbers to reproduce older"
                    + " results. Default: Unit distance.")
    @ValueSwitchWidget
    @Effect(predicate = IsUnscaled.class, type = EffectType.HIDE)
    CategoryScale m_categoryScale = CategoryScale.UNIT_DISTANCE;

    @Layout(ScalingSection.class)
    @Widget(
            title = ColumnWeight.WEIGHTS,
            description = "Columns that are to count more or less than others. Default: none, all columns count 1.")
    @ArrayWidget(addButtonText = "Add weight", elementLayout = ArrayWidget.ElementLayout.HORIZONTAL_SINGLE_LINE)
    ColumnWeight[] m_weights = {};

    @Layout(Output.class)
    @Widget(
            title = "Append features",
            description =
                    "Appends the features to the table, to look at and for nodes that are not Tessera's. Tessera's"
                            + " nodes make them from the customers' own columns by the Preparation and do not read them"
                            + " from the table: turn it off for a narrow table. Default: on.")
    boolean m_appendFeatures = true;

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
        Settings.inRange(MAX_CATEGORIES, m_maximumCategories, CategoryOptions.MIN_LEVELS, CategoryOptions.MAX_LEVELS);
        Map<String, Double> weights = ColumnWeight.byColumn(m_weights);
        Settings.validate(() -> toOptions(Set.of(), Set.of(), weights));
    }

    /** The options, given the columns whose numbers are codes, those that are kept, and the weights of columns. */
    PreparationOptions toOptions(Set<String> codes, Set<String> keep, Map<String, Double> weights) {
        return new PreparationOptions(
                new NumericOptions(
                        PreparationOptions.NumericMissing.valueOf(m_numericMissing.name()),
                        m_numericConstant,
                        m_missingIndicator,
                        PreparationOptions.Transformation.valueOf(m_transformation.name())),
                new CategoryOptions(
                        PreparationOptions.CategoryMissing.valueOf(m_categoryMissing.name()),
                        PreparationOptions.Encoding.valueOf(m_encoding.name()),
                        m_dropFirst,
                        m_rareBelowPercent / 100,
                        m_maximumCategories,
                        codes),
                new ScalingOptions(
                        PreparationOptions.Scaling.valueOf(m_scaling.name()),
                        ScalingOptions.CategoryScale.valueOf(m_categoryScale.name()),
                        weights),
                ColumnOptions.defaults()
                        .withLeaveOutIds(m_leaveOutIds)
                        .withLeaveOutTexts(m_leaveOutTexts)
                        .withLeaveOutDetermined(m_leaveOutDetermined)
                        .withReadTexts(m_readTexts)
                        .withClusterUnknown(m_clusterUnknown)
                        .withKeep(keep));
    }
}
