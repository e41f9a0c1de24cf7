package org.tessera.knime.cluster;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.RequirePorts.PortsAdder;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.tessera.engine.apply.drift.Baselines;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.Training;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.FeatureReader;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.OwnCustomers;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.kit.RowIds;
import org.tessera.knime.kit.SpreadWarning;
import org.tessera.knime.port.PreparationPortObject;

/**
 * The customers from which a node makes segments, with their features.
 *
 * @param table the customers
 * @param preparation the Preparation that makes the features; empty if they were chosen by hand
 * @param names the names of the features
 * @param reading the features, and what is to be said about them
 * @param ids a hash of the RowID per row of the features
 * @param distributions the distributions of the own columns that make the features
 */
public record TrainingTable(
        BufferedDataTable table,
        Optional<Preparation> preparation,
        List<String> names,
        FeatureReader.Reading reading,
        long[] ids,
        List<ColumnBaseline> distributions) {

    /** Copies the list. */
    public TrainingTable {
        distributions = List.copyOf(distributions);
    }

    /**
     * Declares the inputs: customers, and a Preparation that may stay unconnected.
     *
     * @param ports where ports are declared
     * @return the same, for the outputs
     */
    public static PortsAdder ports(PortsAdder ports) {
        return ports.addInputTable(
                        "Customers",
                        "The customers to be clustered, with the columns that the Preparation was made on; without a"
                                + " Preparation, with numeric columns as features. Rows with a missing feature get no"
                                + " segment, with a warning.")
                .addInputPort(
                        "Preparation",
                        "The Preparation of the Segmentation Preprocessor, which makes the features from the"
                                + " customers' own columns and becomes part of the model. Features in the table are not"
                                + " read. Optional: if it is not connected, choose the features in the dialog.",
                        PreparationPortObject.optionalType());
    }

    /**
     * Reads the inputs of a node. O(n d).
     *
     * @param in the node's inputs
     * @param filter the features that were chosen by hand, used where no Preparation is connected
     * @param exec progress and cancel
     * @return customers and features
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a column is absent, a value unusable or the table too large
     */
    public static TrainingTable read(ExecuteInput in, ColumnFilter filter, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        BufferedDataTable table = in.getInTable(TrainingSpec.TABLE);
        PreparationPortObject port = in.getInPortObject(TrainingSpec.PREPARATION);
        Optional<Preparation> preparation = Optional.ofNullable(port).map(PreparationPortObject::preparation);
        List<String> names = EngineRun.read(
                () -> TrainingSpec.of(table.getDataTableSpec(), port == null ? null : port.getSpec(), filter)
                        .features());
        FeatureReader.Reading reading =
                FeatureReader.read(table, preparation, names, exec.createSubExecutionContext(0.1));
        return new TrainingTable(
                table,
                preparation,
                names,
                reading,
                RowIds.read(table, reading.features(), exec),
                distributions(table, preparation, names, reading.features(), exec));
    }

    private static List<ColumnBaseline> distributions(
            BufferedDataTable table,
            Optional<Preparation> preparation,
            List<String> names,
            Features features,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        CustomerTable customers = OwnCustomers.read(
                table, preparation, names, features, features.rows(), exec.createSilentSubExecutionContext(0.05));
        return EngineRun.call(exec.createSilentSubExecutionContext(0.01), 0, run -> Baselines.columns(customers, run));
    }

    /** @return the features of the rows that have all of them */
    public Features features() {
        return reading.features();
    }

    /**
     * What is odd about the features.
     *
     * @param exec cancel
     * @return sentences, or ""
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if the memory runs out
     */
    public String warning(ExecutionContext exec) throws CanceledExecutionException, KNIMEException {
        if (preparation.isPresent()) {
            return reading.warning();
        }
        String mixture = PreparedColumns.mixtureWarning(table.getDataTableSpec(), names);
        return mixture.isEmpty()
                ? EngineRun.call(exec, 0, run -> SpreadWarning.of(features().matrix(), names, run))
                : mixture;
    }

    /**
     * The model of a clustering of these customers.
     *
     * @param provenance algorithm, options, seed
     * @param segmentColumn name of the column that holds the segments
     * @param clustering the clustering of the features
     * @param run cancel
     * @return the model
     */
    public SegmentationModel model(Provenance provenance, String segmentColumn, Clustering clustering, RunContext run) {
        Matrix x = features().matrix();
        Training training = new Training(
                clustering.labels(),
                SegmentationModel.fingerprint(x, run),
                TrainingRows.of(ids, x, run),
                new Baseline(distributions, Baselines.shares(clustering.model(), x, clustering.labels(), run)));
        return new SegmentationModel(
                provenance, segmentColumn, names, preparation, clustering.model(), training, List.of());
    }

    /**
     * The customers as they travel on behind the segment.
     *
     * @param keepFeatures whether the features of a Preprocessor stay in the table
     * @param exec progress and cancel
     * @return the table, without these features if they do not stay
     * @throws CanceledExecutionException if the user has canceled
     */
    public BufferedDataTable passedOn(boolean keepFeatures, ExecutionContext exec) throws CanceledExecutionException {
        List<String> dropped = PreparedColumns.dropped(table.getDataTableSpec(), preparation.isPresent(), keepFeatures);
        return AppendedColumns.without(table, dropped, exec.createSilentSubExecutionContext(0.01));
    }
}
