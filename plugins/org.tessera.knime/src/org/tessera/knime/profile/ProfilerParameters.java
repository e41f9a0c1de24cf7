package org.tessera.knime.profile;

import java.util.Optional;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.Settings;

/** Options of the Segment Profiler. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class ProfilerParameters implements NodeParameters {

    @Section(title = "Columns")
    interface Columns {}

    @Section(title = "Descriptions")
    @After(Columns.class)
    interface Descriptions {}

    @Section(title = "Names")
    @After(Descriptions.class)
    interface Names {}

    static final class UsableColumns implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(DataColumnSpec column) {
            return CustomerReader.isUsable(column);
        }
    }

    static final class MaxCategories extends MaxValidation {
        @Override
        protected double getMax() {
            return ProfileOptions.MAX_LEVELS;
        }
    }

    static final class MaxColumns extends MaxValidation {
        @Override
        protected double getMax() {
            return ProfileOptions.MAX_SENTENCE_COLUMNS;
        }
    }

    static final class MaxEffect extends MaxValidation {
        @Override
        protected double getMax() {
            return ProfileOptions.MAX_EFFECT;
        }
    }

    static final class MaxConditions extends MaxValidation {
        @Override
        protected double getMax() {
            return ProfileOptions.MAX_RULE_CONDITIONS;
        }
    }

    @Layout(Columns.class)
    @Widget(title = SegmentColumnChoice.TITLE, description = SegmentColumnChoice.DESCRIPTION)
    @ChoicesProvider(SegmentColumnChoice.Columns.class)
    @OptionalWidget(defaultProvider = SegmentColumnChoice.Last.class)
    Optional<String> m_segmentColumn = Optional.empty();

    @Layout(Columns.class)
    @Widget(
            title = "Columns to describe segments by",
            description = "The columns that describe the segments: numbers, dates, times, texts and Booleans, including"
                    + " columns that the clustering did not use, such as an outcome. Prepared features and the"
                    + " segment column are never among them, nor are ids and free text that the Preparation left out,"
                    + " even if they are selected. Exclude columns that nobody acts on. Default: all columns.")
    @ChoicesProvider(UsableColumns.class)
    ColumnFilter m_columns = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(Columns.class)
    @Widget(
            title = "Categories per column",
            description =
                    "The maximum number of categories listed per column, the most frequent first, from 1 to 1,000;"
                            + " categories by which a segment stands out are listed as well. Default: 10.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxCategories.class)
    int m_categories = ProfileOptions.defaults().levels();

    @Layout(Descriptions.class)
    @Widget(
            title = "Columns per sentence",
            description = "The maximum number of facts told in the sentence about a segment, the strongest first, from"
                    + " 0 to 10; columns that say the same count once. Lower it for headlines. Default: 4.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MaxColumns.class)
    int m_sentenceColumns = ProfileOptions.defaults().sentenceColumns();

    @Layout(Descriptions.class)
    @Widget(
            title = "Minimum effect",
            description = "The minimum difference between a segment and all customers, in standard deviations, for a"
                    + " column to be named in the sentence, from 0 to 10; 0.2 is a small, 0.5 a medium and 0.8 a large"
                    + " effect. Raise it to name strong differences only. Default: 0.3.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MaxEffect.class)
    double m_minimumEffect = ProfileOptions.defaults().minimumEffect();

    @Layout(Descriptions.class)
    @Widget(
            title = "Conditions per rule",
            description = "The maximum number of conditions in the rule of a segment, such as \"Age >= 44 and Home ="
                    + " owner or rent\", from 0 to 4; 0 gives no rules. Each is on another column. More conditions fit better"
                    + " and are harder to remember. Rules that cover less than 30 % of a segment are not offered."
                    + " Default: 4.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MaxConditions.class)
    int m_ruleConditions = ProfileOptions.defaults().ruleConditions();

    @Layout(Names.class)
    @Widget(
            title = SegmentName.NAMES,
            description = "What segments are to be called instead of the suggested names, for names that the business"
                    + " knows. Default: none, every segment keeps its name or gets the suggested one.")
    @ArrayWidget(addButtonText = "Add name", elementLayout = ArrayWidget.ElementLayout.HORIZONTAL_SINGLE_LINE)
    SegmentName[] m_names = {};

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Categories per column", m_categories, 1, ProfileOptions.MAX_LEVELS);
        Settings.inRange("Columns per sentence", m_sentenceColumns, 0, ProfileOptions.MAX_SENTENCE_COLUMNS);
        Settings.inRange("Minimum effect", m_minimumEffect, 0, ProfileOptions.MAX_EFFECT);
        Settings.inRange("Conditions per rule", m_ruleConditions, 0, ProfileOptions.MAX_RULE_CONDITIONS);
        SegmentName.validate(m_names);
        Settings.validate(this::toOptions);
    }

    ProfileOptions toOptions() {
        return new ProfileOptions(m_categories, m_sentenceColumns, m_minimumEffect, m_ruleConditions);
    }
}
