package org.tessera.engine.profile.columns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentCenters;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Feature;

/**
 * How much of the distance between segments each column carries: the sum of squares between the centers of the segments, as
 * prepared and weighted, each center counting as often as its segment has customers, is a sum over features; a column's share
 * is that of the features made from it. For k-means this is the sum of squares between the segments themselves. Noise has no
 * center. O(k d).
 */
public final class Separation {

    private Separation() {}

    /**
     * The shares of the columns of a segmentation.
     *
     * @param model the segmentation
     * @return by column from which features were made a share, 0 to 1; together they are 1. Empty if the segments have the
     *     same centers, as one segment has
     */
    public static Map<String, Double> of(SegmentationModel model) {
        Matrix centers = SegmentCenters.of(model.clusters());
        List<String> sources = model.preparation()
                .map(p -> p.features().stream().map(Feature::source).toList())
                .orElse(model.features());
        Map<String, Double> shares = new HashMap<>();
        double all = 0;
        for (int f = 0; f < sources.size() && centers.rows() > 0; f++) {
            double between = between(centers, f, model);
            shares.merge(sources.get(f), between, Double::sum);
            all += between;
        }
        double total = all;
        shares.replaceAll((column, between) -> between / total);
        return total > 0 ? shares : Map.of();
    }

    private static double between(Matrix centers, int feature, SegmentationModel model) {
        double count = 0;
        double mean = 0;
        double between = 0;
        for (int s = 0; s < centers.rows(); s++) {
            int size = model.labels().sizeOf(s);
            double difference = centers.at(s, feature) - mean;
            between += difference * difference * (count * size / (count + size));
            count += size;
            mean += difference * (size / count);
        }
        return between;
    }
}
