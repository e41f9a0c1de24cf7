package org.tessera.engine.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;

/**
 * A segment by its center, to find it again in a later segmentation in which segments may have other numbers.
 *
 * @param segment what the segment was called
 * @param center its center by feature, 4 significant digits, the {@value #MAX_FEATURES} features farthest from 0 at most;
 *     empty if it is not known
 */
public record SegmentAnchor(String segment, Map<String, Double> center) {

    /** The label of an anchor whose segment is not found. */
    public static final int NOT_FOUND = -2;

    /** Largest number of features of a center. */
    public static final int MAX_FEATURES = 50;

    /** Largest distance of a center that is found again, as a share of that between the segment found and its neighbor. */
    private static final double MAX_SHARE = 0.5;

    private static final MathContext DIGITS = new MathContext(4);

    /** Copies the center. */
    public SegmentAnchor {
        center = Map.copyOf(center);
    }

    /**
     * The segments of a model. O(k d log d), for density models O(c d) with c core rows more.
     *
     * @param model the model
     * @return an anchor per segment
     */
    public static List<SegmentAnchor> of(SegmentationModel model) {
        Matrix centers = SegmentCenters.of(model.clusters());
        return IntStream.range(0, centers.rows())
                .mapToObj(s -> new SegmentAnchor(model.labels().nameOf(s), center(model.features(), centers, s)))
                .toList();
    }

    private static Map<String, Double> center(List<String> features, Matrix centers, int segment) {
        Map<String, Double> center = new LinkedHashMap<>();
        IntStream.range(0, features.size())
                .boxed()
                .sorted(Comparator.comparingDouble(f -> -Math.abs(centers.at(segment, f))))
                .limit(MAX_FEATURES)
                .sorted()
                .forEach(f -> center.put(
                        features.get(f),
                        new BigDecimal(centers.at(segment, f)).round(DIGITS).doubleValue()));
        return center;
    }

    /** @return the name, and the center as JSON where it is known, such as {@code Segment 2 {"Age":-0.8312}} */
    public String text() {
        if (center.isEmpty()) {
            return segment;
        }
        JsonObject json = new JsonObject();
        center.keySet().stream().sorted().forEach(f -> json.addProperty(f, center.get(f)));
        return segment + " " + json;
    }

    /**
     * Reads a text.
     *
     * @param text what {@link #text} wrote, or the name of a segment
     * @return the anchor; of a text without a readable center one without
     */
    public static SegmentAnchor parse(String text) {
        int start = text.indexOf(" {\"");
        if (start < 0 || !text.endsWith("}")) {
            return new SegmentAnchor(text, Map.of());
        }
        Map<String, Double> center = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonElement> entry : JsonParser.parseString(text.substring(start + 1))
                    .getAsJsonObject()
                    .entrySet()) {
                center.put(entry.getKey(), entry.getValue().getAsDouble());
            }
        } catch (JsonParseException | IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            return new SegmentAnchor(text, Map.of());
        }
        return new SegmentAnchor(text.substring(0, start), center);
    }

    /**
     * Finds segments in a model: by the nearest center, where both are nearest to each other and their distance is at most
     * half of that to the next segment of the model; those without a center by what they are called, or were called before
     * they had names. By the triangle inequality a center is so near to one segment at most: an assignment of all at once,
     * as for segments whose customers are known, would find the same. O(a k d) for a anchors, and O(k² d).
     *
     * @param anchors segments of one segmentation
     * @param model the model
     * @return per anchor the label of its segment, 0 to k - 1, or {@link #NOT_FOUND}
     */
    public static int[] find(List<SegmentAnchor> anchors, SegmentationModel model) {
        int[] found = new int[anchors.size()];
        List<Double> distances = new ArrayList<>();
        for (int a = 0; a < found.length; a++) {
            SegmentAnchor anchor = anchors.get(a);
            Near near = anchor.center.isEmpty() ? anchor.named(model.labels()) : anchor.nearest(model);
            found[a] = near.label;
            distances.add(near.distance);
        }
        int[] mutual = found.clone();
        for (int a = 0; a < found.length; a++) {
            for (int b = 0; b < found.length; b++) {
                boolean nearer =
                        distances.get(b) < distances.get(a) || distances.get(b).equals(distances.get(a)) && b < a;
                if (found[a] == found[b] && a != b && nearer) {
                    mutual[a] = NOT_FOUND;
                }
            }
        }
        return mutual;
    }

    /** A segment and its distance from the anchor. */
    private record Near(int label, double distance) {

        static final Near NONE = new Near(NOT_FOUND, Double.POSITIVE_INFINITY);
    }

    private Near named(Labels labels) {
        int index = labels.names().indexOf(segment);
        int label = index >= 0 ? index : Labels.number(segment) - 1;
        return label >= 0 && label < labels.segments() ? new Near(label, 0) : Near.NONE;
    }

    private Near nearest(SegmentationModel model) {
        int[] features = IntStream.range(0, model.features().size())
                .filter(f -> center.containsKey(model.features().get(f)))
                .toArray();
        Matrix centers = SegmentCenters.of(model.clusters());
        if (2 * features.length < center.size() || centers.rows() == 0) {
            return Near.NONE;
        }
        double[] own = IntStream.of(features)
                .mapToDouble(f -> center.get(model.features().get(f)))
                .toArray();
        Near nearest = Near.NONE;
        for (int s = 0; s < centers.rows(); s++) {
            double distance = distance(own, row(centers, s, features));
            nearest = distance < nearest.distance ? new Near(s, distance) : nearest;
        }
        double neighbor = Double.POSITIVE_INFINITY;
        for (int s = 0; s < centers.rows() && nearest != Near.NONE; s++) {
            double[] found = row(centers, nearest.label, features);
            neighbor = s == nearest.label ? neighbor : Math.min(neighbor, distance(found, row(centers, s, features)));
        }
        return nearest.distance <= MAX_SHARE * neighbor ? nearest : Near.NONE;
    }

    private static double[] row(Matrix centers, int segment, int... features) {
        return IntStream.of(features).mapToDouble(f -> centers.at(segment, f)).toArray();
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int f = 0; f < x.length; f++) {
            sum += (x[f] - y[f]) * (x[f] - y[f]);
        }
        return Math.sqrt(sum);
    }
}
