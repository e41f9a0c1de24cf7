package org.tessera.knime.view;

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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.charts.ChartCatalog;
import org.tessera.charts.ChartType;
import org.tessera.charts.Charts;
import org.tessera.charts.PcaScatter;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.Settings;

/** Options of the Segment View. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class SegmentViewParameters implements NodeParameters {

    /** Pixels of the image per unit of its size: sharp on dense screens and in print. */
    static final int PIXELS_PER_UNIT = 2;

    private static final int LARGEST = Charts.MAX_SIZE / PIXELS_PER_UNIT;
    private static final int MOST_POINTS = 100_000;

    @Section(title = "Chart")
    interface Chart {}

    @Section(title = "Limits")
    @After(Chart.class)
    interface Limits {}

    static final class ChartChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(NodeParametersInput input) {
            return ChartCatalog.all().stream()
                    .map(c -> new StringChoice(c.id(), c.title()))
                    .toList();
        }
    }

    static final class SmallestSize extends MinValidation {
        @Override
        protected double getMin() {
            return Charts.MIN_SIZE;
        }
    }

    static final class LargestSize extends MaxValidation {
        @Override
        protected double getMax() {
            return LARGEST;
        }
    }

    static final class MostPoints extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_POINTS;
        }
    }

    @Layout(Chart.class)
    @Widget(
            title = "Chart at the image output",
            description = "The chart for reports and files; the view shows all. PCA scatter: customers as points in"
                    + " the plane of the first two principal components. Histograms: how the columns that"
                    + " separate the segments most are distributed. Profile heat map: how far each segment is"
                    + " from all customers, in standard deviations. Silhouette plot: how well each customer"
                    + " fits its segment. Segment sizes: customers per segment. Default: PCA scatter.")
    @ChoicesProvider(ChartChoices.class)
    String m_chart = ChartCatalog.all().get(0).id();

    @Layout(Chart.class)
    @Widget(
            title = "Width",
            description = "Width of the charts, from 200 to 5,000; the image has twice as many pixels. Raise it for"
                    + " many segments or long names. Default: 900.")
    @NumberInputWidget(minValidation = SmallestSize.class, maxValidation = LargestSize.class)
    int m_width = 900;

    @Layout(Chart.class)
    @Widget(
            title = "Height",
            description = "Height of the charts, from 200 to 5,000; the image has twice as many pixels. Raise it"
                    + " for many columns or segments. Default: 650.")
    @NumberInputWidget(minValidation = SmallestSize.class, maxValidation = LargestSize.class)
    int m_height = 650;

    @Layout(Limits.class)
    @Widget(
            title = "Points drawn at most",
            description = "Of more customers than this, from 1 to 100,000, the scatter plot draws a sample of every"
                    + " segment, and says so. Lower it when the view is slow to open. Default: 2,000.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MostPoints.class)
    int m_points = PcaScatter.DEFAULT_POINTS;

    @Layout(Limits.class)
    @Widget(
            title = "Seed",
            description = "Where the random numbers of the samples start: any whole number. Only used where there"
                    + " are more customers than are drawn. Default: 1.",
            advanced = true)
    long m_seed = 1;

    @Override
    public void validate() throws InvalidSettingsException {
        chart();
        Settings.inRange("Width", m_width, Charts.MIN_SIZE, LARGEST);
        Settings.inRange("Height", m_height, Charts.MIN_SIZE, LARGEST);
        Settings.inRange("Points drawn at most", m_points, 1, MOST_POINTS);
    }

    ChartType<?> chart() throws InvalidSettingsException {
        Settings.oneOf(
                "Chart at the image output",
                m_chart,
                ChartCatalog.all().stream().map(ChartType::id).toList());
        return ChartCatalog.all().stream()
                .filter(chart -> chart.id().equals(m_chart))
                .findFirst()
                .orElseThrow();
    }
}
