package org.tessera.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a segmentation comes from.
 *
 * @param algorithm the algorithm's id, e.g. "k-means"; never changes between versions
 * @param title what users see, e.g. "K-Means, k = 5"
 * @param options the options in the words of the dialog, in its order
 * @param seed the seed
 * @param implementation which code ran: "Weka" or "Tessera"
 * @param reason why that code ran, a sentence
 * @param leftOut rows not clustered because a feature was missing
 * @param iterations iterations of the best start, 0 where the algorithm has none
 * @param converged whether it stopped by itself, not at a limit
 * @param warnings what the user should know
 */
public record Provenance(
        String algorithm,
        String title,
        Map<String, String> options,
        long seed,
        String implementation,
        String reason,
        int leftOut,
        int iterations,
        boolean converged,
        List<String> warnings) {

    /** Copies map and list and checks that nothing is null. */
    public Provenance {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(implementation, "implementation");
        Objects.requireNonNull(reason, "reason");
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        warnings = List.copyOf(warnings);
    }
}
