package org.tessera.knime.cluster;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;

/**
 * The options that all clustering nodes with a randomized algorithm share.
 *
 * @param <O> the options of the algorithm
 */
abstract class SeededClusterParameters<O extends Record> extends ClusterParameters<O> {

    @Layout(ClusterDialog.Clustering.Execution.class)
    @Widget(
            title = "Seed",
            description = "The seed of the random numbers, any whole number. The same seed gives the same segments, for"
                    + " any order of the rows and any number of threads. Try other seeds to see whether the segments"
                    + " are stable. Default: 1.",
            advanced = true)
    long m_seed = 1;

    SeededClusterParameters() {}

    SeededClusterParameters(NodeParametersInput input) {
        super(input);
    }

    @Override
    final long seed() {
        return m_seed;
    }
}
