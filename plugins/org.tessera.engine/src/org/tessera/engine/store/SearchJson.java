package org.tessera.engine.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.model.SearchPoint;

/** The curves of a search as JSON. The keys are part of the file format; models of earlier versions have none. */
final class SearchJson {

    /** The field of a model that was searched for. */
    static final String FIELD = "search";

    private SearchJson() {}

    static JsonArray write(List<SearchPoint> points) {
        JsonArray array = new JsonArray();
        for (SearchPoint point : points) {
            JsonObject json = new JsonObject();
            json.addProperty("algorithm", point.algorithm());
            json.addProperty("segments", point.segments());
            json.add("silhouette", Fields.of(point.silhouette()));
            json.add("inertia", Fields.of(point.inertia()));
            json.addProperty("knee", point.knee());
            json.add("stability", Fields.of(point.stability()));
            json.add("nullStability", Fields.of(point.nullStability()));
            array.add(json);
        }
        return array;
    }

    static List<SearchPoint> read(Fields model) throws IOException {
        List<SearchPoint> points = new ArrayList<>();
        if (model.has(FIELD)) {
            for (Fields json : model.objects(FIELD)) {
                points.add(new SearchPoint(
                        json.text("algorithm"),
                        json.count("segments"),
                        json.number("silhouette"),
                        json.number("inertia"),
                        json.flag("knee"),
                        json.number("stability"),
                        json.number("nullStability")));
            }
        }
        return points;
    }
}
