package org.tessera.engine.choose.stability;

import org.tessera.engine.cluster.Bounds;

/**
 * Options of stability.
 *
 * @param resamples bootstrap samples for the Jaccard index of segments, 1 to {@value #MAX_REPETITIONS}
 * @param halves random halves for the adjusted Rand index, 2 to {@value #MAX_REPETITIONS}
 * @param nullTables tables without segments for the baseline, 1 to {@value #MAX_REPETITIONS}
 */
public record StabilityOptions(int resamples, int halves, int nullTables) {

    /** Upper bound of the options. */
    public static final int MAX_REPETITIONS = 1000;

    /** Checks the bounds. */
    public StabilityOptions {
        Bounds.check("Resamples", resamples, 1, MAX_REPETITIONS);
        Bounds.check("Halves", halves, 2, MAX_REPETITIONS);
        Bounds.check("Tables without segments", nullTables, 1, MAX_REPETITIONS);
    }

    /** @return 50 resamples, 10 halves, 5 tables without segments */
    public static StabilityOptions defaults() {
        return new StabilityOptions(50, 10, 5);
    }

    /**
     * The same with another number of bootstrap samples.
     *
     * @param count the number
     * @return new options
     */
    public StabilityOptions withResamples(int count) {
        return new StabilityOptions(count, halves, nullTables);
    }

    /**
     * The same with another number of halves.
     *
     * @param count the number
     * @return new options
     */
    public StabilityOptions withHalves(int count) {
        return new StabilityOptions(resamples, count, nullTables);
    }

    /**
     * The same with another number of tables without segments.
     *
     * @param count the number
     * @return new options
     */
    public StabilityOptions withNullTables(int count) {
        return new StabilityOptions(resamples, halves, count);
    }
}
