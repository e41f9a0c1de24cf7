package org.tessera.knime.apply;

import java.util.ArrayList;
import java.util.List;
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
import org.tessera.engine.apply.drift.Drift;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.NodeTexts;
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
        BufferedDataTable passed = AppendedColumns.without(
                table,
                AssignerPlan.dropped(table.getDataTableSpec(), port.getSpec(), parameters),
                exec.createSilentSubExecutionContext(0.01));
        AssignerTally tally = new AssignerTally(model, parameters);
        List<String> warnings = new ArrayList<>();
        try (CustomerBlocks blocks = CustomerBlocks.of(table, model, parameters)) {
            out.setOutData(
                    0, AssignedRows.append(passed, plan, model, blocks, tally, exec.createSubExecutionContext(0.98)));
            EngineRun.read(() -> {
                tally.requireSeen();
                return tally;
            });
            warnings.addAll(tally.warnings(blocks));
        }
        out.setOutData(1, ShareTable.table(model, tally.shares(), exec));
        Drift drift = EngineRun.call(exec, 0, tally::drift);
        out.setOutData(2, DriftTable.table(drift, exec));
        warnings.add(DriftTable.warning(drift));
        warnings.add(tally.moved());
        NodeTexts.warn(out, warnings.toArray(String[]::new));
    }
}
