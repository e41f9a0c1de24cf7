package org.tessera.bench.segments;

import org.tessera.engine.prep.PreparationOptions;

/** The preparation to compare with. */
final class Preparations {

    private Preparations() {}

    /** Median, one-hot with a category for missing ones, z-score of all features, ids left out. */
    static PreparationOptions plain() {
        return PreparationOptions.defaults();
    }
}
