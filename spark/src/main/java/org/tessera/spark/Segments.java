package org.tessera.spark;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.SegmentationModel;

/** The names of segments. */
final class Segments {

    private Segments() {}

    /**
     * The segments that customers can be assigned to.
     *
     * @param model the model
     * @return the names of its segments in order, followed by noise if the model has noise
     */
    static List<String> names(SegmentationModel model) {
        List<String> names = new ArrayList<>(model.labels().names());
        if (model.labels().noise() > 0 || model.clusters() instanceof DensityModel) {
            names.add(Labels.NOISE_NAME);
        }
        return names;
    }

    /**
     * The name of one label.
     *
     * @param labels the segments
     * @param label a label
     * @return its name; null for labels other than 0 to k - 1 and noise
     */
    static String name(Labels labels, int label) {
        if (label == Labels.NOISE) {
            return Labels.NOISE_NAME;
        }
        return label >= 0 && label < labels.segments() ? labels.names().get(label) : null;
    }
}
