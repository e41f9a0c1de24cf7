package org.tessera.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What it takes, beside the algorithm and the implementation, to make a segmentation again, from other rows.
 *
 * @param options the options of the algorithm by the names of their components, see {@link
 *     org.tessera.engine.cluster.OptionTexts}
 * @param byHand whether the user has set the implementation, rather than left the choice to the node
 * @param dissolveBelow share of the rows below which segments were dissolved, in percent, 0 to 50; 0 if none were
 * @param rows number of rows that the algorithm was run on, at least 0: fewer than the labels if the segments of a sample
 *     were extended to all rows
 */
public record Recipe(Map<String, String> options, boolean byHand, double dissolveBelow, int rows) {

    /** Copies the options and checks the bounds. */
    public Recipe {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        if (!(dissolveBelow >= 0 && dissolveBelow <= 50) || rows < 0) {
            throw new IllegalArgumentException("Segments below " + dissolveBelow + " % of " + rows + " rows dissolved");
        }
    }
}
