package org.tessera.knime.choose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
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
import org.knime.node.RequirePorts.PortsAdder;
import org.tessera.engine.catalog.Metrics;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.sweep.CurvePoint;
import org.tessera.engine.choose.sweep.Sweep;
import org.tessera.engine.choose.sweep.SweepData;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.select.Leaderboard;
import org.tessera.knime.cluster.SingleNode;
import org.tessera.knime.cluster.TrainingSpec;
import org.tessera.knime.cluster.TrainingTable;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.MetricTexts;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.select.LeaderboardTable;
import org.tessera.knime.select.OwnColumns;
import org.tessera.knime.stability.StabilityColumns;
import org.tessera.knime.view.web.PageView;
import org.tessera.knime.why.ExplainedSegments;

/** Auto Segmentation: searches algorithms and numbers of segments, and judges whether there are segments at all. */
public final class AutoSegmentationNodeFactory extends DefaultNodeFactory {

    private static final String TITLE = "Auto Segmentation";

    private static final DefaultNode NODE = DefaultNode.create()
            .name(TITLE)
            .icon("../icons/auto-segmentation.png")
            .shortDescription(
                    "Finds the best segmentation over algorithms and numbers of segments, and says whether there is one.")
            .fullDescription(MetricTexts.complete(NodeTexts.text("auto-segmentation"), Metrics.forSelection()))
            .sinceVersion(5, 8, 0)
            .ports(AutoSegmentationNodeFactory::ports)
            .model(m -> m.parametersClass(AutoSegmentationParameters.class)
                    .configure(AutoSegmentationNodeFactory::configure)
                    .execute(AutoSegmentationNodeFactory::execute))
            .addView(v -> PageView.declare(
                    v.withoutParameters(), SearchView.DESCRIPTION, (input, columns) -> SearchView.SETTINGS))
            .nodeType(NodeType.Learner)
            .keywords(
                    "segmentation",
                    "clustering",
                    "number of clusters",
                    "best k",
                    "elbow",
                    "model selection",
                    "AutoML",
                    "automatic",
                    "cluster tendency",
                    "silhouette",
                    "stability",
                    "customers")
            .addExternalResource(
                    "https://doi.org/10.1007/s11002-009-9083-4",
                    "Dolnicar and Leisch: Evaluation of structure and reproducibility of cluster solutions (2010)")
            .addExternalResource(
                    "https://doi.org/10.1007/s11222-015-9566-5",
                    "Hennig and Lin: Flexible parametric bootstrap for testing homogeneity against clustering (2015)")
            .addExternalResource(
                    "https://doi.org/10.1109/ICDCSW.2011.20",
                    "Satopää et al.: Finding a \"kneedle\" in a haystack (2011)");

    /** The node. */
    public AutoSegmentationNodeFactory() {
        super(NODE);
    }

    private static void ports(PortsAdder ports) {
        TrainingTable.ports(ports)
                .addOutputTable(
                        "Customers with segment",
                        "The same rows and columns in the same order, with the segment of each customer in the best"
                                + " segmentation appended: \"Segment 1\" is the largest.")
                .addOutputPort(
                        "Segmentation Model",
                        "The best segmentation, as the node of its algorithm makes it with the same options, for the"
                                + " nodes that score, draw and describe it.",
                        SegmentationModelPortObject.type())
                .addOutputTable(
                        "Leaderboard",
                        "One row per segmentation that was tried, the best first: its metrics, its smallest, largest"
                                + " and worst segment, its noise, its stability, whether it passes the guards, and a reason"
                                + " in words.")
                .addOutputTable(
                        "Curves",
                        "One row per algorithm and number of segments or radius, in the order in which they were tried:"
                                + " silhouette, Davies-Bouldin and Calinski-Harabasz index, inertia with its knee, BIC"
                                + " for mixtures, and stability beside that without segments.")
                .addOutputTable(
                        "Verdict",
                        "One row: natural segments, reproducible grouping or continuum, in words and with the numbers"
                                + " behind it.");
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        AutoSegmentationParameters parameters = in.getParameters();
        parameters.requireRange();
        TrainingSpec training = TrainingSpec.of(in, parameters.m_features);
        out.setOutSpec(
                0,
                ExplainedSegments.spec(
                                training.passedOn(parameters.segmentColumn(), parameters.keepFeatures()),
                                parameters.segmentColumn(),
                                parameters.why())
                        .orElse(null));
        out.setOutSpec(1, training.model(TITLE, parameters.segmentColumn()));
        out.setOutSpec(
                2,
                LeaderboardTable.spec(
                        parameters.toOptions(), new LeaderboardTable.More(StabilityColumns.ALL, index -> List.of())));
        out.setOutSpec(3, CurvesTable.spec());
        out.setOutSpec(4, VerdictTable.spec());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        AutoSegmentationParameters parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        TrainingTable training = TrainingTable.read(in, parameters.m_features, exec);
        Sweep sweep = prepare(parameters, training, exec);
        String slow = EngineRun.read(() -> Limits.check(sweep.plan().estimate()));
        SweepResult result = search(sweep, parameters, exec.createSubExecutionContext(0.6));
        Verdict verdict = judge(training, parameters, exec.createSubExecutionContext(0.2));
        SegmentationModel model =
                EngineRun.call(exec, parameters.m_seed, run -> model(parameters, training, result, run));
        output(parameters, training, model, out, exec);
        tables(parameters, result, verdict, out, exec);
        out.setInternalData(SearchView.of(training, model, result, verdict, exec.createSubExecutionContext(0.05)));
        List<String> messages =
                new ArrayList<>(List.of(verdict.sentence(), chosen(result), otherNumber(result, verdict)));
        messages.addAll(result.notes());
        messages.addAll(List.of(
                result.board().warning(),
                String.join(" ", model.provenance().warnings()),
                training.warning(exec),
                training.reading().leftOut(),
                slow));
        NodeTexts.warn(out, messages.toArray(String[]::new));
    }

    private static SweepResult search(Sweep sweep, AutoSegmentationParameters parameters, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        BooleanSupplier timeIsUp = clock(sweep.plan().searchSeconds());
        return EngineRun.call(
                exec,
                parameters.m_seed,
                run -> sweep.run(
                        timeIsUp, Limits.announced(run, exec, sweep.plan().estimate())));
    }

    private static Verdict judge(TrainingTable training, AutoSegmentationParameters parameters, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        return EngineRun.call(
                exec,
                parameters.m_seed,
                run -> Verdict.of(
                        training.features().matrix(),
                        structure(training),
                        parameters.toVerdictOptions(),
                        run.named("Comparing with tables without segments")));
    }

    private static Sweep prepare(AutoSegmentationParameters parameters, TrainingTable training, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        List<Column> columns = parameters.toOptions().guards().distinctFromColumns()
                ? OwnColumns.read(
                        training.table(),
                        training.preparation(),
                        training.names(),
                        training.features(),
                        exec.createSilentSubExecutionContext(0.05))
                : List.of();
        Matrix features = training.features().matrix();
        return EngineRun.call(
                exec.createSilentSubExecutionContext(0.01),
                parameters.m_seed,
                training.features().missingInWords(),
                run -> Sweep.of(
                        new SweepData(features, structure(training), columns),
                        parameters.toSweepOptions(features.rows(), features.columns()),
                        run));
    }

    /** Whether the time of the search is over, counted from now. */
    private static BooleanSupplier clock(double seconds) {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start > seconds * 1e9;
    }

    private static FeatureColumns structure(TrainingTable training) {
        return training.preparation().map(FeatureColumns::of).orElseGet(() -> FeatureColumns.numbers(training.names()));
    }

    private static SegmentationModel model(
            AutoSegmentationParameters parameters, TrainingTable training, SweepResult result, RunContext run) {
        String reason = "Found by Auto Segmentation among "
                + Numbers.count(result.board().entries().size(), "candidate") + ".";
        Provenance provenance = SingleNode.provenance(result, training, parameters.m_seed, reason);
        return training.model(provenance, parameters.segmentColumn(), result.clustering(), run)
                .withSearch(
                        result.curves().stream().map(CurvePoint::searchPoint).toList());
    }

    private static void output(
            AutoSegmentationParameters parameters,
            TrainingTable training,
            SegmentationModel model,
            ExecuteOutput out,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        out.setOutData(
                0,
                ExplainedSegments.append(
                        training.passedOn(parameters.keepFeatures(), exec),
                        training.table(),
                        model,
                        model.labels(),
                        training.features(),
                        parameters.why(),
                        exec.createSubExecutionContext(0.05)));
        out.setOutData(1, new SegmentationModelPortObject(model));
    }

    private static void tables(
            AutoSegmentationParameters parameters,
            SweepResult result,
            Verdict verdict,
            ExecuteOutput out,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        SmallTable leaderboard = EngineRun.call(
                exec.createSilentSubExecutionContext(0.01),
                0,
                run -> LeaderboardTable.table(
                        result.board(), parameters.toOptions(), index -> "Tessera", stability(result), run));
        out.setOutData(2, leaderboard.create(exec));
        out.setOutData(3, CurvesTable.table(result.curves()).create(exec));
        out.setOutData(4, VerdictTable.table(verdict).create(exec));
    }

    /** The curves are in the order of the candidates. */
    private static LeaderboardTable.More stability(SweepResult result) {
        return new LeaderboardTable.More(
                StabilityColumns.ALL,
                index -> StabilityColumns.values(result.curves().get(index).stability()));
    }

    /** That the best segmentation has another number of segments than the verdict counts; empty if not. */
    private static String otherNumber(SweepResult result, Verdict verdict) {
        int found = result.clustering().labels().segments();
        int natural = verdict.segments().orElse(found);
        return natural == found
                ? ""
                : "It has " + Numbers.count(found, "segment") + ", not the " + natural
                        + " that the verdict counts: to get"
                        + " those, set '" + SweepOptions.FEWEST_OPTION + "' and '" + SweepOptions.MOST_OPTION + "' to "
                        + natural + ".";
    }

    /** What was chosen among how many, a sentence. */
    private static String chosen(SweepResult result) {
        Leaderboard board = result.board();
        return "Best of " + Numbers.count(board.entries().size(), "candidate") + ": " + result.title() + ".";
    }
}
