package org.tessera.engine.choose.sweep;

import java.util.List;
import java.util.Objects;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Bounds;
import org.tessera.engine.select.SelectionOptions;

/**
 * What a search tries, and how it chooses.
 *
 * @param algorithms identifiers of the algorithms of the catalog that are tried, at least one
 * @param minSegments fewest segments, {@value #MIN_SEGMENTS} to the most
 * @param maxSegments most segments, the fewest to {@value #MAX_SEGMENTS}
 * @param seconds time that the search and what is reserved may take, above 0: by estimate on {@value #THREADS} threads
 * @param reserved seconds of that time for what follows the search, such as the verdict, 0 or more by estimate
 * @param byClock whether it ends when that time is over, instead of by estimate; results then differ between runs
 * @param sampleRows most rows that are searched; of more a sample is drawn, {@value #MIN_SAMPLE_ROWS} or more
 * @param stability whether stability is measured, beside what the same algorithm reaches without segments
 * @param selection metric, guards and ties of the choice
 */
public record SweepOptions(
        List<String> algorithms,
        int minSegments,
        int maxSegments,
        double seconds,
        double reserved,
        boolean byClock,
        int sampleRows,
        boolean stability,
        SelectionOptions selection) {

    /** The title of the option that limits the time, for messages. */
    public static final String BUDGET_OPTION = "Time budget (seconds)";
    /** The title of the option that limits the rows that are searched, for messages. */
    public static final String SAMPLE_OPTION = "Search on at most (customers)";
    /** The title of the option with the smallest number of segments, for messages. */
    public static final String FEWEST_OPTION = "Fewest segments";
    /** The title of the option with the largest number of segments, for messages. */
    public static final String MOST_OPTION = "Most segments";

    /** Smallest number of segments. */
    public static final int MIN_SEGMENTS = 2;
    /** Largest number of segments. */
    public static final int MAX_SEGMENTS = 50;
    /** Smallest limit of the rows that are searched. */
    public static final int MIN_SAMPLE_ROWS = 500;
    /** Default of the time budget: two minutes. */
    public static final double SECONDS = 120;
    /** Default of the most rows that are searched. */
    public static final int SAMPLE_ROWS = 10_000;
    /**
     * The number of threads by which estimates are compared with the budget, whatever the machine has: what is tried, and
     * with it the result, must not depend on it.
     */
    public static final int THREADS = 2;

    /** The algorithms that are tried by default, fixed so that a new one in the catalog changes no saved search. */
    public static final List<String> ALGORITHMS = List.of(
            Algorithms.K_MEANS.id(),
            Algorithms.HIERARCHICAL.id(),
            Algorithms.DBSCAN.id(),
            Algorithms.GAUSSIAN_MIXTURE.id());

    /** Checks the bounds. */
    public SweepOptions {
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("No algorithm is chosen: choose at least one.");
        }
        algorithms.forEach(SweepOptions::requireKnown);
        Bounds.check(FEWEST_OPTION, minSegments, MIN_SEGMENTS, MAX_SEGMENTS);
        Bounds.check(MOST_OPTION, maxSegments, minSegments, MAX_SEGMENTS);
        Bounds.checkPositive(BUDGET_OPTION, seconds);
        if (!(reserved >= 0)) {
            throw new IllegalArgumentException("Reserved seconds = " + reserved + ", but at least 0 are needed.");
        }
        Bounds.check(SAMPLE_OPTION, sampleRows, MIN_SAMPLE_ROWS, Integer.MAX_VALUE);
        Objects.requireNonNull(selection, "selection");
    }

    private static void requireKnown(String id) {
        if (Algorithms.ALL.stream().noneMatch(a -> a.id().equals(id))) {
            throw new IllegalArgumentException("There is no algorithm '" + id + "': choose among "
                    + String.join(
                            ", ", Algorithms.ALL.stream().map(Algorithm::id).toList()) + ".");
        }
    }

    /** @return all four algorithms, 2 to 10 segments, two minutes, up to 10,000 rows, stability, the guards of the Selector */
    public static SweepOptions defaults() {
        return new SweepOptions(ALGORITHMS, 2, 10, SECONDS, 0, false, SAMPLE_ROWS, true, SelectionOptions.defaults());
    }

    /** The seconds that are not reserved. */
    double searchSeconds() {
        return seconds - reserved;
    }

    /** The algorithms, in the order of the catalog. */
    List<Algorithm<?>> chosen() {
        return Algorithms.ALL.stream().filter(a -> algorithms.contains(a.id())).toList();
    }

    /**
     * The same with other algorithms.
     *
     * @param ids their identifiers
     * @return new options
     */
    public SweepOptions withAlgorithms(String... ids) {
        return new SweepOptions(
                List.of(ids), minSegments, maxSegments, seconds, reserved, byClock, sampleRows, stability, selection);
    }

    /**
     * The same with other numbers of segments.
     *
     * @param min fewest segments
     * @param max most segments
     * @return new options
     */
    public SweepOptions withSegments(int min, int max) {
        return new SweepOptions(algorithms, min, max, seconds, reserved, byClock, sampleRows, stability, selection);
    }

    /**
     * The same with another time budget.
     *
     * @param budget seconds
     * @return new options
     */
    public SweepOptions withSeconds(double budget) {
        return new SweepOptions(
                algorithms, minSegments, maxSegments, budget, reserved, byClock, sampleRows, stability, selection);
    }

    /**
     * The same with another part of the time budget for what follows the search.
     *
     * @param kept seconds
     * @return new options
     */
    public SweepOptions withReserved(double kept) {
        return new SweepOptions(
                algorithms, minSegments, maxSegments, seconds, kept, byClock, sampleRows, stability, selection);
    }

    /**
     * The same ended by the clock or by estimate.
     *
     * @param clock whether the search ends when its time is over
     * @return new options
     */
    public SweepOptions withByClock(boolean clock) {
        return new SweepOptions(
                algorithms, minSegments, maxSegments, seconds, reserved, clock, sampleRows, stability, selection);
    }

    /**
     * The same with another size of the sample.
     *
     * @param rows most rows that are searched
     * @return new options
     */
    public SweepOptions withSampleRows(int rows) {
        return new SweepOptions(
                algorithms, minSegments, maxSegments, seconds, reserved, byClock, rows, stability, selection);
    }

    /**
     * The same with or without stability.
     *
     * @param measured whether stability is measured
     * @return new options
     */
    public SweepOptions withStability(boolean measured) {
        return new SweepOptions(
                algorithms, minSegments, maxSegments, seconds, reserved, byClock, sampleRows, measured, selection);
    }

    /**
     * The same with another choice.
     *
     * @param options metric, guards, ties
     * @return new options
     */
    public SweepOptions withSelection(SelectionOptions options) {
        return new SweepOptions(
                algorithms, minSegments, maxSegments, seconds, reserved, byClock, sampleRows, stability, options);
    }
}
