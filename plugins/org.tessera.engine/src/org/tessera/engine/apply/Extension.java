package org.tessera.engine.apply;

import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.run.RunContext;

/** A clustering of a sample extended to all rows by its model, as the {@link Assigner} assigns them. */
public final class Extension {

    private Extension() {}

    /**
     * Assigns all rows to the segments of a sample. Time and memory of {@link Assigner#assign}.
     *
     * @param sampled the clustering of a sample of the rows
     * @param x n x d finite features of all rows, the sample among them
     * @param run threads, progress, cancel
     * @return the same segments of all rows, numbered by decreasing size
     */
    public static Clustering of(Clustering sampled, Matrix x, RunContext run) {
        int[] raw = Assigner.assign(sampled.model(), x, run).segments();
        SegmentOrder order = SegmentOrder.bySize(raw, sampled.model().segments(), x);
        return new Clustering(
                ReducedModel.ordered(sampled.model(), order, x, run),
                order.labels(),
                sampled.iterations(),
                sampled.converged(),
                sampled.warnings(),
                sampled.reason());
    }
}
