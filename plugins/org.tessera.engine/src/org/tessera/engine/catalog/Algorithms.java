package org.tessera.engine.catalog;

import java.util.List;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.dbscan.DbscanAlgorithm;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.hierarchical.HierarchicalAlgorithm;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeansAlgorithm;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.kmeans.search.MultiStartSearch;
import org.tessera.engine.cluster.mixture.GaussianMixtureAlgorithm;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.search.SplitMergeSearch;

/** The clustering algorithms. A new one is a line here. */
public final class Algorithms {

    /** K-means, whose restarts are refined by a search for better optima. */
    public static final Algorithm<KMeansOptions> K_MEANS =
            new KMeansAlgorithm(MultiStartSearch.OPTIMIZER, MultiStartSearch::assignments);

    /** Agglomerative hierarchical clustering. */
    public static final Algorithm<HierarchicalOptions> HIERARCHICAL = new HierarchicalAlgorithm();

    /** DBSCAN. */
    public static final Algorithm<DbscanOptions> DBSCAN = new DbscanAlgorithm();

    /** Gaussian mixtures, refined by split and merge moves. */
    public static final Algorithm<GaussianMixtureOptions> GAUSSIAN_MIXTURE =
            new GaussianMixtureAlgorithm(SplitMergeSearch.REFINEMENT);

    /** All of them, in the order in which users see them. */
    public static final List<Algorithm<?>> ALL = List.of(K_MEANS, HIERARCHICAL, DBSCAN, GAUSSIAN_MIXTURE);

    private Algorithms() {}
}
