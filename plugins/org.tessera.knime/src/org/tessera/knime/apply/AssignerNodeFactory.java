package org.tessera.knime.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.apply.drift.Drift;
import org.tessera.engine.apply.drift.DriftCounts;
import org.tessera.engine.apply.why.Contributions;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;

/** The Segment Assigner: assigns new customers to the segments of an existing segmentation. */
public final class AssignerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Segment Assigner")
            .icon("../icons/assigner.png")
            .shortDescription("Assigns new customers to the segments of an existing segmentation and measures how they"
                    + " differ from its training customers.")
            .fullDescription(NodeTexts.text("assigner"))
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable(
                            "New customers",
                            "One row per customer, with the columns on which the segmentation was made: the original"
                                    + " columns if the model contains a preparation, otherwise the feature columns."
                                    + " Further columns are kept.")
                    .addInputPort(
                            "Segmentation Model",
                            "The segmentation, from a clustering node or the Best Segmentation Selector.",
                            SegmentationModelPortObject.type())
                    .addOutputTable(
                            "Customers with segment",
                            "The same rows and columns in the same order, with each customer's segment, its confidence,"
                                    + " the runner-up and the numbers outside the range of training appended.")
                    .addOutputTable(
                            "Segment shares",
                            "One row per segment: its training customers, its new customers, their shares, and its"
                                    + " contribution to the population stability index. The last row holds the totals and"
                                    + " states in words how much the customers have shifted.")
                    .addOutputTable(
                            "Drift",
                            "One row per column that the model uses, and one for the shares of the segments: what has moved"
                                    + " most since training, by how much, whether chance explains it, and the population"
                                    + " stability index with its usual bands."))
            .model(m -> m.parametersClass(AssignerParameters.class)
                    .configure(AssignerNodeFactory::configure)
                    .execute(AssignerNodeFactory::execute))
            .nodeType(NodeType.Predictor)
            .keywords(
                    "predict",
                    "score",
                    "apply",
                    "deploy",
                    "classify",
                    "cluster assigner",
                    "new data",
                    "drift",
                    "PSI",
                    "segmentation",
                    "nearest cluster")
            .addExternalResource(
                    "https://doi.org/10.1016/j.ins.2005.07.015",
                    "Hruschka, Campello and de Castro: Evolving clusters in gene-expression data (2006)");

    /** The node. */
    public AssignerNodeFactory() {
        super(NODE);
    }

    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        SegmentationModelPortObjectSpec model = in.getInPortSpec(1);
        AssignerParameters parameters = in.getParameters();
        DataTableSpec spec = in.getInTableSpec(0);
        AssignerPlan plan = AssignerPlan.of(spec, model, parameters);
        DataTableSpec passed = AppendedColumns.without(spec, AssignerPlan.dropped(spec, model, parameters));
        out.setOutSpec(0, AppendedColumns.spec(passed, plan.columns()));
        out.setOutSpec(1, ShareTable.spec());
        out.setOutSpec(2, DriftTable.spec());
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        AssignerParameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        SegmentationModelPortObject port = in.getInPortObject(1);
        SegmentationModel model = port.model();
        ExecutionContext exec = in.getExecutionContext();
        AssignerPlan plan = EngineRun.read(() -> AssignerPlan.of(table.getDataTableSpec(), port.getSpec(), parameters));
        NewCustomers customers = NewCustomers.read(table, model, parameters, exec.createSubExecutionContext(0.4));
        Assignment assignment = EngineRun.call(
                exec.createSubExecutionContext(0.3),
                0,
                run -> Assigner.assign(model.clusters(), customers.features().matrix(), run));
        Optional<Reasons> reasons = plan.why()
                ? Optional.of(EngineRun.call(exec, 0, run -> reasons(model, customers, assignment, run)))
                : Optional.empty();
        AppendedColumns.Cells cells = new AssignedCells(plan, model, customers, assignment, reasons);
        BufferedDataTable passed = AppendedColumns.without(
                table,
                AssignerPlan.dropped(table.getDataTableSpec(), port.getSpec(), parameters),
                exec.createSilentSubExecutionContext(0.01));
        out.setOutData(0, AppendedColumns.append(passed, plan.columns(), cells, exec.createSubExecutionContext(0.29)));
        SegmentShares shares = ShareTable.shares(model, assignment);
        out.setOutData(1, ShareTable.table(model, shares, exec));
        Drift drift = EngineRun.call(exec, 0, run -> drift(model, customers, shares, run));
        out.setOutData(2, DriftTable.table(drift, exec));
        List<String> warnings = new ArrayList<>(warnings(parameters, model, customers, assignment, shares));
        warnings.add(DriftTable.warning(drift));
        warnings.add(EngineRun.call(exec, 0, run -> moved(model, customers, assignment, run)));
        NodeTexts.warn(out, warnings.toArray(String[]::new));
    }

    private static Reasons reasons(
            SegmentationModel model, NewCustomers customers, Assignment assignment, RunContext run) {
        Contributions contributions =
                Explainer.of(model, run).explain(customers.features().matrix(), assignment, run);
        List<String> names = SegmentColumn.names(model);
        return new Reasons(
                contributions,
                assignment,
                label -> names.get(label == Labels.NOISE ? names.size() - 1 : label),
                customers.assigned(run));
    }

    private static Drift drift(SegmentationModel model, NewCustomers customers, SegmentShares shares, RunContext run) {
        DriftCounts counts = new DriftCounts(model.baseline());
        counts.add(customers.own(), run);
        return counts.result(shares, SegmentColumn.names(model)::get, run);
    }

    private static List<String> warnings(
            AssignerParameters parameters,
            SegmentationModel model,
            NewCustomers customers,
            Assignment assignment,
            SegmentShares shares) {
        int rows = customers.features().tableRows();
        String tooLarge = assignment.none() == 0
                ? ""
                : NodeTexts.count(assignment.none(), "row")
                        + " got no segment because a feature has no finite value: a number is too large, or -1 or less"
                        + " where its logarithm is taken. Correct the number.";
        String allNoise = model.labels().segments() > 0
                ? ""
                : "The model has no segment, so every customer is noise: connect a segmentation that has segments.";
        return List.of(
                allNoise,
                customers.leftOut(),
                NoveltyTexts.empty(customers.novelties()),
                NoveltyTexts.unread(customers.novelties()),
                NoveltyTexts.unseen(customers.novelties(), rows, parameters.m_unseen),
                NoveltyTexts.outOfRange(customers.novelties(), rows, parameters.m_outOfRange),
                tooLarge,
                shares.index() >= SegmentShares.LARGE && shares.index() > shares.criticalValue()
                        ? shares.inWords()
                        : "",
                customers.warning());
    }

    /** Counts the customers that get another segment than in training, if these are the training customers. */
    private static String moved(
            SegmentationModel model, NewCustomers customers, Assignment assignment, RunContext run) {
        Matrix x = customers.features().matrix();
        Labels labels = model.labels();
        boolean training = labels.size() == x.rows() && model.fingerprint() == SegmentationModel.fingerprint(x, run);
        int moved = training ? labels.size() - assignment.unchanged(labels) : 0;
        if (moved == 0) {
            return "";
        }
        String reason = "";
        if (model.clusters() instanceof TreeModel) {
            reason = ": a tree does not define segments of new customers, who are assigned to the nearest segment mean";
        } else if (model.clusters() instanceof CentroidModel) {
            reason = ": they are equally near to another centroid, or k-means stopped at its limit of iterations";
        }
        return "These are the training customers of the segmentation, and " + Numbers.count(moved) + " of "
                + Numbers.count(labels.size()) + " got another segment than in training" + reason + ".";
    }
}
