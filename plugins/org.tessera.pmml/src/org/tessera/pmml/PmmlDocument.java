package org.tessera.pmml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dmg.pmml.Application;
import org.dmg.pmml.Array;
import org.dmg.pmml.CityBlock;
import org.dmg.pmml.CompareFunction;
import org.dmg.pmml.ComparisonMeasure;
import org.dmg.pmml.DataDictionary;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.Header;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.LocalTransformations;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.OpType;
import org.dmg.pmml.Output;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.SquaredEuclidean;
import org.dmg.pmml.TransformationDictionary;
import org.dmg.pmml.clustering.Cluster;
import org.dmg.pmml.clustering.ClusteringField;
import org.dmg.pmml.clustering.ClusteringModel;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * A segmentation by nearest centers as a document of PMML 4.4, which other programs can apply to new customers. It takes the
 * customers' own columns, repeats the preparation field by field, and gives the segment that {@link
 * org.tessera.engine.apply.Assigner} gives, in the output field of the model's segment column. That field is missing where the
 * customer gets no segment: nothing is known, a number is missing whose customers are left out, or has no logarithm. In
 * the details:
 *
 * <ul>
 *   <li>Fields of numbers are doubles, of dates dates, of categories strings; numbers that are categories are doubles.
 *   <li>A category not seen in training counts as the level of other categories, or as none, as in training.
 *   <li>Powers and logarithms are {@code expm1} and {@code ln1p}, which PMML has since 4.4, so that every number is
 *       computed by the same operations in the same order.
 * </ul>
 */
public final class PmmlDocument {

    private final SegmentationModel model;
    private final Expressible.Centers centers;
    private final List<String> segments;
    private final Set<String> names;
    private final List<DataField> inputs = new ArrayList<>();
    private final List<DerivedField> derived = new ArrayList<>();
    private final List<String> features = new ArrayList<>();
    /** What has to be true for a customer to get a segment. */
    private final List<Expression> conditions = new ArrayList<>();

    private boolean texts;

    private PmmlDocument(SegmentationModel model) {
        this.model = model;
        centers = Expressible.centers(model.clusters());
        segments = IntStream.range(0, model.labels().segments())
                .mapToObj(model.labels()::nameOf)
                .toList();
        model.preparation().ifPresent(Expressible::check);
        Expressible.checkTexts(model, segments);
        names = new HashSet<>(
                model.preparation().map(Preparation::sourceColumns).orElse(model.features()));
    }

    /**
     * Writes a segmentation. The same model gives the same text.
     *
     * @param model a segmentation by nearest centers: of k-means, or of hierarchical clustering, which assigns new customers
     *     by the means of its segments
     * @param version the version of this program, for the header
     * @param run cancel
     * @return the document as XML 1.0, valid against the schema of PMML 4.4
     * @throws SegmentationException if PMML cannot express the model or its preparation, with the reason
     */
    public static String of(SegmentationModel model, String version, RunContext run) {
        return new PmmlDocument(model).text(version, run);
    }

    private String text(String version, RunContext run) {
        if (model.preparation().isPresent()) {
            addPrepared(model.preparation().get(), run);
        } else {
            model.features().forEach(this::addOwn);
        }
        PMML pmml =
                new PMML("4.4", header(version), new DataDictionary().addDataFields(inputs.toArray(DataField[]::new)));
        if (texts) {
            pmml.setTransformationDictionary(
                    new TransformationDictionary().addDefineFunctions(MissingTexts.function()));
        }
        run.checkCanceled();
        return XmlText.of(pmml.addModels(clusteringModel()));
    }

    private Header header(String version) {
        return new Header()
                .setDescription(model.provenance().title())
                .setApplication(new Application("Tessera").setVersion(version));
    }

    private void addOwn(String feature) {
        inputs.add(new DataField(feature, OpType.CONTINUOUS, DataType.DOUBLE));
        features.add(feature);
        conditions.add(Terms.isNotMissing(feature));
    }

    private void addPrepared(Preparation preparation, RunContext run) {
        Map<String, List<Feature>> featuresOf =
                preparation.features().stream().collect(Collectors.groupingBy(Feature::source));
        Map<String, ColumnFields> columns = new LinkedHashMap<>();
        for (ColumnPreparation column : preparation.columns()) {
            run.checkCanceled();
            ColumnFields fields = fields(column, featuresOf.getOrDefault(column.column(), List.of()), preparation);
            columns.put(column.column(), fields);
            inputs.add(fields.dataField());
            fields.addHelpers(derived::add);
            conditions.addAll(fields.conditions());
        }
        if (preparation.setsUnknownApart() && !columns.isEmpty()) {
            conditions.add(
                    any(columns.values().stream().map(ColumnFields::known).toList()));
            texts = inputs.stream().anyMatch(input -> input.getDataType() == DataType.STRING);
        }
        for (Feature feature : preparation.features()) {
            run.checkCanceled();
            String name = FreeNames.take(feature.name(), names);
            features.add(name);
            derived.add(Terms.derived(
                    name, scaled(feature, columns.get(feature.source()).raw(feature))));
        }
    }

    private ColumnFields fields(ColumnPreparation column, List<Feature> features, Preparation preparation) {
        if (column instanceof Numbers numbers) {
            boolean logarithm = features.stream().anyMatch(f -> f.kind() == Feature.Kind.LOG_NUMBER);
            return new NumberFields(numbers, logarithm, names);
        }
        boolean shares = features.stream().anyMatch(f -> f.kind() == Feature.Kind.SHARE);
        boolean codes = preparation.options().category().codeColumns().contains(column.column());
        return new CategoryFields((Categories) column, shares, codes, names);
    }

    /** (raw - shift - shiftLow) / scale, without the steps that change nothing. */
    private static Expression scaled(Feature feature, Expression raw) {
        if (feature.scale() == 0) {
            return Terms.number(0);
        }
        Expression scaled = raw;
        for (double shift : new double[] {feature.shift(), feature.shiftLow()}) {
            scaled = shift == 0 ? scaled : Terms.apply(PMMLFunctions.SUBTRACT, scaled, Terms.number(shift));
        }
        return feature.scale() == 1 ? scaled : Terms.apply(PMMLFunctions.DIVIDE, scaled, Terms.number(feature.scale()));
    }

    private static Expression any(List<Expression> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : Terms.apply(PMMLFunctions.OR, conditions.toArray(Expression[]::new));
    }

    private static Expression all(List<Expression> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : Terms.apply(PMMLFunctions.AND, conditions.toArray(Expression[]::new));
    }

    private ClusteringModel clusteringModel() {
        MiningSchema schema = new MiningSchema();
        for (DataField input : inputs) {
            schema.addMiningFields(
                    new MiningField(input.requireName()).setInvalidValueTreatment(InvalidValueTreatmentMethod.AS_IS));
        }
        boolean euclidean = centers.distance() == Distance.EUCLIDEAN;
        ComparisonMeasure measure = new ComparisonMeasure(
                        ComparisonMeasure.Kind.DISTANCE, euclidean ? new SquaredEuclidean() : new CityBlock())
                .setCompareFunction(CompareFunction.ABS_DIFF);
        ClusteringModel clustering = new ClusteringModel()
                .setModelName(model.segmentColumn())
                .setAlgorithmName(model.provenance().algorithm())
                .setMiningFunction(MiningFunction.CLUSTERING)
                .setModelClass(ClusteringModel.ModelClass.CENTER_BASED)
                .setNumberOfClusters(segments.size())
                .setMiningSchema(schema)
                .setOutput(output())
                .setComparisonMeasure(measure);
        if (!derived.isEmpty()) {
            clustering.setLocalTransformations(
                    new LocalTransformations().addDerivedFields(derived.toArray(DerivedField[]::new)));
        }
        features.forEach(feature -> clustering.addClusteringFields(new ClusteringField(feature)));
        for (int s = 0; s < segments.size(); s++) {
            double[] center = centers.centers().row(s);
            String numbers = Arrays.stream(center).mapToObj(Double::toString).collect(Collectors.joining(" "));
            clustering.addClusters(new Cluster(new Array(Array.Type.REAL, numbers).setN(center.length))
                    .setId(segments.get(s))
                    .setName(segments.get(s))
                    .setSize(model.labels().sizeOf(s)));
        }
        return clustering;
    }

    private Output output() {
        String distance = centers.distance() == Distance.EUCLIDEAN ? "Squared distance" : "Distance";
        String segment = FreeNames.take(model.segmentColumn(), names);
        OutputField affinity = new OutputField(FreeNames.take(distance, names), OpType.CONTINUOUS, DataType.DOUBLE)
                .setResultFeature(ResultFeature.AFFINITY);
        if (conditions.isEmpty()) {
            return new Output().addOutputFields(predicted(segment), affinity);
        }
        String nearest = FreeNames.take("Nearest center", names);
        OutputField known = new OutputField(segment, OpType.CATEGORICAL, DataType.STRING)
                .setResultFeature(ResultFeature.TRANSFORMED_VALUE)
                .setExpression(Terms.apply(PMMLFunctions.IF, all(conditions), Terms.field(nearest)));
        return new Output().addOutputFields(predicted(nearest).setFinalResult(false), affinity, known);
    }

    private static OutputField predicted(String name) {
        return new OutputField(name, OpType.CATEGORICAL, DataType.STRING)
                .setResultFeature(ResultFeature.PREDICTED_VALUE);
    }
}
