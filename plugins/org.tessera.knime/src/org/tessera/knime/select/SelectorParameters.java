package org.tessera.knime.select;

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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.select.SelectionOptions;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;

/** Options of the Best Segmentation Selector. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class SelectorParameters implements NodeParameters {

    static final String SEGMENT_COLUMN = "Segment column";

    @Section(title = "Selection")
    interface SelectionSection {}

    @Section(title = "Guards")
    @After(SelectionSection.class)
    interface Guards {}

    @Section(title = "Output")
    @After(Guards.class)
    interface Output {}

    static final class MetricChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(NodeParametersInput input) {
            return Metrics.forSelection().stream()
                    .map(m -> new StringChoice(m.id(), m.title()))
                    .toList();
        }
    }

    static final class LargestTie extends MaxValidation {
        @Override
        protected double getMax() {
            return 100 * SelectionOptions.MAX_TIE;
        }
    }

    @Layout(SelectionSection.class)
    @Widget(
            title = "Metric",
            description = "What the best segmentation is best at. Silhouette: how much nearer customers are to"
                    + " their own segment than to the next, -1 to 1, higher is better. Davies-Bouldin: spread"
                    + " within against distance between segments, from 0, lower is better. Calinski-Harabasz:"
                    + " variance between against within segments, from 0, higher is better; the quickest on"
                    + " many customers. Dunn: smallest distance between segments against the width of the widest,"
                    + " from 0, higher is better; single customers decide, and there is no estimate for many."
                    + " Default: Silhouette.")
    @ChoicesProvider(MetricChoices.class)
    String m_metric = Silhouette.METRIC.id();

    @Layout(SelectionSection.class)
    @Widget(
            title = "Tie within (%)",
            description = "Segmentations whose metric is within this many percent of the best, from 0 to 50, count"
                    + " as equally good; then the one with fewer segments wins, because it is easier to use."
                    + " Raise it to prefer fewer segments more. Default: 1.",
            advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = LargestTie.class)
    double m_tiePercent = 100 * SelectionOptions.TIE;

    @Layout(SelectionSection.class)
    @Widget(
            title = "Exact silhouette up to (customers)",
            description = "Up to this many customers, at least 2, the silhouette is exact. With more it is"
                    + " estimated from a sample of every segment, because its exact value takes time that grows"
                    + " with the square of their number; the Dunn index, which cannot be estimated, is refused"
                    + " then. Raise it when candidates are nearly equal. Default: 20,000.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.LeastExact.class)
    int m_exactUpTo = MetricOptions.EXACT_UP_TO;

    @Layout(Guards.class)
    @Widget(
            title = "Smallest segment at least (%)",
            description = "Segmentations with a segment of a smaller share of the customers, in percent, from 0 to"
                    + " 100, are set aside: a few outliers beside one large segment score high, but are of no"
                    + " use. Lower it when small groups matter. Default: 2.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.AtMostAll.class)
    double m_smallestSharePercent = 100 * SelectionOptions.MINIMUM_SHARE;

    @Layout(Guards.class)
    @Widget(
            title = "Noise at most (%)",
            description = "Segmentations that leave a larger share of the customers as noise, in percent, from 0 to"
                    + " 100, are set aside. Raise it when outliers are what is sought. Default: 20.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.AtMostAll.class)
    double m_largestNoisePercent = 100 * SelectionOptions.MAXIMUM_NOISE;

    @Layout(Output.class)
    @Widget(
            title = SEGMENT_COLUMN,
            description = "Name of the new column with each customer's segment. A name that the table has already"
                    + " is refused, such as that of a segmentation before: change it then. Default: Segment.")
    String m_segmentColumn = "Segment";

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.oneOf(
                "Metric",
                m_metric,
                Metrics.forSelection().stream().map(Metric::id).toList());
        Settings.requireName(SEGMENT_COLUMN, m_segmentColumn);
        Settings.inRange("Tie within (%)", m_tiePercent, 0, 100 * SelectionOptions.MAX_TIE);
        Settings.inRange(
                "Exact silhouette up to (customers)", m_exactUpTo, MetricOptions.MIN_EXACT_UP_TO, Integer.MAX_VALUE);
        Settings.inRange("Smallest segment at least (%)", m_smallestSharePercent, 0, 100);
        Settings.inRange("Noise at most (%)", m_largestNoisePercent, 0, 100);
        Settings.validate(this::toOptions);
    }

    Metric metric() {
        return Metrics.byId(m_metric);
    }

    SelectionOptions toOptions() {
        return new SelectionOptions(
                metric(), m_smallestSharePercent / 100, m_largestNoisePercent / 100, m_tiePercent / 100, m_exactUpTo);
    }
}
