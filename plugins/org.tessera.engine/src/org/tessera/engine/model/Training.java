package org.tessera.engine.model;

import java.util.Objects;
import org.tessera.engine.data.Labels;

/**
 * What a segmentation keeps of the customers that it was made of.
 *
 * @param labels a label per training row that was clustered, in the order of the table, and the names of the segments
 * @param fingerprint {@link SegmentationModel#fingerprint} of the training features, to recognize the training table
 * @param rows the training rows by their identifiers and features, to recognize each of them in any order
 * @param baseline the distributions of the training customers, with which later ones are compared
 */
public record Training(Labels labels, long fingerprint, TrainingRows rows, Baseline baseline) {

    /** Checks that the parts agree. */
    public Training {
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(baseline, "baseline");
        if (rows.size() != labels.size() && rows.size() != 0) {
            throw new IllegalArgumentException(
                    "The model has " + labels.size() + " labels, but " + rows.size() + " training rows");
        }
    }

    Training withLabels(Labels others) {
        return new Training(others, fingerprint, rows, baseline);
    }

    Training withBaseline(Baseline distributions) {
        return new Training(labels, fingerprint, rows, distributions);
    }
}
