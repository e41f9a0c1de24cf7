package org.tessera.knime.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
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
import org.tessera.knime.kit.PreparedColumns;
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
                                    + " states in words how much the customers have shifted."))
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
        AppendedColumns.Cells cells = cells(plan, customers, assignment, model.labels());
        BufferedDataTable passed = AppendedColumns.without(
                table,
                AssignerPlan.dropped(table.getDataTableSpec(), port.getSpec(), parameters),
                exec.createSilentSubExecutionContext(0.01));
        out.setOutData(0, AppendedColumns.append(passed, plan.columns(), cells, exec.createSubExecutionContext(0.29)));
        SegmentShares shares = ShareTable.shares(model, assignment);
        out.setOutData(1, ShareTable.table(model, shares, exec));
        List<String> warnings = new ArrayList<>(warnings(parameters, model, customers, assignment, shares));
        warnings.add(EngineRun.call(exec, 0, run -> moved(model, customers, assignment, run)));
        NodeTexts.warn(out, warnings.toArray(String[]::new));
    }

    private static AppendedColumns.Cells cells(
            AssignerPlan plan, NewCustomers customers, Assignment assignment, Labels labels) {
        IntFunction<DataCell> names = SegmentColumn.cells(labels);
        int[] matrixRows = customers.features().matrixRows();
        return row -> {
            int i = matrixRows[(int) row];
            DataCell[] cells = new DataCell[plan.columns().size()];
            int at = 0;
            cells[at++] = names.apply(i < 0 ? Assignment.NONE : assignment.segments()[i]);
            if (plan.confidence()) {
                cells[at++] = number(i < 0 ? Double.NaN : assignment.confidences()[i]);
            }
            if (plan.probability()) {
                boolean known = i >= 0 && i < assignment.probabilities().length;
                cells[at++] = number(known ? assignment.probabilities()[i] : Double.NaN);
            }
            if (plan.runnerUp()) {
                cells[at++] = names.apply(i < 0 ? Assignment.NONE : assignment.runnersUp()[i]);
            }
            if (plan.outOfRange()) {
                String beyond = NoveltyTexts.outOfRange(customers.novelties(), (int) row);
                cells[at++] = beyond.isEmpty() ? DataType.getMissingCell() : new StringCell(beyond);
            }
            if (plan.features()) {
                Matrix prepared = customers.prepared().orElseThrow();
                System.arraycopy(PreparedColumns.cells(prepared, (int) row), 0, cells, at, prepared.columns());
            }
            return cells;
        };
    }

    private static DataCell number(double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
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
