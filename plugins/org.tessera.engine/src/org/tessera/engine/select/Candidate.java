package org.tessera.engine.select;

import java.util.Objects;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.data.Labels;

/**
 * A segmentation that can be selected.
 *
 * @param name what the user calls it, e.g. "K-Means, k = 5"; need not be unique
 * @param algorithm the algorithm's name, for the leaderboard
 * @param labels a label per row of the features
 * @param consistency how consistently it is found again
 */
public record Candidate(String name, String algorithm, Labels labels, Consistency consistency) {

    /** Checks that nothing is null. */
    public Candidate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(consistency, "consistency");
    }

    /**
     * A segmentation whose stability was not measured.
     *
     * @param name what the user calls it
     * @param algorithm the algorithm's name
     * @param labels a label per row of the features
     */
    public Candidate(String name, String algorithm, Labels labels) {
        this(name, algorithm, labels, Consistency.UNKNOWN);
    }
}
