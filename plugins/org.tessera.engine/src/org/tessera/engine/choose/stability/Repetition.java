package org.tessera.engine.choose.stability;

import java.util.List;
import java.util.function.IntFunction;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * How segmentations of the same customers, such as those of one algorithm with several numbers of segments, are repeated on
 * other rows. They may share work on the same rows, as cuts of one dendrogram do. Safe for concurrent use.
 */
@FunctionalInterface
public interface Repetition {

    /**
     * Repeats segmentations on other rows, each when it is asked for.
     *
     * @param rows the other rows
     * @param run seed, threads, progress, cancel
     * @return the clustering of these rows by the index of the segmentation, for one thread; it throws {@link
     *     org.tessera.engine.run.SegmentationException} if the rows cannot be segmented so
     */
    IntFunction<Clustering> on(Matrix rows, RunContext run);

    /**
     * Segmentations that share no work.
     *
     * @param clusterers the algorithm of each with its options
     * @return their repetition, in the same order
     */
    static Repetition of(List<Clusterer> clusterers) {
        return (rows, run) -> index -> clusterers.get(index).fit(rows, run);
    }

    /**
     * Some of the segmentations.
     *
     * @param indices which ones
     * @return their repetition, in this order
     */
    default Repetition only(List<Integer> indices) {
        return (rows, run) -> {
            IntFunction<Clustering> all = on(rows, run);
            return index -> all.apply(indices.get(index));
        };
    }
}
