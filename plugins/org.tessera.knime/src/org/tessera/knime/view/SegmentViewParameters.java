package org.tessera.knime.view;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.OptionalWidget;
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
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.Settings;

/** Options of the Segment View. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class SegmentViewParameters implements NodeParameters {

    /** Pixels of the image per unit of its size: sharp on dense screens and in print. */
    static final int PIXELS_PER_UNIT = 2;

    private static final int MAX_SIZE = Charts.MAX_SIZE / PIXELS_PER_UNIT;
    private static final int MAX_POINTS = 100_000;

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

    static final class MinSize extends MinValidation {
        @Override
        protected double getMin() {
            return Charts.MIN_SIZE;
        }
    }

    static final class MaxSize extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_SIZE;
        }
    }

    static final class MaxPoints extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_POINTS;
        }
    }

    @Layout(Chart.class)
    @Widget(
            title = "Chart at the image output",
            description = "The chart at the output, for reports and files; the view shows all charts. PCA scatter:"
                    + " customers in the plane of the first two principal components. Histograms: distributions of"
                    + " the columns that separate the segments most. Profile heat map: differences between each"
                    + " segment and all customers, in standard deviations. Silhouette plot: how well each customer"
                    + " fits its segment. Segment sizes: customers per segment. Choice of k: the curves of Auto"
                    + " Segmentation, if the model is one of its. Default: PCA scatter.")
    @ChoicesProvider(ChartChoices.class)
    String m_chart = ChartCatalog.all().get(0).id();

    @Layout(Chart.class)
    @Widget(title = SegmentColumnChoice.TITLE, description = SegmentColumnChoice.DESCRIPTION)
    @ChoicesProvider(SegmentColumnChoice.Columns.class)
    @OptionalWidget(defaultProvider = SegmentColumnChoice.Last.class)
    Optional<String> m_segmentColumn = Optional.empty();

    @Layout(Chart.class)
    @Widget(
            title = "Width",
            description = "The width of the charts, from 200 to 5,000; the image has twice as many pixels. Raise it for"
                    + " many segments, whose numbers the heat map leaves out where they do not fit, or long names."
                    + " Default: 900.")
    @NumberInputWidget(minValidation = MinSize.class, maxValidation = MaxSize.class)
    int m_width = 900;

    @Layout(Chart.class)
    @Widget(
            title = "Height",
            description =
                    "The height of the charts, from 200 to 5,000; the image has twice as many pixels. Raise it for"
                            + " many segments, or where a chart says that more rows need it. Default: 650.")
    @NumberInputWidget(minValidation = MinSize.class, maxValidation = MaxSize.class)
    int m_height = 650;

    @Layout(Limits.class)
    @Widget(
            title = "Maximum points drawn",
            description =
                    "The maximum number of customers drawn in the scatter plot, from 1 to 100,000. Of more customers"
                            + " a sample of every segment is drawn, and the chart says so. Lower it when the view opens"
                            + " slowly. Default: 2,000.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxPoints.class)
    int m_maximumPoints = PcaScatter.DEFAULT_POINTS;

    @Layout(Limits.class)
    @Widget(
            title = "Seed",
            description =
                    "The seed of the random numbers that draw the samples, any whole number. Used only if there are"
                            + " more customers than points drawn. Default: 1.",
            advanced = true)
    long m_seed = 1;

    @Override
    public void validate() throws InvalidSettingsException {
        chart();
        Settings.inRange("Width", m_width, Charts.MIN_SIZE, MAX_SIZE);
        Settings.inRange("Height", m_height, Charts.MIN_SIZE, MAX_SIZE);
        Settings.inRange("Maximum points drawn", m_maximumPoints, 1, MAX_POINTS);
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
