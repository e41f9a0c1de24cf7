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
 * @param reason why the data led to an option that was left to be chosen, a sentence; empty if there is none to tell
 */
public record Clustering(
        ClusterModel model, Labels labels, int iterations, boolean converged, List<String> warnings, String reason) {

    /** Copies the warnings and checks that model and labels agree. */
    public Clustering {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(reason, "reason");
        warnings = List.copyOf(warnings);
        if (model.segments() != labels.segments()) {
            throw new IllegalArgumentException(
                    "The model has " + model.segments() + " segments, the labels " + labels.segments());
        }
    }

    /**
     * A result without a reason to tell.
     *
     * @param model the model
     * @param labels a label per row
     * @param iterations iterations of the best restart
     * @param converged whether it converged
     * @param warnings what the user should know
     */
    public Clustering(ClusterModel model, Labels labels, int iterations, boolean converged, List<String> warnings) {
        this(model, labels, iterations, converged, warnings, "");
    }
}
