package org.tessera.knime.cluster;

import org.tessera.engine.choose.sweep.Configured;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.Provenance;

/** The clustering nodes as a search sees them: the settings by which one of them makes the segmentation it found. */
public final class SingleNode {

    private SingleNode() {}

    /**
     * The provenance that the node of an algorithm gives its model.
     *
     * @param found what a search found
     * @param training customers and features
     * @param seed the seed, which deterministic algorithms do not use
     * @param reason why the algorithm and its options were chosen, a sentence
     * @return title, options by their titles in the dialog, and how the run ended
     * @throws IllegalArgumentException if the algorithm has no node
     */
    public static Provenance provenance(SweepResult found, TrainingTable training, long seed, String reason) {
        Configured<?> configured = found.configured();
        ClusterParameters<?> parameters = parameters(configured.options(), seed);
        ClusterPlan plan = new ClusterPlan(
                configured.clusterer(),
                ImplementationChoice.tessera(reason),
                configured.optionsByTitle(),
                configured.estimate(DataSize.of(found.fitted(), training.names().size())));
        return ClusterNode.provenance(parameters, plan, found.clustering(), found.fitted(), training);
    }

    static ClusterParameters<?> parameters(Record options, long seed) {
        if (options instanceof KMeansOptions kMeans) {
            return KMeansParameters.of(kMeans, seed);
        }
        if (options instanceof HierarchicalOptions hierarchical) {
            return HierarchicalParameters.of(hierarchical);
        }
        if (options instanceof DbscanOptions dbscan) {
            return DbscanParameters.of(dbscan);
        }
        if (options instanceof GaussianMixtureOptions mixture) {
            return GaussianMixtureParameters.of(mixture, seed);
        }
        throw new IllegalArgumentException("No node has options such as " + options
                + ": enter its parameters in org.tessera.knime.cluster.SingleNode");
    }
}
