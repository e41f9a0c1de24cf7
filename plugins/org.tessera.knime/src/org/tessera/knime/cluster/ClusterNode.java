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
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.port.PreparationPortObject;
import org.tessera.knime.port.PreparationPortObjectSpec;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;

/** The clustering nodes apart from their algorithms and options: declaration, ports, configuration and execution. */
final class ClusterNode {

    static final int TABLE = 0;
    static final int PREPARATION = 1;

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
        ports.addInputTable(
                        "Customers with features",
                        "The customers to be clustered, with numeric feature columns, preferably those of a"
                                + " Segmentation Preprocessor. Rows with a missing feature get no segment, with a"
                                + " warning.")
                .addInputPort(
                        "Preparation",
                        "The Preparation of the Segmentation Preprocessor, which defines the features and becomes part"
                                + " of the model. Optional: if it is not connected, choose the features in the dialog.",
                        PreparationPortObject.optionalType())
                .addOutputTable(
                        "Customers with segment",
                        "The same rows and columns in the same order, with the segment of each customer appended:"
                                + " \"Segment 1\" is the largest.")
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
        DataTableSpec spec = in.getInTableSpec(TABLE);
        PreparationPortObjectSpec preparation = in.getInPortSpec(PREPARATION);
        List<String> features = featureNames(
                spec, Optional.ofNullable(preparation).map(PreparationPortObjectSpec::features), parameters);
        Features.indices(spec, features);
        AppendedColumns.checkName(spec, parameters.m_segmentColumn, ClusterParameters.SEGMENT_COLUMN);
        out.setOutSpec(TABLE, tableSpec(spec, parameters));
        out.setOutSpec(
                1,
                new SegmentationModelPortObjectSpec(
                        parameters.algorithm().title(),
                        parameters.m_segmentColumn,
                        features,
                        Optional.ofNullable(preparation).map(PreparationPortObjectSpec::sources),
                        List.of()));
        out.setOutSpec(2, SegmentSummary.spec(features));
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

    private static List<String> featureNames(
            DataTableSpec spec, Optional<List<String>> prepared, ClusterParameters<?> parameters)
            throws InvalidSettingsException {
        if (prepared.isPresent()) {
            return prepared.get();
        }
        return Features.selected(parameters.m_features, spec.stream());
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        ClusterParameters<?> parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(TABLE);
        PreparationPortObject port = in.getInPortObject(PREPARATION);
        Optional<Preparation> preparation = Optional.ofNullable(port).map(PreparationPortObject::preparation);
        ExecutionContext exec = in.getExecutionContext();
        List<String> names = EngineRun.read(
                () -> featureNames(table.getDataTableSpec(), preparation.map(Preparation::featureNames), parameters));
        Features features = EngineRun.read(() -> Features.read(table, names, exec.createSubExecutionContext(0.1)));
        ClusterPlan plan = parameters.plan(features.matrix().rows(), names.size());
        String slow = EngineRun.read(() -> Limits.check(plan.estimate()));
        ExecutionContext fitting = exec.createSubExecutionContext(0.75);
        SegmentationModel model = EngineRun.call(fitting, parameters.seed(), features.missingInWords(), run -> {
            Clustering clustering =
                    plan.clusterer().fit(features.matrix(), Limits.withDuration(run, fitting, plan.estimate()));
            return new SegmentationModel(
                    provenance(parameters, plan, clustering, features, names),
                    parameters.m_segmentColumn,
                    names,
                    preparation,
                    clustering.model(),
                    clustering.labels(),
                    SegmentationModel.fingerprint(features.matrix(), run));
        });
        output(parameters, table, features, model, out, exec);
        String mixture = port == null ? PreparedColumns.mixtureWarning(table.getDataTableSpec(), names) : "";
        NodeTexts.warn(out, mixture, String.join(" ", model.provenance().warnings()), features.leftOutWarning(), slow);
    }

    private static Provenance provenance(
            ClusterParameters<?> parameters,
            ClusterPlan plan,
            Clustering clustering,
            Features features,
            List<String> names) {
        return new Provenance(
                parameters.algorithm().id(),
                parameters.title(clustering.model()),
                plan.options(),
                parameters.seed(),
                plan.choice().title(),
                plan.choice().reason(),
                features.leftOut(),
                clustering.iterations(),
                clustering.converged(),
                parameters.warnings(clustering, features.matrix(), names));
    }

    private static void output(
            ClusterParameters<?> parameters,
            BufferedDataTable table,
            Features features,
            SegmentationModel model,
            ExecuteOutput out,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
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
