package org.tessera.knime.select;

import java.util.Arrays;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.select.Guards;
import org.tessera.engine.select.SelectionOptions;
import org.tessera.knime.cluster.TrainingSpec;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.KeepFeatures;
import org.tessera.knime.kit.MetricTexts;
import org.tessera.knime.kit.Settings;
import org.tessera.knime.why.WhyChoice;

/**
 * Options of the nodes that select among segmentations, which repeat {@code @LoadDefaultsForAbsentFields}: KNIME does not
 * inherit it. The field names are stored in workflows and never change.
 */
@LoadDefaultsForAbsentFields
public class SelectionParameters implements NodeParameters {

    static final String SEGMENT_COLUMN = TrainingSpec.SEGMENT_COLUMN;

    /** The section of metrics and ties. */
    @Section(title = "Selection")
    public interface SelectionSection {}

    @Section(title = "Guards")
    @After(SelectionSection.class)
    interface GuardsSection {}

    @Section(title = "Output")
    @After(GuardsSection.class)
    interface Output {}

    static final class MetricChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(NodeParametersInput input) {
            return MetricTexts.choices(Metrics.forSelection());
        }
    }

    static final class LargestTie extends MaxValidation {
        @Override
        protected double getMax() {
            return 100 * SelectionOptions.MAX_TIE;
        }
    }

    static final class SilhouetteMin extends MinValidation {
        @Override
        protected double getMin() {
            return Silhouette.METRIC.info().range().lowest();
        }
    }

    static final class SilhouetteMax extends MaxValidation {
        @Override
        protected double getMax() {
            return Silhouette.METRIC.info().range().highest();
        }
    }

    @Layout(SelectionSection.class)
    @Widget(
            title = "Metric",
            description = "The metric that decides which segmentation is the best; the description of the node says"
                    + " what each of them measures and which way is better. Silhouette favors compact segments that"
                    + " are far from each other; Davies-Bouldin and Calinski-Harabasz index are the quickest for many"
                    + " customers. Default: Silhouette.")
    @ChoicesProvider(MetricChoices.class)
    String m_metric = Silhouette.METRIC.info().id();

    @Layout(SelectionSection.class)
    @Widget(
            title = "Metrics in the leaderboard",
            description = "The metrics that have a column in the leaderboard, at least one. The metric that decides has"
                    + " one, too, behind them if it is not among them. Default: Silhouette, Davies-Bouldin index,"
                    + " Calinski-Harabasz index.",
            advanced = true)
    @ChoicesProvider(MetricChoices.class)
    @TwinlistWidget
    String[] m_leaderboardMetrics = MetricTexts.ids(SelectionOptions.OTHERS).toArray(String[]::new);

    @Layout(SelectionSection.class)
    @Widget(
            title = "Tie within (%)",
            description = "Segmentations whose metric is within this many percent of the best one, from 0 to 50, count"
                    + " as equally good, and so do estimated silhouettes within the standard error of their"
                    + " difference; among them the one with the fewest segments wins, because it is easier to"
                    + " use. Raise it to prefer fewer segments more strongly. Default: 1.",
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = LargestTie.class)
    double m_tiePercent = 100 * SelectionOptions.TIE;

    @Layout(SelectionSection.class)
    @Widget(
            title = "Exact silhouette up to (customers)",
            description = "Up to this many customers, at least 2, the silhouette and other metrics that compare all"
                    + " pairs of customers are exact, in time that grows with the square of their number. With more"
                    + " customers, the silhouette is estimated from a sample of every segment; metrics that cannot be"
                    + " estimated, such as the Dunn index, cannot decide. Raise it when candidates are nearly equal."
                    + " Default: 20,000.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.LeastExact.class)
    int m_exactUpTo = MetricOptions.EXACT_UP_TO;

    @Layout(GuardsSection.class)
    @Widget(
            title = "Smallest segment at least (%)",
            description = "Segmentations with a segment of a smaller share of the customers, in percent, from 0 to"
                    + " 100, are set aside: a few outliers beside one large segment score high, but are of no"
                    + " use. Lower it when small segments matter. Default: 2.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.AtMostAll.class)
    double m_smallestSharePercent = 100 * Guards.MINIMUM_SHARE;

    @Layout(GuardsSection.class)
    @Widget(
            title = "Largest segment at most (%)",
            description = "Segmentations with a segment of a larger share of the customers, in percent, from 0 to 100,"
                    + " are set aside: they say little more than that nearly all customers are alike. Raise it, 100"
                    + " for no limit, to find a small group among all customers. Default: 90.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.AtMostAll.class)
    double m_largestSharePercent = 100 * Guards.MAXIMUM_SHARE;

    @Layout(GuardsSection.class)
    @Widget(
            title = "Noise at most (%)",
            description = "Segmentations that leave a larger share of the customers as noise, in percent, from 0 to"
                    + " 100, are set aside. Noise below the limit counts as silhouette 0 in the comparison, so that"
                    + " leaving out difficult customers gains nothing; the other metrics leave it out, so lower the"
                    + " limit when one of them decides. Raise it to search for outliers. Default: 20.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.AtMostAll.class)
    double m_largestNoisePercent = 100 * Guards.MAXIMUM_NOISE;

    @Layout(GuardsSection.class)
    @Widget(
            title = "Silhouette of worst segment at least",
            description = "Segmentations with a segment whose mean silhouette is lower, from -1 to 1, are set aside."
                    + " Below 0 the customers of a segment are on average nearer to another one, which the mean over"
                    + " all segments can hide. An estimate counts as lower only beyond its standard error. Raise it to"
                    + " ask for clearer segments; -1 for no limit. Default: 0.")
    @NumberInputWidget(minValidation = SilhouetteMin.class, maxValidation = SilhouetteMax.class)
    double m_worstSilhouette = Guards.MINIMUM_SILHOUETTE;

    @Layout(GuardsSection.class)
    @Widget(
            title = "Set aside copies of a column",
            description = "Segmentations are set aside that say no more than one column of the customers, such as"
                    + " gender, or a number cut at some values while no other column differs between the segments, or"
                    + " than two columns of few values crossed. Measured by the adjusted Rand index, from 0.95 on, of"
                    + " the segments and their best guess from the column, where a missing value is a value, too. Only"
                    + " the columns that the segmentation uses are compared, if there are more than that one, for a"
                    + " number or two columns at least three. Turn it off if the column is what you want to segment"
                    + " by. Default: on.")
    boolean m_distinctFromColumns = true;

    @Layout(Output.class)
    @Widget(
            title = SEGMENT_COLUMN,
            description = "Name of the new column with each customer's segment. A name that the table already has is"
                    + " refused, such as that of an earlier segmentation: choose another one. Default: Segment.")
    String m_segmentColumn = "Segment";

    @Layout(Output.class)
    @Widget(
            title = WhyChoice.TITLE,
            description = WhyChoice.DESCRIPTION + " The runner-up has a column, too. Default: No.")
    @ValueSwitchWidget
    WhyChoice m_why = WhyChoice.NONE;

    @Layout(Output.class)
    @Widget(title = KeepFeatures.TITLE, description = KeepFeatures.DESCRIPTION, advanced = true)
    boolean m_keepFeatures;

    @Override
    public void validate() throws InvalidSettingsException {
        List<String> known = MetricTexts.ids(Metrics.forSelection());
        Settings.oneOf("Metric", m_metric, known);
        Settings.someOf("Metrics in the leaderboard", m_leaderboardMetrics, known);
        Settings.requireName(SEGMENT_COLUMN, m_segmentColumn);
        Settings.inRange("Tie within (%)", m_tiePercent, 0, 100 * SelectionOptions.MAX_TIE);
        Settings.inRange(
                "Exact silhouette up to (customers)", m_exactUpTo, MetricOptions.MIN_EXACT_UP_TO, Integer.MAX_VALUE);
        Settings.inRange("Smallest segment at least (%)", m_smallestSharePercent, 0, 100);
        Settings.inRange("Largest segment at most (%)", m_largestSharePercent, 0, 100);
        Settings.inRange("Noise at most (%)", m_largestNoisePercent, 0, 100);
        Settings.inRange("Silhouette of worst segment at least", m_worstSilhouette, -1, 1);
        Settings.validate(this::toOptions);
    }

    /** @return metric, guards and ties */
    public SelectionOptions toOptions() {
        return new SelectionOptions(
                Metrics.byId(m_metric),
                Arrays.stream(m_leaderboardMetrics).map(Metrics::byId).toList(),
                guards(),
                m_tiePercent / 100,
                m_exactUpTo,
                Distance.EUCLIDEAN);
    }

    /** @return the name of the column that holds the segments */
    public final String segmentColumn() {
        return m_segmentColumn;
    }

    /** @return whether runner-up and reasons are appended */
    public final WhyChoice why() {
        return m_why;
    }

    /** @return whether the features of a Preprocessor stay in the table */
    public final boolean keepFeatures() {
        return m_keepFeatures;
    }

    private Guards guards() {
        return new Guards(
                m_smallestSharePercent / 100,
                m_largestSharePercent / 100,
                m_largestNoisePercent / 100,
                m_worstSilhouette,
                m_distinctFromColumns);
    }
}
