package org.tessera.knime.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.SegmentationException;
import org.tessera.engine.select.Candidate;
import org.tessera.engine.select.SelectionOptions;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.port.SegmentationModelPortObject;

/** The segmentations that are compared: their features, distance, estimates and names. */
final class ComparedModels {

    static final String SAME_FEATURES = "connect segmentations on the same features";

    private ComparedModels() {}

    /**
     * The models of the ports.
     *
     * @throws SegmentationException if they use different features
     */
    static List<SegmentationModel> of(List<SegmentationModelPortObject> objects) {
        List<SegmentationModel> models =
                objects.stream().map(SegmentationModelPortObject::model).toList();
        for (SegmentationModel model : models) {
            if (!model.features().equals(models.get(0).features())) {
                throw new SegmentationException(
                        "'" + model.provenance().title() + "' and '"
                                + models.get(0).provenance().title() + "' use different features",
                        SAME_FEATURES);
            }
        }
        return models;
    }

    /** Compares the estimates of the metrics with the memory and time that there are. */
    static String slow(Matrix x, List<SegmentationModel> models, SelectionOptions options) {
        DataSize size = DataSize.of(x.rows(), x.columns());
        int segments =
                models.stream().mapToInt(m -> m.labels().segments()).max().orElse(0);
        List<String> warnings = new ArrayList<>();
        for (Metric metric : options.computed()) {
            warnings.add(Limits.check(metric.info().estimate(size, segments, models.size(), options.metricOptions())));
        }
        return String.join(" ", warnings).trim();
    }

    /** The distance of all models if they agree, otherwise the Euclidean one. */
    static Distance distance(List<SegmentationModel> models) {
        Set<Distance> distances =
                models.stream().map(m -> m.clusters().distance()).collect(Collectors.toSet());
        return distances.size() == 1 ? distances.iterator().next() : Distance.EUCLIDEAN;
    }

    /** The models as candidates, with their segments of the table and what is known of their stability. */
    static List<Candidate> candidates(
            List<SegmentationModel> models, List<Labels> labels, List<Consistency> stability) {
        List<Candidate> candidates = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            Provenance made = models.get(m).provenance();
            candidates.add(
                    new Candidate(made.title(), made.algorithm(), labels.get(m).dense(), stability.get(m)));
        }
        return candidates;
    }
}
