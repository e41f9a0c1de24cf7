package org.tessera.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The provenance of a segmentation: algorithm, options, seed, and how the run ended.
 *
 * @param algorithm the algorithm's id, e.g. "k-means"; stable between versions
 * @param title the display name, e.g. "K-Means, k = 5"
 * @param options the options in the words and the order of the dialog
 * @param seed the seed
 * @param implementation the implementation that ran: "Weka" or "Tessera"
 * @param reason why this implementation was chosen, a sentence
 * @param leftOut number of rows not clustered because a feature was missing
 * @param iterations iterations of the best start, 0 where the algorithm does not iterate
 * @param converged whether the algorithm converged rather than reach a limit of iterations
 * @param warnings warnings for the user
 * @param recipe what it takes to make it again from other rows; empty if not known, as in models of earlier versions
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
        List<String> warnings,
        Optional<Recipe> recipe) {

    /** Copies map and list and checks that nothing is null. */
    public Provenance {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(implementation, "implementation");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(recipe, "recipe");
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        warnings = List.copyOf(warnings);
    }
}
