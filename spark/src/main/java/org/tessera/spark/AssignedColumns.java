package org.tessera.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.SegmentationException;
import org.tessera.spark.AssignOptions.OutOfRange;
import org.tessera.spark.AssignOptions.Why;

/**
 * The columns that are appended to customers, those of the Segment Assigner in its order and by its names.
 *
 * @param schema the columns of the customers and those appended
 * @param contributions the columns and further terms whose contributions are, followed by the margin; empty if they are not
 * @param outOfRange whether the numbers out of range are
 */
record AssignedColumns(StructType schema, List<String> contributions, boolean outOfRange) implements Serializable {

    /**
     * Plans the columns.
     *
     * @param customers the customers' columns
     * @param model the model
     * @param options what is appended
     * @return the columns
     * @throws SegmentationException if the customers have a column of the segment column's name
     */
    static AssignedColumns of(StructType customers, SegmentationModel model, AssignOptions options) {
        Set<String> taken = new HashSet<>(List.of(customers.fieldNames()));
        String segment = options.segmentColumn(model.segmentColumn());
        if (!taken.add(segment)) {
            throw new SegmentationException(
                    "The customers have a column '" + segment + "' already, the name of the segment column",
                    "choose another by --segment-column=...",
                    "remove that column");
        }
        List<Appended> appended = new ArrayList<>();
        appended.add(new Appended(segment, DataTypes.StringType));
        if (options.confidence()) {
            appended.add(new Appended(FreeNames.take(segment + " confidence", taken), DataTypes.DoubleType));
        }
        if (options.runnerUp()) {
            appended.add(new Appended(FreeNames.take(segment + " runner-up", taken), DataTypes.StringType));
        }
        if (options.why() != Why.NONE) {
            appended.add(new Appended(FreeNames.take(segment + " why", taken), DataTypes.StringType));
        }
        List<String> contributions = options.why() == Why.CONTRIBUTIONS ? terms(model) : List.of();
        contributions.forEach(
                c -> appended.add(new Appended(FreeNames.take(segment + " why: " + c, taken), DataTypes.DoubleType)));
        if (!contributions.isEmpty()) {
            appended.add(new Appended(FreeNames.take(segment + " margin", taken), DataTypes.DoubleType));
        }
        boolean outOfRange = model.preparation().isPresent() && options.outOfRange() != OutOfRange.IGNORE;
        if (outOfRange) {
            appended.add(new Appended(FreeNames.take(segment + " out of range", taken), DataTypes.StringType));
        }
        StructType schema = customers;
        for (Appended column : appended) {
            schema = schema.add(column.name(), column.type(), true);
        }
        return new AssignedColumns(schema, contributions, outOfRange);
    }

    private record Appended(String name, DataType type) {}

    /** What contributes to a segment: the own columns, numbers first, and the term of the model's rule that belongs to none. */
    private static List<String> terms(SegmentationModel model) {
        List<String> terms = new ArrayList<>(
                model.preparation().map(ModelFile::sourceColumns).orElse(model.features()));
        if (model.clusters() instanceof MixtureModel) {
            terms.add(Explainer.SIZE);
        } else if (model.clusters() instanceof DensityModel) {
            terms.add(Explainer.RADIUS);
        }
        return terms;
    }
}
