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
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.prep.Preparation;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.FeatureReader;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.kit.RowIds;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.kit.SpreadWarning;
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
                        "Customers",
                        "The customers to be clustered, with the columns that the Preparation was made on; without a"
                                + " Preparation, with numeric columns as features. Rows with a missing feature get no"
                                + " segment, with a warning.")
                .addInputPort(
                        "Preparation",
                        "The Preparation of the Segmentation Preprocessor, which makes the features from the"
                                + " customers' own columns and becomes part of the model. Features in the table are not"
                                + " read. Optional: if it is not connected, choose the features in the dialog.",
                        PreparationPortObject.optionalType())
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
        DataTableSpec spec = in.getInTableSpec(TABLE);
        PreparationPortObjectSpec preparation = in.getInPortSpec(PREPARATION);
        List<String> features = featureNames(
                spec, Optional.ofNullable(preparation).map(PreparationPortObjectSpec::features), parameters);
        require(spec, preparation, features);
        DataTableSpec passed = AppendedColumns.without(
                spec, PreparedColumns.dropped(spec, preparation != null, parameters.m_keepFeatures));
        AppendedColumns.checkName(passed, parameters.m_segmentColumn, ClusterParameters.SEGMENT_COLUMN);
        out.setOutSpec(TABLE, tableSpec(passed, parameters));
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

    /** Checks that the table has what the features are made from, or the features themselves. */
    private static void require(DataTableSpec spec, PreparationPortObjectSpec preparation, List<String> features)
            throws InvalidSettingsException {
        if (preparation == null) {
            Features.indices(spec, features);
        } else {
            preparation.sources().require(spec);
        }
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
        List<String> names = EngineRun.read(() -> {
            List<String> all =
                    featureNames(table.getDataTableSpec(), preparation.map(Preparation::featureNames), parameters);
            require(table.getDataTableSpec(), port == null ? null : port.getSpec(), all);
            return all;
        });
        FeatureReader.Reading reading =
                FeatureReader.read(table, preparation, names, exec.createSubExecutionContext(0.1));
        Features features = reading.features();
        long[] ids = RowIds.read(table, features, exec);
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
                    SegmentationModel.fingerprint(features.matrix(), run),
                    TrainingRows.of(ids, features.matrix(), run));
        });
        output(parameters, table, features, model, out, exec);
        NodeTexts.warn(
                out,
                port == null ? byHandWarning(table, features, names, exec) : reading.warning(),
                String.join(" ", model.provenance().warnings()),
                reading.leftOut(),
                slow);
    }

    /** What may be wrong with features that were chosen by hand. */
    private static String byHandWarning(
            BufferedDataTable table, Features features, List<String> names, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        String mixture = PreparedColumns.mixtureWarning(table.getDataTableSpec(), names);
        return mixture.isEmpty()
                ? EngineRun.call(exec, 0, run -> SpreadWarning.of(features.matrix(), names, run))
                : mixture;
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
                String.join(" ", plan.choice().reason(), clustering.reason()).strip(),
                features.leftOut(),
                clustering.iterations(),
                clustering.converged(),
                parameters.warnings(clustering, features.matrix(), names));
    }

    private static void output(
            ClusterParameters<?> parameters,
            BufferedDataTable customers,
            Features features,
            SegmentationModel model,
            ExecuteOutput out,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        List<String> dropped = PreparedColumns.dropped(
                customers.getDataTableSpec(), model.preparation().isPresent(), parameters.m_keepFeatures);
        BufferedDataTable table =
                AppendedColumns.without(customers, dropped, exec.createSilentSubExecutionContext(0.01));
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
