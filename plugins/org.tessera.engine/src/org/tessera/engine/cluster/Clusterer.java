package org.tessera.engine.cluster;

import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * An implementation of a clustering algorithm with its options: a stateless value, safe for concurrent use; every
 * {@link #fit} is a run of its own.
 */
public interface Clusterer {

    /** @return the implementation: {@link Implementation#WEKA} or {@link Implementation#TESSERA} */
    Implementation implementation();

    /**
     * Clusters rows.
     *
     * @param x n x d finite features
     * @param run seed, threads, progress, cancel
     * @return segments numbered by decreasing size, and the model behind them
     * @throws org.tessera.engine.run.SegmentationException if the data cannot support the options
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    Clustering fit(Matrix x, RunContext run);
}
