package org.tessera.knime.kit;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.reduce.Pca;

/**
 * A table of customers with their segments, as every node takes it: the segments are read at once, in the numbers and by
 * the names of the model where there is one; features and own columns when a node asks for them. Warnings are texts, "" if
 * there is nothing to be said.
 */
public final class LabeledTable {

    private final BufferedDataTable table;
    private final SegmentColumnChoice choice;
    private final Optional<SegmentationModel> model;
    private final SegmentLabels segments;

    private LabeledTable(
            BufferedDataTable table,
            SegmentColumnChoice choice,
            Optional<SegmentationModel> model,
            SegmentLabels segments) {
        this.table = table;
        this.choice = choice;
        this.model = model;
        this.segments = segments;
    }

    /**
     * Customers that have a segment and all features.
     *
     * @param reading the features of all rows that have them, and what is to be said about them
     * @param customers those that have a segment, too
     */
    public record Featured(FeatureReader.Reading reading, SegmentLabels.Customers customers) {

        /**
         * Checks the resources for scatter plot and silhouettes; other charts take a single pass over the rows.
         *
         * @return a warning if they take long
         */
        public String slowCharts() {
            DataSize size = DataSize.of(
                    customers.features().rows(), customers.features().columns());
            String scatter = Limits.check(Pca.estimate(size));
            String silhouettes = Limits.check(
                    Silhouette.METRIC.info().estimate(size, customers.dense().segments(), 1, MetricOptions.defaults()));
            return (scatter + " " + silhouettes).trim();
        }
    }

    /**
     * Reads the segments. O(n).
     *
     * @param table the table
     * @param choice the column with the segments
     * @param model the model that they are of, if there is one
     * @param exec progress and cancel
     * @return the table with its segments
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if the column has no segment, too many, or one that the model does not have
     */
    public static LabeledTable read(
            BufferedDataTable table,
            SegmentColumnChoice choice,
            Optional<SegmentationModel> model,
            ExecutionMonitor exec)
            throws CanceledExecutionException, KNIMEException {
        SegmentLabels segments = EngineRun.read(() -> {
            SegmentLabels read = SegmentLabels.read(table, choice.column(), exec);
            return model.isPresent() ? read.of(model.get().labels()) : read;
        });
        return new LabeledTable(table, choice, model, segments);
    }

    /** @return the table */
    public BufferedDataTable table() {
        return table;
    }

    /** @return the segment of each row */
    public SegmentLabels segments() {
        return segments;
    }

    /** @return the rows that have a segment, and their segments */
    public SegmentedRows segmented() {
        return new SegmentedRows(segments.rows(), segments.labels());
    }

    /**
     * Reads features. O(n d).
     *
     * @param preparation the Preparation that makes them, if there is one
     * @param names their names
     * @param exec progress and cancel
     * @return the customers that have a segment and all features
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a column is absent, a value unusable, the table too large or no customer left
     */
    public Featured features(Optional<Preparation> preparation, List<String> names, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        FeatureReader.Reading reading = FeatureReader.read(table, preparation, names, exec);
        return new Featured(reading, EngineRun.read(() -> segments.with(reading.features())));
    }

    /**
     * Reads the features of a model. O(n d).
     *
     * @param made the model by which they are made, of these segments or of others
     * @param exec progress and cancel
     * @return the customers that have a segment and all features
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a column is absent, a value unusable, the table too large or no customer left
     */
    public Featured features(SegmentationModel made, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        return features(made.preparation(), made.features(), exec);
    }

    /**
     * Reads the customers' own columns. O(n) per column.
     *
     * @param columns their names
     * @param exec progress and cancel
     * @return these columns of all rows
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a column is absent or a value unusable
     */
    public CustomerTable own(List<String> columns, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        return EngineRun.read(() -> CustomerReader.read(table, columns, exec));
    }

    /** @return that another column than the model's was taken */
    public String choiceWarning() {
        return choice.warning();
    }

    /** @return that segments have no customer in the table */
    public String emptyWarning() {
        return segments.emptyWarning();
    }

    /**
     * Compares the segments with those that the model gives its customers, see {@link SegmentCheck}.
     *
     * @param features the features made by the model
     * @param exec the node's context or a part of it
     * @return that customers are in other segments; "" without a model
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if the segments cannot be assigned
     */
    public String differentWarning(Features features, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        return model.isEmpty() ? "" : SegmentCheck.warning(segments, model.get(), features, table, exec);
    }

    /**
     * Says that customers do not count.
     *
     * @param counted number of those that do
     * @param reason why the others do not, such as "the segment is missing"
     * @return how many do not count, why, and what to do
     */
    public String leftOut(long counted, String reason) {
        return NodeTexts.leftOut(table.size() - counted, table.size(), reason, SegmentLabels.KEEP);
    }
}
