package org.tessera.engine.cluster;

import java.util.List;
import java.util.Objects;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.ClusterModel;

/**
 * The result of a run of a clustering algorithm.
 *
 * @param model the model, its segments in the order of the labels
 * @param labels a label per row of the training matrix, numbered by decreasing size
 * @param iterations iterations of the best restart, 0 where the algorithm has none
 * @param converged whether it converged, rather than stopped at a limit
 * @param warnings what the user should know, each a sentence with numbers and a remedy
 */
public record Clustering(ClusterModel model, Labels labels, int iterations, boolean converged, List<String> warnings) {

    /** Copies the warnings and checks that model and labels agree. */
    public Clustering {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(labels, "labels");
        warnings = List.copyOf(warnings);
        if (model.segments() != labels.segments()) {
            throw new IllegalArgumentException(
                    "The model has " + model.segments() + " segments, the labels " + labels.segments());
        }
    }
}
