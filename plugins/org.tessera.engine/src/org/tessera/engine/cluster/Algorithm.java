package org.tessera.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.run.Estimate;

/**
 * The description of a clustering algorithm, by which nodes, searches over algorithms and tests of the contract know
 * it. Each is a line in {@link org.tessera.engine.catalog.Algorithms}. Stateless.
 *
 * @param <O> its options, a record that validates itself
 */
public interface Algorithm<O extends Record> {

    /** What takes less time where an algorithm has restarts. */
    String FEWER_RESTARTS = "lower 'Restarts'";

    /** @return stable identifier, lower case with hyphens; stored in models */
    String id();

    /** @return the name users see, such as "K-Means" */
    String title();

    /** @return the default options */
    O defaults();

    /**
     * Makes a clusterer of Tessera's implementation.
     *
     * @param options the options
     * @return a clusterer
     * @throws IllegalArgumentException if only Weka supports the options
     */
    Clusterer clusterer(O options);

    /**
     * Estimates time and memory of Tessera's implementation.
     *
     * @param options the options
     * @param size the size of the table
     * @return time, memory, and what would take less
     */
    Estimate estimate(O options, DataSize size);

    /**
     * The same options for a number of segments, by which a search over numbers of segments varies them.
     *
     * @param options the options
     * @param segments the number, at least 1
     * @return new options; by default empty, for an algorithm that finds the number itself
     */
    default Optional<O> withSegments(O options, int segments) {
        return Optional.empty();
    }

    /**
     * The options by which segments are found again among other rows of the same customers: what was left to the data to
     * choose stays as it was chosen.
     *
     * @param options the options that the model was made with
     * @param model the fitted model
     * @param rows number of rows that it was fitted to
     * @param others number of the other rows
     * @return new options; by default the same
     * @throws IllegalArgumentException if the model is none of this algorithm
     */
    default O among(O options, ClusterModel model, int rows, int others) {
        return options;
    }

    /**
     * The title of a result, with the options that tell it from other results of the same algorithm.
     *
     * @param options the options
     * @param model the fitted model
     * @return such as "K-Means, k = 5"
     */
    default String title(O options, ClusterModel model) {
        return title() + ", k = " + model.segments();
    }

    /**
     * The options as models keep them for users.
     *
     * @param options the options
     * @return their values by their titles in the dialog of the algorithm's node, in its order; by default the names of the
     *     options
     */
    default Map<String, String> optionsByTitle(O options) {
        return OptionTexts.of(options);
    }

    /** @return Weka's implementation of the same algorithm, or empty where Weka has none */
    Optional<WekaTwin<O>> weka();

    /**
     * Decides which implementation runs.
     *
     * @param requested the implementation that the user has set
     * @param options the options
     * @param size the size of the table
     * @return the choice and its reason
     * @throws IllegalArgumentException if Weka is asked for and has no such algorithm
     */
    default ImplementationChoice choose(Implementation requested, O options, DataSize size) {
        if (requested == Implementation.WEKA && weka().isEmpty()) {
            throw new IllegalArgumentException("Weka has no implementation of " + title() + ".");
        }
        if (requested != Implementation.AUTOMATIC) {
            return ImplementationChoice.byHand(requested);
        }
        return weka().map(twin -> twin.automatic(options, size))
                .orElseGet(() -> ImplementationChoice.tessera("Weka has no implementation of " + title() + "."));
    }

    /**
     * Estimates time and memory of an implementation.
     *
     * @param implementation {@link Implementation#WEKA} or {@link Implementation#TESSERA}
     * @param options the options
     * @param size the size of the table
     * @return time, memory, and what would take less: for Weka first of all Tessera, where that is faster
     */
    default Estimate estimate(Implementation implementation, O options, DataSize size) {
        Estimate own = estimate(options, size);
        if (implementation != Implementation.WEKA) {
            return own;
        }
        WekaTwin<O> twin = weka().orElseThrow();
        WekaTwin.Demand demand = twin.demand(options, size);
        List<String> cheaper = new ArrayList<>();
        if (own.seconds() < demand.seconds()) {
            cheaper.add("set 'Implementation' to Tessera (about " + Estimate.duration(own.seconds()) + ")");
        }
        cheaper.addAll(twin.cheaper());
        cheaper.add(DataSize.SAMPLE_ROWS);
        return size.estimate("Weka's " + twin.className() + " on", demand.bytes(), demand.seconds(), cheaper);
    }
}
