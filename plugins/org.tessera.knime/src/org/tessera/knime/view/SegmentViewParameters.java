package org.tessera.knime.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.charts.ChartPage;
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
    private static final int MAX_COLUMNS = 4;
    private static final String CHARTS = "Charts at the image output";
    private static final String COLUMNS = "Charts side by side";

    @Section(title = "Chart")
    interface Chart {}

    /** The options of {@link ViewParameters}: KNIME lays out all options of a dialog together. */
    @Section(title = "View")
    @After(Chart.class)
    interface View {}

    @Section(title = "Limits")
    @After(View.class)
    interface Limits {}

    static final class ChartChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(NodeParametersInput input) {
            return SegmentCharts.CHOICES.stream()
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

    static final class MaxColumns extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_COLUMNS;
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
            title = CHARTS,
            description = "The charts at the output, for reports and files: one, or several as one image, in the order"
                    + " of their choice. What the view shows is chosen in the section View."
                    + " The description of the node says what each of them shows. Dendrogram, K-distance and choice of k"
                    + " need a model of Hierarchical Segmentation, DBSCAN Segmentation and Auto Segmentation. Default:"
                    + " PCA scatter.")
    @ChoicesProvider(ChartChoices.class)
    @TwinlistWidget
    String[] m_charts = {SegmentCharts.CHOICES.get(0).id()};

    @Layout(Chart.class)
    @Widget(
            title = COLUMNS,
            description =
                    "The number of charts in a row of the image, from 1 to 4, if several are chosen: 1 is a column"
                            + " of charts. Default: 2.")
    @NumberInputWidget(minValidation = Bounds.AtLeastOne.class, maxValidation = MaxColumns.class)
    int m_chartsSideBySide = 2;

    @Layout(Chart.class)
    @Widget(title = SegmentColumnChoice.TITLE, description = SegmentColumnChoice.DESCRIPTION)
    @ChoicesProvider(SegmentColumnChoice.Columns.class)
    @OptionalWidget(defaultProvider = SegmentColumnChoice.Last.class)
    Optional<String> m_segmentColumn = Optional.empty();

    @Layout(Chart.class)
    @Widget(
            title = "Width",
            description =
                    "The width of each chart, from 200 to 5,000; the image has twice as many pixels, or as many as"
                            + " make it 10,000 pixels wide or high with all charts. Raise it for many segments, whose numbers the"
                            + " heat map leaves out where they do not fit, or long names. Default: 900.")
    @NumberInputWidget(minValidation = MinSize.class, maxValidation = MaxSize.class)
    int m_width = 900;

    @Layout(Chart.class)
    @Widget(
            title = "Height",
            description =
                    "The height of each chart, from 200 to 5,000; the image has twice as many pixels. Raise it for"
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
        charts();
        Settings.inRange(COLUMNS, m_chartsSideBySide, 1, MAX_COLUMNS);
        Settings.inRange("Width", m_width, Charts.MIN_SIZE, MAX_SIZE);
        Settings.inRange("Height", m_height, Charts.MIN_SIZE, MAX_SIZE);
        Settings.inRange("Maximum points drawn", m_maximumPoints, 1, MAX_POINTS);
        if (!page().fits(m_charts.length)) {
            throw new InvalidSettingsException(String.format(
                    Locale.ENGLISH,
                    "%,d charts of %,d x %,d, %d side by side, are more than %,d wide or high: lower 'Width' or 'Height',"
                            + " or choose fewer charts.",
                    m_charts.length,
                    m_width,
                    m_height,
                    m_chartsSideBySide,
                    ChartPage.MAX_SIZE));
        }
    }

    /** The layout of the image. */
    ChartPage page() {
        return new ChartPage(m_chartsSideBySide, m_width, m_height);
    }

    /** The chosen charts, in order. */
    List<ChartType<?>> charts() throws InvalidSettingsException {
        Map<String, ChartType<?>> types = new LinkedHashMap<>();
        SegmentCharts.CHOICES.forEach(type -> types.put(type.id(), type));
        Settings.someOf(CHARTS, m_charts, List.copyOf(types.keySet()));
        List<ChartType<?>> charts = new ArrayList<>();
        for (String id : m_charts) {
            charts.add(types.get(id));
        }
        return charts;
    }
}
