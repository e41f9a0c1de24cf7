package org.tessera.knime.cluster;

import java.util.Map;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.run.Estimate;

/**
 * What a clustering node is about to run on a table of known size.
 *
 * @param clusterer the algorithm with its options
 * @param choice which implementation runs, and why
 * @param options the options in the words of the dialog
 * @param estimate what it takes
 */
record ClusterPlan(Clusterer clusterer, ImplementationChoice choice, Map<String, String> options, Estimate estimate) {}
