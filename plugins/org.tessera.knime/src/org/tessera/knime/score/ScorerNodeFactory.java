package org.tessera.knime.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.choose.stability.StabilityReport;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.Estimate;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.MetricTexts;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.SegmentLabels;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.stability.ModelStability;
import org.tessera.knime.stability.StabilityChoice;

/** The Segmentation Scorer: measures the quality of segments overall, per segment and per customer. */
public final class ScorerNodeFactory extends DefaultNodeFactory {

    static final int MODEL = 1;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Segmentation Scorer")
            .icon("../icons/scorer.png")
            .shortDescription("Scores segments with silhouette, Davies-Bouldin, Calinski-Harabasz and more.")
            .fullDescription(MetricTexts.complete(NodeTexts.text("scorer"), Metrics.all()))
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable(
                            "Customers with segment",
                            "Customers with a column with their segments, and with the columns that the model was made"
                                    + " on or, without a model, their features.")
                    .addInputPort(
                            "Segmentation Model",
                            "The model makes the features and tells the segment column. May stay unconnected; then"
                                    + " choose them in the dialog.",
                            SegmentationModelPortObject.optionalType())
                    .addOutputTable(
                            "Overall",
                            "One row per metric: its value, what it says in words, the best possible one, what chance gives"
                                    + " where this is known, and the distance; how stable the segments are, if that is"
                                    + " measured, and how far they agree with those of another column, if one is"
                                    + " chosen.")
                    .addOutputTable(
                            "Per segment",
                            "One row per segment: customers, share, each metric, the share of customers with a silhouette"
                                    + " below 0, and what the segment's silhouette says in words; and how far it is found again"
                                    + " in parts of the customers, if stability is measured.")
                    .addOutputTable(
                            "Per customer",
                            "The same rows and columns in the same order, and each customer's silhouette: below 0 the"
                                    + " customer is nearer to another segment."))
            .model(m -> m.parametersClass(ScorerParameters.class)
                    .configure(ScorerNodeFactory::configure)
                    .execute(ScorerNodeFactory::execute))
            .nodeType(NodeType.Other)
            .keywords(
                    "silhouette",
                    "Davies-Bouldin",
                    "Calinski-Harabasz",
                    "Dunn index",
                    "adjusted Rand index",
                    "mutual information",
                    "agreement",
                    "validity",
                    "evaluate",
                    "cluster quality",
                    "inertia",
                    "stability",
                    "bootstrap",
                    "Jaccard index",
                    "segmentation")
            .addExternalResource("https://doi.org/10.1016/0377-0427(87)90125-7", "Rousseeuw: Silhouettes (1987)")
            .addExternalResource(
                    "https://doi.org/10.1109/TPAMI.1979.4766909",
                    "Davies and Bouldin: A cluster separation measure (1979)")
            .addExternalResource(
                    "https://doi.org/10.1080/03610927408827101",
                    "Caliński and Harabasz: A dendrite method for cluster analysis (1974)")
            .addExternalResource(
                    "https://doi.org/10.1080/01969727408546059",
                    "Dunn: Well-separated clusters and optimal fuzzy partitions (1974)")
            .addExternalResource("https://doi.org/10.1007/BF01908075", "Hubert and Arabie: Comparing partitions (1985)")
            .addExternalResource(
                    "https://doi.org/10.1016/j.csda.2006.11.025",
                    "Hennig: Cluster-wise assessment of cluster stability (2007)");

    /** The node. */
    public ScorerNodeFactory() {
        super(NODE);
    }

    /** Which column holds the segments and which ones are the features. */
    private record Columns(SegmentColumnChoice segment, List<String> features) {}

    private static Columns columns(
            DataTableSpec spec, Optional<SegmentationModelPortObjectSpec> model, ScorerParameters parameters)
            throws InvalidSettingsException {
        if (model.isPresent()) {
            SegmentColumnChoice choice = model.get().segmentColumnOf(spec, parameters.m_segmentColumn);
            model.get().requireFeatures(spec);
            return new Columns(choice, model.get().features());
        }
        String segment = parameters.m_segmentColumn.orElse(ScorerParameters.SEGMENT);
        SegmentColumnChoice.index(spec, segment);
        List<String> features = new ArrayList<>(Features.selected(parameters.m_features, spec.stream()));
        features.remove(segment);
        parameters.m_compareWith.ifPresent(features::remove);
        Features.indices(spec, features);
        return new Columns(new SegmentColumnChoice(segment, ""), features);
    }

    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        ScorerParameters parameters = in.getParameters();
        DataTableSpec spec = in.getInTableSpec(0);
        SegmentationModelPortObjectSpec model = in.getInPortSpec(MODEL);
        Columns columns = columns(spec, Optional.ofNullable(model), parameters);
        Comparison.check(spec, columns.segment().column(), parameters.m_compareWith);
        requireModel(model != null, parameters);
        out.setOutSpec(0, ScoreTables.overallSpec());
        out.setOutSpec(1, ScoreTables.segmentSpec(parameters.metrics(), parameters.m_stability.isMeasured()));
        out.setOutSpec(2, AppendedColumns.spec(spec, perCustomer(spec, parameters)));
    }

    private static void requireModel(boolean connected, ScorerParameters parameters) throws InvalidSettingsException {
        if (parameters.m_stability.isMeasured() && !connected) {
            throw Failures.refusal(
                    "Option '" + StabilityChoice.TITLE + "' needs the algorithm that made the segments, but no"
                            + " Segmentation Model is connected",
                    "connect the model of the node that made them",
                    "set '" + StabilityChoice.TITLE + "' to None");
        }
    }

    private static List<DataColumnSpec> perCustomer(DataTableSpec spec, ScorerParameters parameters) {
        return parameters.metrics().contains(Silhouette.METRIC)
                ? List.of(SmallTable.number(DataTableSpec.getUniqueColumnName(spec, "Silhouette")))
                : List.of();
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        ScorerParameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        SegmentationModelPortObject model = in.getInPortObject(MODEL);
        ExecutionContext exec = in.getExecutionContext();
        Columns columns = EngineRun.read(() -> columns(
                table.getDataTableSpec(),
                Optional.ofNullable(model).map(SegmentationModelPortObject::getSpec),
                parameters));
        Optional<ModelStability> measurement = EngineRun.read(() -> measurement(model, parameters));
        Optional<SegmentationModel> made = Optional.ofNullable(model).map(SegmentationModelPortObject::model);
        LabeledTable labeled = LabeledTable.read(table, columns.segment(), made, exec.createSubExecutionContext(0.05));
        SegmentLabels segments = labeled.segments();
        LabeledTable.Featured featured = labeled.features(
                made.flatMap(SegmentationModel::preparation), columns.features(), exec.createSubExecutionContext(0.1));
        SegmentLabels.Customers customers = featured.customers();
        Optional<Comparison> comparison =
                EngineRun.read(() -> Comparison.of(table, segments, parameters, exec.createSubExecutionContext(0.05)));
        MetricOptions options = parameters.toOptions(made.map(SegmentationModel::clusters));
        String slow = EngineRun.read(() -> slow(customers, parameters.metrics(), options, measurement));
        Scores scores = EngineRun.call(
                exec.createSubExecutionContext(measurement.isPresent() ? 0.2 : 0.7),
                parameters.m_seed,
                run -> Scores.measure(parameters.metrics(), customers, options, run));
        Optional<StabilityFigures> stability = stability(measurement, customers, parameters, exec);
        out.setOutData(0, ScoreTables.overall(scores, stability, comparison, exec));
        out.setOutData(1, ScoreTables.segments(scores, stability, customers.labels(), segments.names(), exec));
        out.setOutData(2, perCustomer(table, parameters, customers, scores, exec.createSubExecutionContext(0.1)));
        String different =
                labeled.differentWarning(featured.reading().features(), exec.createSilentSubExecutionContext(0.01));
        NodeTexts.warn(
                out,
                labeled.choiceWarning(),
                labeled.emptyWarning(),
                featured.reading().warning(),
                different,
                labeled.leftOut(customers.tableRows().length, "the segment or a feature is missing"),
                scores.warning(customers.labels(), segments.names()),
                stability
                        .map(s -> s.warning(Scores.names(customers.labels(), segments.names())))
                        .orElse(""),
                comparison.map(Comparison::warning).orElse(""),
                slow);
    }

    private static Optional<ModelStability> measurement(SegmentationModelPortObject model, ScorerParameters parameters)
            throws InvalidSettingsException {
        requireModel(model != null, parameters);
        return parameters.m_stability.isMeasured()
                ? Optional.of(new ModelStability(model.model(), parameters.toStabilityOptions()))
                : Optional.empty();
    }

    private static Optional<StabilityFigures> stability(
            Optional<ModelStability> measurement,
            SegmentLabels.Customers customers,
            ScorerParameters parameters,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        if (measurement.isEmpty()) {
            return Optional.empty();
        }
        Matrix x = customers.features();
        Labels labels = customers.dense();
        Estimate estimate = measurement.get().estimate(DataSize.of(x.rows(), x.columns()));
        ExecutionContext part = exec.createSubExecutionContext(0.5);
        StabilityReport report = EngineRun.call(
                part,
                parameters.m_seed,
                run -> measurement.get().measure(x, labels, Limits.withDuration(run, part, estimate)));
        return Optional.of(new StabilityFigures(report, labels, parameters.m_resamples));
    }

    /** Compares the estimates of metrics and stability with the memory and time that there are. */
    private static String slow(
            SegmentLabels.Customers customers,
            List<Metric> metrics,
            MetricOptions options,
            Optional<ModelStability> measurement) {
        Matrix x = customers.features();
        DataSize size = DataSize.of(x.rows(), x.columns());
        List<String> warnings = new ArrayList<>();
        for (Metric metric : metrics) {
            warnings.add(
                    Limits.check(metric.info().estimate(size, customers.dense().segments(), 1, options)));
        }
        measurement.ifPresent(m -> warnings.add(Limits.check(m.estimate(size))));
        return String.join(" ", warnings).trim();
    }

    private static BufferedDataTable perCustomer(
            BufferedDataTable table,
            ScorerParameters parameters,
            SegmentLabels.Customers customers,
            Scores scores,
            ExecutionContext exec)
            throws CanceledExecutionException {
        double[] silhouette = new double[Math.toIntExact(table.size())];
        Arrays.fill(silhouette, Double.NaN);
        double[] perRow = scores.silhouette().map(Silhouette.Result::perRow).orElse(new double[0]);
        for (int i = 0; i < perRow.length; i++) {
            silhouette[customers.tableRows()[i]] = perRow[i];
        }
        List<DataColumnSpec> columns = perCustomer(table.getDataTableSpec(), parameters);
        return AppendedColumns.append(table, columns, row -> cells(columns.size(), silhouette[(int) row]), exec);
    }

    private static DataCell[] cells(int count, double value) {
        if (count == 0) {
            return new DataCell[0];
        }
        return new DataCell[] {Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value)};
    }
}
