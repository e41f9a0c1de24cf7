package org.tessera.engine.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.ColumnBaseline;

/** The baseline of a model as JSON. The keys are part of the file format; models of earlier versions have none. */
final class BaselineJson {

    /** The field of a model with a baseline. */
    static final String FIELD = "baseline";

    private BaselineJson() {}

    static JsonObject write(Baseline baseline) {
        JsonArray columns = new JsonArray();
        for (ColumnBaseline column : baseline.columns()) {
            JsonObject json = new JsonObject();
            json.addProperty("column", column.column());
            if (column instanceof ColumnBaseline.Numbers numbers) {
                json.addProperty("quantity", numbers.quantity().name());
                JsonArray bounds = new JsonArray();
                Arrays.stream(numbers.bounds()).forEach(bounds::add);
                json.add("bounds", bounds);
                json.addProperty("discrete", numbers.discrete());
            } else {
                json.add("levels", Fields.list(((ColumnBaseline.Categories) column).levels()));
            }
            json.add("counts", counts(column.counts()));
            columns.add(json);
        }
        JsonObject json = new JsonObject();
        json.add("columns", columns);
        json.add("shares", counts(baseline.shares()));
        return json;
    }

    private static JsonArray counts(int... counts) {
        JsonArray array = new JsonArray();
        Arrays.stream(counts).forEach(array::add);
        return array;
    }

    /** @throws IllegalArgumentException if parts do not agree */
    static Baseline read(Fields model) throws IOException {
        if (!model.has(FIELD)) {
            return Baseline.UNKNOWN;
        }
        Fields json = model.object(FIELD);
        List<ColumnBaseline> columns = new ArrayList<>();
        for (Fields column : json.objects("columns")) {
            columns.add(
                    column.has("levels")
                            ? new ColumnBaseline.Categories(
                                    column.text("column"), column.texts("levels"), column.counts("counts"))
                            : new ColumnBaseline.Numbers(
                                    column.text("column"),
                                    column.constant("quantity", Quantity.class),
                                    column.numbers("bounds"),
                                    column.counts("counts"),
                                    column.flag("discrete")));
        }
        return new Baseline(columns, json.counts("shares"));
    }
}
