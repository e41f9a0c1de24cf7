package org.tessera.knime.select;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.knime.core.data.DataTableSpec;
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
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.select.Leaderboard;
import org.tessera.engine.select.Selection;
import org.tessera.engine.select.SelectionOptions;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.FeatureReader;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.MetricTexts;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.kit.RowIds;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.port.SourceColumns;
import org.tessera.knime.stability.StabilityColumns;
import org.tessera.knime.why.ExplainedSegments;

/** The Best Segmentation Selector: ranks segmentations of the same customers and labels them with the best. */
public final class SelectorNodeFactory extends DefaultNodeFactory {

    private static final String TABLE_GROUP = "Customers";
    private static final String MODELS_GROUP = "Segmentation Models";

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Best Segmentation Selector")
            .icon("../icons/selector.png")
            .shortDescription("Ranks segmentations of the same customers, keeps the best and says why.")
            .fullDescription(MetricTexts.complete(NodeTexts.text("selector"), Metrics.forSelection()))
            .sinceVersion(5, 8, 0)
            .dynamicPorts(SelectorNodeFactory::ports)
            .model(m -> m.parametersClass(SelectorParameters.class)
                    .configure(SelectorNodeFactory::configure)
                    .execute(SelectorNodeFactory::execute))
            .nodeType(NodeType.Manipulator)
            .keywords(
                    "silhouette",
                    "model selection",
                    "compare",
                    "best k",
                    "leaderboard",
                    "stability",
                    "bootstrap",
                    "segmentation",
                    "cluster",
                    "best segmentation",
                    "Davies-Bouldin",
                    "Calinski-Harabasz",
                    "Dunn index")
            .addExternalResource("https://doi.org/10.1016/0377-0427(87)90125-7", "Rousseeuw: Silhouettes (1987)")
            .addExternalResource(
                    "https://scikit-learn.org/stable/modules/clustering.html#clustering-performance-evaluation",
                    "scikit-learn: Clustering performance evaluation")
            .addExternalResource(
                    "https://doi.org/10.1016/j.csda.2006.11.025",
                    "Hennig: Cluster-wise assessment of cluster stability (2007)");

    /** The node. */
    public SelectorNodeFactory() {
        super(NODE);
    }

    private static void ports(DynamicPortsAdder ports) {
        ports.addInputPortGroup(
                        TABLE_GROUP,
                        g -> g.name(TABLE_GROUP)
                                .description(
                                        "The customers that all the segmentations were made on, or a part of them, in"
                                                + " any order: rows are matched by RowID.")
                                .fixed(BufferedDataTable.TYPE))
                .addInputPortGroup(
                        MODELS_GROUP,
                        g -> g.name("Segmentation Model")
                                .description(
                                        "The segmentations to compare, of any algorithms and numbers of segments, on"
                                                + " the same features. Add a port for each.")
                                .extendable()
                                .supportedTypes(SegmentationModelPortObject.type())
                                .defaultNonFixedTypes(
                                        SegmentationModelPortObject.type(), SegmentationModelPortObject.type()))
                .addOutputPortGroup(
                        "Customers with segment",
                        g -> g.name("Customers with segment")
                                .description(
                                        "The same rows and columns in the same order, and each customer's segment in"
                                                + " the best segmentation.")
                                .fixed(BufferedDataTable.TYPE))
                .addOutputPortGroup(
                        "Best model",
                        g -> g.name("Best model")
                                .description(
                                        "The best segmentation, with all that the nodes behind it need to score, draw"
                                                + " and describe it.")
                                .fixed(SegmentationModelPortObject.type()))
                .addOutputPortGroup(
                        "Leaderboard",
                        g -> g.name("Leaderboard")
                                .description(
                                        "One row per segmentation, the best first: its segments and their sizes, its"
                                                + " noise, its metrics and what its silhouette means, its worst"
                                                + " segment, its stability if that is measured, the column that tells most of it, how far it agrees with"
                                                + " the best, whether it passes the guards, and a reason in words.")
                                .fixed(BufferedDataTable.TYPE));
    }

    /**
     * The models stand behind the table, the only port before their group. (Which port belongs to which group can only be
     * asked since KNIME 5.9.)
     */
    private static <T> List<T> behindTable(Object[] inputs, Class<T> type) throws InvalidSettingsException {
        if (inputs.length == 1) {
            throw Failures.refusal(
                    "The node has no port for a segmentation",
                    "add a port with \"Add port\" and connect a Segmentation Model");
        }
        return Arrays.stream(inputs).skip(1).map(type::cast).toList();
    }

    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        SelectorParameters parameters = in.getParameters();
        DataTableSpec spec = in.getInTableSpec(0);
        List<String> features = null;
        Optional<SourceColumns> sources = Optional.empty();
        for (SegmentationModelPortObjectSpec model :
                behindTable(in.getInPortSpecs(), SegmentationModelPortObjectSpec.class)) {
            if (features != null && !features.equals(model.features())) {
                throw Failures.refusal(
                        "The segmentations use different features (" + features.size() + " and "
                                + model.features().size() + ")",
                        ComparedModels.SAME_FEATURES);
            }
            features = model.features();
            sources = sources.or(model::sources);
        }
        require(spec, features, sources);
        DataTableSpec passed = AppendedColumns.without(
                spec, PreparedColumns.dropped(spec, sources.isPresent(), parameters.m_keepFeatures));
        AppendedColumns.checkName(passed, parameters.m_segmentColumn, SelectionParameters.SEGMENT_COLUMN);
        out.setOutSpec(
                0,
                ExplainedSegments.spec(passed, parameters.m_segmentColumn, parameters.m_why)
                        .orElse(null));
        out.setOutSpec(
                1,
                new SegmentationModelPortObjectSpec(
                        "Best segmentation", parameters.m_segmentColumn, features, sources, List.of()));
        out.setOutSpec(2, LeaderboardTable.spec(parameters.toOptions(), more(parameters, i -> List.of())));
    }

    /** The columns of stability, if it is measured. */
    private static LeaderboardTable.More more(SelectorParameters parameters, IntFunction<List<?>> values) {
        return parameters.m_stability.isMeasured()
                ? new LeaderboardTable.More(StabilityColumns.ALL, values)
                : LeaderboardTable.More.NONE;
    }

    private static void require(DataTableSpec spec, List<String> features, Optional<SourceColumns> sources)
            throws InvalidSettingsException {
        if (sources.isPresent()) {
            sources.get().require(spec);
        } else {
            Features.indices(spec, features);
        }
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        SelectorParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        BufferedDataTable table = in.getInTable(0);
        List<SegmentationModel> models = EngineRun.read(() -> {
            List<SegmentationModelPortObject> objects =
                    behindTable(in.getInPortObjects(), SegmentationModelPortObject.class);
            objects.get(0).getSpec().requireFeatures(table.getDataTableSpec());
            return ComparedModels.of(objects);
        });
        FeatureReader.Reading reading = FeatureReader.read(
                table, models.get(0).preparation(), models.get(0).features(), exec.createSubExecutionContext(0.1));
        Features features = reading.features();
        long[] ids = RowIds.read(table, features, exec);
        SelectionOptions options = parameters.toOptions().withDistance(ComparedModels.distance(models));
        Stabilities stabilities = EngineRun.read(() -> Stabilities.of(models, parameters));
        String slow = EngineRun.read(() -> String.join(
                        " ",
                        ComparedModels.slow(features.matrix(), models, options),
                        stabilities.check(features.matrix()))
                .strip());
        List<Column> columns = options.guards().distinctFromColumns()
                ? OwnColumns.read(
                        table,
                        models.get(0).preparation(),
                        models.get(0).features(),
                        features,
                        exec.createSilentSubExecutionContext(0.05))
                : List.of();
        List<Labels> matched = EngineRun.call(
                exec.createSilentSubExecutionContext(0.01),
                0,
                features.missingInWords(),
                run -> MatchedLabels.of(models, ids, features.matrix(), run));
        List<Consistency> stability = stabilities.measure(features.matrix(), matched, exec);
        Leaderboard board = EngineRun.call(
                exec.createSubExecutionContext(parameters.m_stability.isMeasured() ? 0.2 : 0.8),
                1,
                features.missingInWords(),
                run -> Selection.rank(
                        ComparedModels.candidates(models, matched, stability),
                        features.matrix(),
                        columns,
                        options,
                        run));
        SmallTable leaderboard = EngineRun.call(
                exec.createSubExecutionContext(0.01),
                0,
                run -> LeaderboardTable.table(
                        board,
                        options,
                        index -> models.get(index).provenance().implementation(),
                        more(parameters, index -> StabilityColumns.values(stability.get(index))),
                        run));
        SegmentationModel best = models.get(board.winner().index()).withSegmentColumn(parameters.m_segmentColumn);
        List<String> dropped = PreparedColumns.dropped(
                table.getDataTableSpec(), best.preparation().isPresent(), parameters.m_keepFeatures);
        out.setOutData(
                0,
                ExplainedSegments.append(
                        AppendedColumns.without(table, dropped, exec.createSilentSubExecutionContext(0.01)),
                        table,
                        best,
                        matched.get(board.winner().index()),
                        features,
                        parameters.m_why,
                        exec.createSubExecutionContext(0.1)));
        out.setOutData(1, new SegmentationModelPortObject(best));
        out.setOutData(2, leaderboard.create(exec));
        NodeTexts.warn(
                out,
                board.warning(),
                MatchedLabels.partWarning(features.matrix().rows(), best),
                reading.warning(),
                reading.leftOut(),
                slow);
    }
}
