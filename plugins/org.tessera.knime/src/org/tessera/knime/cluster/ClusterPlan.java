package org.tessera.knime.cluster;

import java.util.Map;
import org.tessera.engine.catalog.Automatic;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.run.Estimate;

/**
 * What a clustering node is about to run on a table of known size.
 *
 * @param clusterer the algorithm with its options
 * @param decision which code runs it, and why
 * @param options the options in the words of the dialog
 * @param estimate what it takes
 */
record ClusterPlan(Clusterer clusterer, Automatic.Decision decision, Map<String, String> options, Estimate estimate) {}
