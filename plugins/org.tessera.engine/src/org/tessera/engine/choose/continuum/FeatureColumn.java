package org.tessera.engine.choose.continuum;

import java.util.List;
import java.util.Objects;

/**
 * The features that belong together because they come from one column of the customers.
 *
 * @param name the column's name, for messages
 * @param category whether the features are indicators of one category, rather than a number
 * @param features indices of the features; one for a number, one or more for a category
 */
public record FeatureColumn(String name, boolean category, List<Integer> features) {

    /** Copies the list and checks the number of features. */
    public FeatureColumn {
        Objects.requireNonNull(name, "name");
        features = List.copyOf(features);
        if (features.isEmpty() || !category && features.size() > 1) {
            throw new IllegalArgumentException(
                    "Column '" + name + "' has " + features.size() + " features, but a number has exactly 1");
        }
    }

    /**
     * A number.
     *
     * @param name the column's name
     * @param feature the index of its feature
     * @return the column
     */
    public static FeatureColumn number(String name, int feature) {
        return new FeatureColumn(name, false, List.of(feature));
    }
}
