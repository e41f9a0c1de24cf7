package org.tessera.knime.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
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
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.choose.stability.StabilityReport;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.model.ClusterModel;
import org.tessera.knime.kit.Bounds;
import org.tessera.knime.kit.MetricTexts;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.Settings;
import org.tessera.knime.stability.StabilityChoice;

/** Options of the Segmentation Scorer. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class ScorerParameters implements NodeParameters {

    /**
     * What a new Scorer computes. The list is fixed: a new metric of the catalog does not enter it, so that a workflow
     * that holds no metrics, because it was saved before there was this option, computes the same as before.
     */
    static final List<Metric> STANDARD = List.of(
            Silhouette.METRIC, DaviesBouldin.METRIC, CalinskiHarabasz.METRIC, WithinSumOfSquares.METRIC, Dunn.METRIC);

    /** The segment column where neither model nor user says another. */
    static final String SEGMENT = "Segment";

    @Section(title = "Columns")
    interface Columns {}

    @Section(title = "Metrics")
    @After(Columns.class)
    interface MetricsSection {}

    @Section(title = "Stability")
    @After(MetricsSection.class)
    interface StabilitySection {}

    static final class NoModel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getConstant(
                    input -> input.getInPortSpec(ScorerNodeFactory.MODEL).isEmpty());
        }
    }

    /** The column to compare with when the comparison is switched on: the last one with segments, often the newest. */
    static final class LastSegmentColumn implements OptionalWidget.DefaultValueProvider<String> {
        @Override
        public String computeState(NodeParametersInput input) {
            return input.getInTableSpec(0).stream()
                    .flatMap(DataTableSpec::stream)
                    .filter(c -> SegmentColumnChoice.isSegmentColumn(c.getType()))
                    .map(DataColumnSpec::getName)
                    .filter(name -> !name.equals(SEGMENT))
                    .reduce((first, last) -> last)
                    .orElse("");
        }
    }

    static final class MetricChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(NodeParametersInput input) {
            return MetricTexts.choices(Metrics.all());
        }
    }

    enum Noise {
        @Label(value = "Leave out", description = "Noise customers count nowhere, as if they were not in the table.")
        LEAVE_OUT,
        @Label(value = "Own segment", description = "Noise customers count as one more segment.")
        OWN_SEGMENT
    }

    enum Distance {
        @Label(
                value = "Automatic",
                description = "The distance of the connected model: Manhattan for a k-means, hierarchical clustering or"
                        + " DBSCAN by Manhattan distance, Euclidean otherwise.")
        AUTOMATIC,
        @Label(value = "Euclidean", description = "The straight-line distance between two customers.")
        EUCLIDEAN,
        @Label(
                value = "Manhattan",
                description = "The sum of the absolute differences, which is less sensitive to outliers.")
        MANHATTAN
    }

    @Layout(Columns.class)
    @Widget(
            title = SegmentColumnChoice.TITLE,
            description = "Without a model, the column Segment is taken if none is chosen. "
                    + SegmentColumnChoice.DESCRIPTION)
    @ChoicesProvider(SegmentColumnChoice.Columns.class)
    @OptionalWidget(defaultProvider = SegmentColumnChoice.Last.class)
    Optional<String> m_segmentColumn = Optional.empty();

    @Layout(Columns.class)
    @Widget(
            title = "Features",
            description = "The numeric columns by which customers are compared: those that the segmentation was made"
                    + " from. A connected model has its own, and this choice is hidden and not used. Default:"
                    + " all numeric columns.")
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = NoModel.class, type = EffectType.SHOW)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(Columns.class)
    @Widget(
            title = "Compare with segment column",
            description = "Another column of segments of the same customers, such as those of an earlier"
                    + " segmentation or a known class, texts or whole numbers. Their agreement is measured by the"
                    + " adjusted Rand index and the normalized mutual information, whatever the segments are called."
                    + " Customers without a value there do not count in these two, and the column is no feature"
                    + " unless a model says so. Default: none.")
    @ChoicesProvider(SegmentColumnChoice.Columns.class)
    @OptionalWidget(defaultProvider = LastSegmentColumn.class)
    Optional<String> m_compareWith = Optional.empty();

    @Layout(MetricsSection.class)
    @Widget(
            title = "Metrics",
            description = "The metrics to compute; the description of the node says what each of them measures and"
                    + " which way is better. Leave out those that compare all pairs of customers, such as silhouette"
                    + " and Dunn index, when time is short. Default: Silhouette, Davies-Bouldin index,"
                    + " Calinski-Harabasz index, Within-segment sum of squares, Dunn index.")
    @ChoicesProvider(MetricChoices.class)
    @TwinlistWidget
    String[] m_metrics = MetricTexts.ids(STANDARD).toArray(String[]::new);

    @Layout(MetricsSection.class)
    @Widget(
            title = "Distance",
            description =
                    "The distance between customers for metrics that compare pairs of them, such as silhouette and"
                            + " Dunn index. The other metrics are defined by Euclidean distances to means and keep them; the"
                            + " table names the distance of every figure. Change it to compare segments that were made by"
                            + " different distances. Default: Automatic.")
    @ValueSwitchWidget
    Distance m_distance = Distance.AUTOMATIC;

    @Layout(MetricsSection.class)
    @Widget(
            title = "Noise",
            description = "How customers count that belong to no segment, as DBSCAN leaves them. Leaving them out"
                    + " makes a segmentation with much noise look good; score it with noise as a segment of its own,"
                    + " too. The note tells the silhouette with noise counted as 0. In a comparison of two columns this applies to the noise of both."
                    + " Default: Leave out.")
    @ValueSwitchWidget
    Noise m_noise = Noise.LEAVE_OUT;

    @Layout(MetricsSection.class)
    @Widget(
            title = "Exact silhouette up to (customers)",
            description = "Up to this many customers, at least 2, the silhouette and other metrics that compare all"
                    + " pairs of customers are exact, in time that grows with the square of their number. With more"
                    + " customers, the silhouette is estimated from a sample of every segment, with its standard"
                    + " error; metrics that cannot be estimated, such as the Dunn index, are left out. Raise it for"
                    + " exact values, at the price of time. Default: 20,000.",
            advanced = true)
    @NumberInputWidget(minValidation = Bounds.LeastExact.class)
    int m_exactUpTo = MetricOptions.EXACT_UP_TO;

    @Layout(MetricsSection.class)
    @Widget(
            title = "Seed",
            description =
                    "Seed of the random samples, any whole number. Used where the silhouette is estimated, and for"
                            + " stability. Default: 1.",
            advanced = true)
    long m_seed = 1;

    @Layout(StabilitySection.class)
    @Widget(
            title = StabilityChoice.TITLE,
            description =
                    "Measures how far the segments are found again in parts of the customers, beside what the same"
                            + " algorithm reaches on tables without segments, which have the same distributions and correlations."
                            + " Turn it on before somebody relies on single segments. It needs the model, whose algorithm runs"
                            + " more than a hundred times. Default: None.")
    @ValueSwitchWidget
    @ValueReference(StabilityChoice.Ref.class)
    StabilityChoice m_stability = StabilityChoice.NONE;

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

    ScorerParameters() {}

    ScorerParameters(NodeParametersInput input) {
        m_features =
                new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input)).withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.someOf("Metrics", m_metrics, MetricTexts.ids(Metrics.all()));
        Settings.inRange(
                "Exact silhouette up to (customers)", m_exactUpTo, MetricOptions.MIN_EXACT_UP_TO, Integer.MAX_VALUE);
        Settings.validate(() -> toOptions(Optional.empty()));
        StabilityChoice.validate(m_resamples, m_stabilityRows);
    }

    /** How much stability is measured, if it is. */
    StabilityReport.Options toStabilityOptions() {
        return new StabilityReport.Options(m_resamples, m_stabilityRows);
    }

    /** The chosen metrics in their order, each once. */
    List<Metric> metrics() {
        return Arrays.stream(m_metrics).distinct().map(Metrics::byId).toList();
    }

    /** The options of metrics for the segments of a model, if there is one. */
    MetricOptions toOptions(Optional<ClusterModel> model) {
        return MetricOptions.defaults()
                .withNoise(noise())
                .withDistance(distance(model))
                .withExactUpTo(m_exactUpTo);
    }

    NoisePolicy noise() {
        return NoisePolicy.valueOf(m_noise.name());
    }

    private org.tessera.engine.distance.Distance distance(Optional<ClusterModel> model) {
        return switch (m_distance) {
            case AUTOMATIC -> model.map(ClusterModel::distance).orElse(org.tessera.engine.distance.Distance.EUCLIDEAN);
            case EUCLIDEAN -> org.tessera.engine.distance.Distance.EUCLIDEAN;
            case MANHATTAN -> org.tessera.engine.distance.Distance.MANHATTAN;
        };
    }
}
