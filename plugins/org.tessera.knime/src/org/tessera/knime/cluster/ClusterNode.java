package org.tessera.knime.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.RequirePorts.PortsAdder;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.OptionTexts;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.Recipe;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.port.SegmentationModelPortObject;

/** The clustering nodes apart from their algorithms and options: declaration, ports, configuration and execution. */
final class ClusterNode {

    private ClusterNode() {}

    /**
     * Declares a clustering node. Icon and description are the files named after the algorithm's id; keywords and links
     * are up to the node.
     *
     * @param <O> the options of the algorithm
     * @param name the name of the node
     * @param sentence the short description
     * @param algorithm the algorithm, an entry of the catalog
     * @param parameters its parameters
     */
    static <O extends Record> DefaultNode declare(
            String name, String sentence, Algorithm<O> algorithm, Class<? extends ClusterParameters<O>> parameters) {
        return DefaultNode.create()
                .name(name)
                .icon("../icons/" + algorithm.id() + ".png")
                .shortDescription(sentence)
                .fullDescription(NodeTexts.text(algorithm.id()))
                .sinceVersion(5, 8, 0)
                .ports(ClusterNode::ports)
                .model(m -> m.parametersClass(parameters)
                        .configure(ClusterNode::configure)
                        .execute(ClusterNode::execute))
                .nodeType(NodeType.Learner);
    }

    private static void ports(PortsAdder ports) {
        TrainingTable.ports(ports)
                .addOutputTable(
                        "Customers with segment",
                        "The same rows and columns in the same order, with the segment of each customer appended:"
                                + " \"Segment 1\" is the largest. The features of a Preprocessor do not travel on,"
                                + " unless they are kept.")
                .addOutputPort(
                        "Segmentation Model",
                        "The segmentation with everything that later nodes need: preparation, clusters, options, seed"
                                + " and the segments of these customers.",
                        SegmentationModelPortObject.type())
                .addOutputTable(
                        "Segment summary",
                        "One row per segment: customers, share, within-segment sum of squares, the mean of each"
                                + " feature, and which implementation ran and why.");
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        ClusterParameters<?> parameters = in.getParameters();
        TrainingSpec training = TrainingSpec.of(in, parameters.m_features);
        DataTableSpec passed = training.passedOn(parameters.m_segmentColumn, parameters.m_keepFeatures);
        out.setOutSpec(TrainingSpec.TABLE, tableSpec(passed, parameters));
        out.setOutSpec(1, training.model(parameters.algorithm().title(), parameters.m_segmentColumn));
        out.setOutSpec(2, SegmentSummary.spec(training.features()));
    }

    /** Null, unknown, if memberships are appended and their number depends on the data. */
    private static DataTableSpec tableSpec(DataTableSpec spec, ClusterParameters<?> parameters) {
        if (parameters.memberships() && parameters.knownSegments() == 0) {
            return null;
        }
        List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SegmentColumn.spec(parameters.m_segmentColumn));
        if (parameters.memberships()) {
            columns.addAll(Memberships.columns(spec, parameters.m_segmentColumn, parameters.knownSegments()));
        }
        if (parameters.pointTypes()) {
            columns.add(PointTypes.column(spec, parameters.m_segmentColumn));
        }
        return AppendedColumns.spec(spec, columns);
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        ClusterParameters<?> parameters = in.getParameters();
        ExecutionContext exec = in.getExecutionContext();
        TrainingTable training = TrainingTable.read(in, parameters.m_features, exec);
        Features features = training.features();
        ClusterPlan plan =
                parameters.plan(features.matrix().rows(), training.names().size());
        String slow = EngineRun.read(() -> Limits.check(plan.estimate()));
        ExecutionContext fitting = exec.createSubExecutionContext(0.75);
        SegmentationModel model = EngineRun.call(fitting, parameters.seed(), features.missingInWords(), run -> {
            Clustering clustering =
                    plan.clusterer().fit(features.matrix(), Limits.withDuration(run, fitting, plan.estimate()));
            return training.model(
                    provenance(parameters, plan, clustering, features.matrix().rows(), training),
                    parameters.m_segmentColumn,
                    clustering,
                    run);
        });
        output(parameters, training, model, out, exec);
        NodeTexts.warn(
                out,
                training.warning(exec),
                String.join(" ", model.provenance().warnings()),
                training.reading().leftOut(),
                slow);
    }

    /** What the model says of its origin: an algorithm that was run on some or all of the rows. */
    static Provenance provenance(
            ClusterParameters<?> parameters,
            ClusterPlan plan,
            Clustering clustering,
            int rows,
            TrainingTable training) {
        return new Provenance(
                parameters.algorithm().id(),
                parameters.title(clustering.model()),
                plan.options(),
                parameters.seed(),
                plan.choice().title(),
                String.join(" ", plan.choice().reason(), clustering.reason()).strip(),
                training.features().leftOut(),
                clustering.iterations(),
                clustering.converged(),
                parameters.warnings(clustering, training.features().matrix(), training.names()),
                Optional.of(new Recipe(
                        OptionTexts.of(parameters.toOptions()),
                        plan.choice().byHand(),
                        parameters.m_dissolveBelow,
                        rows)));
    }

    private static void output(
            ClusterParameters<?> parameters,
            TrainingTable training,
            SegmentationModel model,
            ExecuteOutput out,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        Features features = training.features();
        BufferedDataTable table = training.passedOn(parameters.m_keepFeatures, exec);
        DataCell[] segments = SegmentColumn.cells(model.labels(), features);
        List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SegmentColumn.spec(model.segmentColumn(), model.labels()));
        AppendedColumns.Cells cells = row -> new DataCell[] {segments[(int) row]};
        if (parameters.memberships()) {
            int count = parameters.knownSegments() == 0 ? model.labels().segments() : parameters.knownSegments();
            columns.addAll(Memberships.columns(table.getDataTableSpec(), model.segmentColumn(), count));
            cells = Memberships.behind(segments, model, features, count, exec.createSilentSubExecutionContext(0.05));
        }
        if (parameters.pointTypes()) {
            columns.add(PointTypes.column(table.getDataTableSpec(), model.segmentColumn()));
            cells = PointTypes.behind(segments, model, features);
        }
        out.setOutData(0, AppendedColumns.append(table, columns, cells, exec.createSubExecutionContext(0.1)));
        out.setOutData(1, new SegmentationModelPortObject(model));
        out.setOutData(2, SegmentSummary.table(model, features.matrix(), exec));
    }
}
