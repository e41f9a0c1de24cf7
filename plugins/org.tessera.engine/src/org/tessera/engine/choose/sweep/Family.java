package org.tessera.engine.choose.sweep;

import java.util.List;
import java.util.Optional;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.stability.Repetition;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/** The trials of one algorithm, and how they share work. Stateless. */
interface Family {

    /** A trial's result: the options as they would be given by hand, and the clustering. */
    record Result(Configured<?> configured, Clustering clustering) {}

    /** Carries out the trials of a family on the same rows, one after the other. */
    interface Search {

        /** The result of the trial with an index; empty if it would repeat another. */
        Optional<Result> fit(int index, RunContext run);
    }

    /**
     * The trials by what is known before: each with the time it takes after those before it.
     *
     * @param min fewest segments
     * @param max most segments
     * @param size the size of the rows, and the threads of the estimates
     */
    List<Trial> trials(int min, int max, DataSize size);

    /**
     * Starts a search.
     *
     * @param min fewest segments, those of the first trial
     * @param rows the rows that are searched
     */
    Search search(int min, Matrix rows);

    /**
     * The options by which segments are found again among other rows of the same customers.
     *
     * @param found the result on the rows that were searched
     * @param searched number of these rows
     * @param rows number of the other rows
     */
    default Configured<?> among(Result found, int searched, int rows) {
        return found.configured().among(found.clustering().model(), searched, rows);
    }

    /** The options of a trial as far as they are known before. */
    Configured<?> planned(Trial trial);

    /** The same algorithm with less effort, for dozens of runs on parts of the rows. */
    default Configured<?> quick(Configured<?> configured) {
        return configured;
    }

    /** Segments the same parts of the rows for all trials. */
    default Repetition repeated(List<Configured<?>> trials) {
        return Repetition.of(
                trials.stream().map(trial -> quick(trial).clusterer()).toList());
    }

    /**
     * The time and memory of a trial on a part of the rows by {@link #repeated}.
     *
     * @param trial the trial, after those before it
     * @param part size of the part
     */
    default Estimate repeated(Trial trial, DataSize part) {
        return quick(planned(trial)).estimate(part);
    }

    /** The family of an algorithm. */
    static Family of(Algorithm<?> algorithm) {
        if (algorithm == Algorithms.HIERARCHICAL) {
            return new TreeCuts();
        }
        if (algorithm == Algorithms.DBSCAN) {
            return new Radii();
        }
        if (algorithm == Algorithms.K_MEANS) {
            return new Centroids();
        }
        return algorithm == Algorithms.GAUSSIAN_MIXTURE ? new Mixtures() : new SegmentCounts<>(algorithm);
    }
}
