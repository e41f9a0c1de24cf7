package org.tessera.engine.choose.sweep;

import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansAlgorithm;
import org.tessera.engine.cluster.kmeans.KMeansOptions;

/** K-means with each number of segments. */
final class Centroids extends SegmentCounts<KMeansOptions> {

    /** The best of a few starts, without a search for better optima. */
    private static final KMeansAlgorithm QUICK = new KMeansAlgorithm(
            KMeans.RESTARTS, (size, options, iterations) -> size.rows() * iterations * options.restarts());

    private static final int QUICK_RESTARTS = 16;

    Centroids() {
        super(Algorithms.K_MEANS);
    }

    @Override
    public Configured<?> quick(Configured<?> configured) {
        KMeansOptions options = (KMeansOptions) configured.options();
        return new Configured<>(QUICK, options.withRestarts(QUICK_RESTARTS));
    }
}
