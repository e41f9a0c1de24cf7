package org.tessera.weka;

import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;

/** Weka's clusterers behind the engine's interface. Nothing of Weka shows; nothing is written below the user's home. */
public final class WekaClusterers {

    private WekaClusterers() {}

    /**
     * Weka's SimpleKMeans.
     *
     * @param options the options
     * @return a clusterer
     */
    public static Clusterer kMeans(KMeansOptions options) {
        return new WekaKMeans(options);
    }

    /**
     * Weka's HierarchicalClusterer.
     *
     * @param options the options
     * @return a clusterer
     */
    public static Clusterer hierarchical(HierarchicalOptions options) {
        return new WekaHierarchical(options);
    }

    /**
     * Weka's DBSCAN.
     *
     * @param options the options
     * @return a clusterer
     */
    public static Clusterer dbscan(DbscanOptions options) {
        return new WekaDbscan(options);
    }

    /**
     * Weka's EM.
     *
     * @param options the options
     * @return a clusterer
     * @throws IllegalArgumentException if the covariance is not diagonal
     */
    public static Clusterer gaussianMixture(GaussianMixtureOptions options) {
        return new WekaGaussianMixture(options);
    }
}
