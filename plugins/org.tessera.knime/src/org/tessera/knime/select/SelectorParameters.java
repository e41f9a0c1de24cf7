package org.tessera.knime.select;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.tessera.engine.choose.stability.StabilityReport;
import org.tessera.engine.select.SelectionOptions;
import org.tessera.engine.select.StabilityRule;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;
import org.tessera.knime.stability.StabilityChoice;

/** Options of the Best Segmentation Selector. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
public final class SelectorParameters extends SelectionParameters {

    private static final String LEAST_JACCARD = "Jaccard index of least stable segment at least";

    @Section(title = "Stability")
    @Inside(SelectionParameters.class)
    @After(GuardsSection.class)
    @Before(Output.class)
    interface StabilitySection {}

    enum RankBy {
        @Label(value = "Metric", description = "The metric decides; stability is shown, and its guards apply.")
        METRIC,
        @Label(
                value = "Stability",
                description =
                        "The gain in stability decides: how much more the segments of halves of the customers agree"
                                + " than without segments.")
        STABILITY
    }

    static final class Highest extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    @Layout(StabilitySection.class)
    @Widget(
            title = StabilityChoice.TITLE,
            description =
                    "Measures how far the segments are found again in parts of the customers, beside what the same"
                            + " algorithm reaches on tables without segments, which have the same distributions and correlations."
                            + " The leaderboard shows it, and the options below take it into account. Every algorithm runs more"
                            + " than a hundred times. Default: None.")
    @ValueSwitchWidget
    @ValueReference(StabilityChoice.Ref.class)
    StabilityChoice m_stability = StabilityChoice.NONE;

    @Layout(StabilitySection.class)
    @Widget(
            title = "Rank by",
            description = "What decides which segmentation is the best. Choose Stability to find the number of segments"
                    + " that other customers would give again. Default: Metric.")
    @ValueSwitchWidget
    @Effect(predicate = StabilityChoice.Measured.class, type = EffectType.SHOW)
    RankBy m_rankBy = RankBy.METRIC;

    @Layout(StabilitySection.class)
    @Widget(
            title = LEAST_JACCARD,
            description =
                    "Segmentations with a segment whose mean Jaccard index in the resamples is lower, from 0 to 1,"
                            + " are set aside. Below 0.5 a segment is dissolved, up to 0.75 it is doubtful which customers belong"
                            + " to it. Raise it to ask for segments that hold; 0 for no limit. Default: 0.5.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Highest.class)
    @Effect(predicate = StabilityChoice.Measured.class, type = EffectType.SHOW)
    double m_leastJaccard = StabilityRule.MINIMUM_JACCARD;

    @Layout(StabilitySection.class)
    @Widget(
            title = "More stable than without segments",
            description =
                    "Sets segmentations aside whose halves agree no more than those of tables without segments. Such"
                            + " segments may still be of use as a division of customers that differ by degrees. Turn it on when"
                            + " they are meant as groups that exist. Default: off.")
    @Effect(predicate = StabilityChoice.Measured.class, type = EffectType.SHOW)
    boolean m_moreStableThanWithout;

    @Layout(StabilitySection.class)
    @Widget(title = StabilityReport.Options.RESAMPLES, description = StabilityChoice.RESAMPLES_DESCRIPTION)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = StabilityChoice.MostResamples.class)
    @Effect(predicate = StabilityChoice.Measured.class, type = EffectType.SHOW)
    int m_resamples = StabilityReport.Options.defaults().resamples();

    @Layout(StabilitySection.class)
    @Widget(title = StabilityReport.Options.MAX_ROWS, description = StabilityChoice.ROWS_DESCRIPTION, advanced = true)
    @NumberInputWidget(minValidation = StabilityChoice.LeastRows.class)
    @Effect(predicate = StabilityChoice.Measured.class, type = EffectType.SHOW)
    int m_stabilityRows = StabilityReport.Options.defaults().maxRows();

    @Layout(StabilitySection.class)
    @Widget(
            title = "Seed",
            description = "Seed of the random samples for stability, any whole number. Default: 1.",
            advanced = true)
    @Effect(predicate = StabilityChoice.Measured.class, type = EffectType.SHOW)
    long m_seed = 1;

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        Settings.inRange(LEAST_JACCARD, m_leastJaccard, 0, 1);
        StabilityChoice.validate(m_resamples, m_stabilityRows);
    }

    /** How much stability is measured, if it is. */
    StabilityReport.Options toStabilityOptions() {
        return new StabilityReport.Options(m_resamples, m_stabilityRows);
    }

    @Override
    public SelectionOptions toOptions() {
        SelectionOptions options = super.toOptions();
        return m_stability.isMeasured()
                ? options.withStability(
                        new StabilityRule(m_rankBy == RankBy.STABILITY, m_leastJaccard, m_moreStableThanWithout))
                : options;
    }
}
