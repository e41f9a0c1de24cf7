package org.tessera.engine.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnOptions;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.DroppedColumn;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.ScalingOptions;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;
import org.tessera.engine.prep.numbers.YeoJohnson;

/** Encodes preparations as JSON and decodes them. The keys are part of the file format. */
final class PreparationJson {

    private PreparationJson() {}

    /** Encodes a preparation. */
    static JsonObject write(Preparation preparation) {
        JsonObject json = new JsonObject();
        json.add("options", options(preparation.options()));
        json.addProperty("trainingRows", preparation.trainingRows());
        JsonArray columns = new JsonArray();
        preparation.columns().forEach(c -> columns.add(column(c)));
        json.add("columns", columns);
        JsonArray features = new JsonArray();
        preparation.features().forEach(f -> features.add(feature(f)));
        json.add("features", features);
        JsonArray dropped = new JsonArray();
        for (DroppedColumn column : preparation.dropped()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("column", column.column());
            entry.addProperty("reason", column.reason().name());
            entry.addProperty("text", column.text());
            dropped.add(entry);
        }
        json.add("dropped", dropped);
        json.add("readings", ReadingJson.write(preparation.readings()));
        return json;
    }

    private static JsonObject options(PreparationOptions options) {
        JsonObject json = new JsonObject();
        json.addProperty("numericMissing", options.numeric().missing().name());
        json.addProperty("numericConstant", options.numeric().constant());
        json.addProperty("missingIndicator", options.numeric().indicator());
        json.addProperty("transformation", options.numeric().transformation().name());
        json.addProperty("categoryMissing", options.category().missing().name());
        json.addProperty("encoding", options.category().encoding().name());
        json.addProperty("dropFirst", options.category().dropFirst());
        json.addProperty("rareBelow", options.category().rareBelow());
        json.addProperty("maxLevels", options.category().maxLevels());
        if (!options.category().codeColumns().isEmpty()) {
            json.add("codes", Fields.list(new TreeSet<>(options.category().codeColumns())));
        }
        json.addProperty("scaling", options.scaling().method().name());
        json.addProperty("categoryScale", options.scaling().categories().name());
        json.add("weights", Fields.map(options.scaling().weights()));
        json.add("columns", columns(options.columns()));
        return json;
    }

    private static JsonObject columns(ColumnOptions options) {
        JsonObject json = new JsonObject();
        json.addProperty("leaveOutIds", options.leaveOutIds());
        json.addProperty("leaveOutTexts", options.leaveOutTexts());
        json.addProperty("leaveOutDetermined", options.leaveOutDetermined());
        json.addProperty("readTexts", options.readTexts());
        json.addProperty("clusterUnknown", options.clusterUnknown());
        json.add("keep", Fields.list(new TreeSet<>(options.keep())));
        return json;
    }

    private static JsonObject column(ColumnPreparation column) {
        JsonObject json = new JsonObject();
        json.addProperty("column", column.column());
        json.addProperty("missing", column.missing());
        if (column instanceof Numbers numbers) {
            json.addProperty("kind", "numbers");
            numbers.fill().ifPresent(fill -> json.addProperty("fill", fill));
            json.addProperty("integral", numbers.integral());
            json.add("min", Fields.of(numbers.min()));
            json.add("max", Fields.of(numbers.max()));
            numbers.quantity().ifPresent(quantity -> json.addProperty("quantity", quantity.name()));
        } else {
            Categories categories = (Categories) column;
            json.addProperty("kind", "categories");
            json.add("levels", Fields.list(categories.levels()));
            JsonArray shares = new JsonArray();
            for (double share : categories.shares()) {
                shares.add(share);
            }
            json.add("shares", shares);
            json.add("grouped", Fields.list(categories.grouped()));
            categories.other().ifPresent(other -> json.addProperty("other", other));
            categories.fill().ifPresent(fill -> json.addProperty("fill", fill));
        }
        return json;
    }

    private static JsonObject feature(Feature feature) {
        JsonObject json = new JsonObject();
        json.addProperty("name", feature.name());
        json.addProperty("source", feature.source());
        json.addProperty("kind", feature.kind().name());
        feature.level().ifPresent(level -> json.addProperty("level", level));
        feature.transformation().ifPresent(t -> json.addProperty("lambda", t.lambda()));
        json.addProperty("shift", feature.shift());
        if (feature.shiftLow() != 0) {
            json.addProperty("rest", feature.shiftLow());
        }
        json.addProperty("scale", feature.scale());
        return json;
    }

    /** Decodes a preparation and checks its consistency. */
    static Preparation read(Fields json) throws IOException {
        List<ColumnPreparation> columns = new ArrayList<>();
        for (Fields column : json.objects("columns")) {
            columns.add(column(column));
        }
        List<Feature> features = new ArrayList<>();
        for (Fields feature : json.objects("features")) {
            features.add(readFeature(feature));
        }
        List<DroppedColumn> dropped = new ArrayList<>();
        for (Fields column : json.objects("dropped")) {
            dropped.add(new DroppedColumn(
                    column.text("column"), column.constant("reason", DroppedColumn.Reason.class), column.text("text")));
        }
        Preparation preparation = new Preparation(
                readOptions(json.object("options")),
                columns,
                features,
                dropped,
                json.count("trainingRows"),
                ReadingJson.read(json));
        ModelValidator.check(preparation);
        return preparation;
    }

    private static Feature readFeature(Fields json) throws IOException {
        OptionalDouble lambda = json.optionalNumber("lambda");
        try {
            return new Feature(
                    json.text("name"),
                    json.text("source"),
                    json.constant("kind", Feature.Kind.class),
                    json.optionalText("level"),
                    lambda.isPresent() ? Optional.of(new YeoJohnson(lambda.getAsDouble())) : Optional.empty(),
                    json.number("shift"),
                    json.optionalNumber("rest").orElse(0),
                    json.number("scale"));
        } catch (IllegalArgumentException e) {
            throw new IOException("Stored preparation is damaged: " + e.getMessage(), e);
        }
    }

    private static PreparationOptions readOptions(Fields json) throws IOException {
        try {
            return new PreparationOptions(
                    new NumericOptions(
                            json.constant("numericMissing", NumericMissing.class),
                            json.number("numericConstant"),
                            json.flag("missingIndicator"),
                            readTransformation(json)),
                    new CategoryOptions(
                            json.constant("categoryMissing", CategoryMissing.class),
                            json.constant("encoding", Encoding.class),
                            json.flag("dropFirst"),
                            json.number("rareBelow"),
                            json.count("maxLevels"),
                            Set.copyOf(json.has("codes") ? json.texts("codes") : List.of())),
                    new ScalingOptions(
                            json.constant("scaling", Scaling.class),
                            json.has("categoryScale")
                                    ? json.constant("categoryScale", CategoryScale.class)
                                    : CategoryScale.LIKE_NUMBERS,
                            json.has("weights") ? json.numberMap("weights") : Map.of()),
                    readColumns(json.object("columns")));
        } catch (IllegalArgumentException e) {
            throw new IOException("Stored preparation is damaged: " + e.getMessage(), e);
        }
    }

    private static ColumnOptions readColumns(Fields json) throws IOException {
        return new ColumnOptions(
                json.flag("leaveOutIds"),
                json.flag("leaveOutTexts"),
                json.flag("leaveOutDetermined"),
                json.flag("readTexts"),
                json.flag("clusterUnknown"),
                Set.copyOf(json.texts("keep")));
    }

    /** The transformation; format 1 knows the logarithm only, as a flag. */
    private static Transformation readTransformation(Fields json) throws IOException {
        if (json.has("transformation")) {
            return json.constant("transformation", Transformation.class);
        }
        return json.flag("logSkewed") ? Transformation.LOG : Transformation.NONE;
    }

    private static ColumnPreparation column(Fields json) throws IOException {
        if ("numbers".equals(json.text("kind"))) {
            return new Numbers(
                    json.text("column"),
                    json.count("missing"),
                    json.optionalNumber("fill"),
                    json.flag("integral"),
                    json.number("min"),
                    json.number("max"),
                    json.has("quantity") ? Optional.of(json.constant("quantity", Quantity.class)) : Optional.empty());
        }
        List<String> levels = json.texts("levels");
        double[] shares = json.numbers("shares");
        if (shares.length != levels.size()) {
            throw new IOException("Stored preparation is damaged: column '" + json.text("column") + "' has "
                    + levels.size() + " levels, but " + shares.length + " shares.");
        }
        return new Categories(
                json.text("column"),
                json.count("missing"),
                levels,
                shares,
                json.texts("grouped"),
                level(json, "other", levels),
                level(json, "fill", levels));
    }

    private static OptionalInt level(Fields json, String name, List<String> levels) throws IOException {
        return json.has(name)
                ? OptionalInt.of((int) json.wholeNumber(name, 0, levels.size() - 1L))
                : OptionalInt.empty();
    }
}
