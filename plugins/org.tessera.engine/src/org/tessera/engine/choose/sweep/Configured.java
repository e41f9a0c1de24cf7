package org.tessera.engine.choose.sweep;

import java.util.Map;
import java.util.Objects;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.run.Estimate;

/**
 * An algorithm with its options.
 *
 * @param <O> the options of the algorithm
 * @param algorithm an algorithm of the catalog
 * @param options its options
 */
public record Configured<O extends Record>(Algorithm<O> algorithm, O options) {

    /** Checks that nothing is null. */
    public Configured {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(options, "options");
    }

    /** @return Tessera's implementation with these options */
    public Clusterer clusterer() {
        return algorithm.clusterer(options);
    }

    /** @return the values of the options by their titles in the dialog of the algorithm's node */
    public Map<String, String> optionsByTitle() {
        return algorithm.optionsByTitle(options);
    }

    /**
     * Estimates time and memory.
     *
     * @param size rows, features, threads
     * @return the estimate of the algorithm
     */
    public Estimate estimate(DataSize size) {
        return algorithm.estimate(options, size);
    }

    /**
     * The same algorithm with the options by which segments are found again among other rows of the same customers.
     *
     * @param model the fitted model
     * @param rows number of rows that it was fitted to
     * @param others number of the other rows
     * @return the options of {@link Algorithm#among}
     */
    public Configured<O> among(ClusterModel model, int rows, int others) {
        return new Configured<>(algorithm, algorithm.among(options, model, rows, others));
    }

    /**
     * The title of a result.
     *
     * @param model the fitted model
     * @return such as "K-Means, k = 5"
     */
    public String title(ClusterModel model) {
        return algorithm.title(options, model);
    }
}
