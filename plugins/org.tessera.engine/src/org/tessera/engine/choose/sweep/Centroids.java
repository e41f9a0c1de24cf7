package org.tessera.engine.choose.sweep;

import java.util.List;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansAlgorithm;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;

/** K-means with each number of segments. */
final class Centroids implements Family {

    private static final SegmentCounts<KMeansOptions> COUNTS = new SegmentCounts<>(Algorithms.K_MEANS);

    /** The best of a few starts, without a search for better optima. */
    private static final KMeansAlgorithm QUICK = new KMeansAlgorithm(
            KMeans.RESTARTS, (size, options, iterations) -> size.rows() * iterations * options.restarts());

    private static final int QUICK_RESTARTS = 16;

    @Override
    public List<Trial> trials(int min, int max, DataSize size) {
        return COUNTS.trials(min, max, size);
    }

    @Override
    public Search search(int min, Matrix rows) {
        return COUNTS.search(min, rows);
    }

    @Override
    public Configured<?> planned(Trial trial) {
        return COUNTS.planned(trial);
    }

    @Override
    public Configured<?> quick(Configured<?> configured) {
        KMeansOptions options = (KMeansOptions) configured.options();
        return new Configured<>(QUICK, options.withRestarts(QUICK_RESTARTS));
    }

    @Override
    public Configured<?> among(Result found, int searched, int rows) {
        return found.configured();
    }
}
