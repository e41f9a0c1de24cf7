package org.tessera.knime.match;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.engine.match.MatchOptions;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.Settings;

/** Options of the Segment Matcher. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class MatcherParameters implements NodeParameters {

    @Section(title = "Columns")
    interface Columns {}

    @Section(title = "Thresholds")
    @After(Columns.class)
    interface Thresholds {}

    static final class AtLeastHalf extends MinValidation {
        @Override
        protected double getMin() {
            return 50;
        }
    }

    static final class AtMostHalf extends MaxValidation {
        @Override
        protected double getMax() {
            return 50;
        }
    }

    @Layout(Columns.class)
    @Widget(title = SegmentColumnChoice.TITLE, description = SegmentColumnChoice.DESCRIPTION)
    @ChoicesProvider(SegmentColumnChoice.Columns.class)
    @OptionalWidget(defaultProvider = SegmentColumnChoice.Last.class)
    Optional<String> m_segmentColumn = Optional.empty();

    @Layout(Columns.class)
    @Widget(
            title = "Column with the earlier segments",
            description = "A column that says in which segment of the earlier model each customer was then, for"
                    + " example joined by the customers' keys; missing for those who were not there yet. Without it,"
                    + " the earlier model assigns today's customers, and the places of the segments decide, too."
                    + " Default: none.")
    @ChoicesProvider(SegmentColumnChoice.Columns.class)
    @OptionalWidget(defaultProvider = SegmentColumnChoice.Last.class)
    Optional<String> m_earlierColumn = Optional.empty();

    @Layout(Columns.class)
    @Widget(
            title = "Append why customers moved",
            description =
                    "Appends for each customer who moved what changed, the customer or the segments, and a sentence"
                            + " with the columns that decide for today's segment against the one that continues the earlier one."
                            + " It takes the columns of both models, and about as long as assigning the customers twice. Default: off.")
    boolean m_why;

    @Layout(Thresholds.class)
    @Widget(
            title = "Smallest overlap (%)",
            description =
                    "A segment survives where at least this share of its customers, in percent, from 50 to 100, is"
                            + " in one of today's segments, and splits where it is in several together. Raise it to call"
                            + " fewer segments the same. Default: 50.")
    @NumberInputWidget(minValidation = AtLeastHalf.class, maxValidation = Bounds.AtMostAll.class)
    double m_overlapPercent = 100 * MatchOptions.defaults().overlap();

    @Layout(Thresholds.class)
    @Widget(
            title = "Smallest part of a split (%)",
            description = "One of today's segments is a part of a split where it has at least this share of the earlier"
                    + " segment's customers, in percent, from 1 to 50. Lower it to see smaller parts. Default: 20.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = AtMostHalf.class)
    double m_partPercent = 100 * MatchOptions.defaults().part();

    @Layout(Thresholds.class)
    @Widget(
            title = "Smallest growth (%)",
            description = "A segment grows or shrinks where its share of all customers changes by at least this part of"
                    + " itself, in percent, from 1 to 100, and by more than chance. Raise it to hear of large"
                    + " changes only. Default: 20.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = Bounds.AtMostAll.class)
    double m_growthPercent = 100 * MatchOptions.defaults().change();

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.inRange("Smallest overlap (%)", m_overlapPercent, 50, 100);
        Settings.inRange("Smallest part of a split (%)", m_partPercent, 1, 50);
        Settings.inRange("Smallest growth (%)", m_growthPercent, 1, 100);
    }

    MatchOptions toOptions() {
        return new MatchOptions(
                m_overlapPercent / 100,
                m_partPercent / 100,
                m_growthPercent / 100,
                MatchOptions.defaults().level());
    }
}
