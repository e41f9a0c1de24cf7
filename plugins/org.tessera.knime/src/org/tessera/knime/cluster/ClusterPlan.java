package org.tessera.knime.cluster;

import java.util.Map;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.run.Estimate;

/**
 * The run of a clustering node on a table of known size.
 *
 * @param clusterer the chosen implementation with its options
 * @param choice which implementation runs, and why
 * @param options the options by their titles in the dialog
 * @param estimate the time and memory it takes
 */
record ClusterPlan(Clusterer clusterer, ImplementationChoice choice, Map<String, String> options, Estimate estimate) {}
