package org.tessera.engine.data;

import java.util.List;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/**
 * The size of a table of features and the threads that work on it: what an {@link Estimate} of time and memory is made
 * from. Estimates are pure: the same size and options give the same figures.
 *
 * <p>The nanoseconds per operation that estimates use were measured on one core of a virtual x86-64 server with JDK 17,
 * compiled code, on eight normal groups that overlap or not at all and on one without groups; 1,000 to 300,000 rows of 2
 * to 100 features. From a tenth of a second on, hardly anything took more than twice its estimate. Other machines differ
 * by a factor of a few; an order of magnitude tells ten seconds from an hour.
 *
 * @param rows number of rows n, at least 0
 * @param columns number of features d, at least 0
 * @param threads number of threads, at least 1
 */
public record DataSize(long rows, int columns, int threads) {

    /** A remedy that helps every estimate. */
    public static final String SAMPLE_ROWS = "sample the rows";

    /** A remedy where features cost most. */
    public static final String FEWER_FEATURES = "take fewer features";

    private static final double NANO = 1e-9;

    /** Checks the bounds. */
    public DataSize {
        if (rows < 0 || columns < 0 || threads < 1) {
            throw new IllegalArgumentException(
                    rows + " rows with " + columns + " features on " + threads + " threads are no size");
        }
    }

    /**
     * The size of a table that is worked on by as many threads as {@link RunContext#of} gives.
     *
     * @param rows number of rows n
     * @param columns number of features d
     * @return the size
     */
    public static DataSize of(long rows, int columns) {
        return new DataSize(rows, columns, RunContext.of(0).threads());
    }

    /**
     * Time of work that is spread over all threads.
     *
     * @param nanoseconds per operation on one thread
     * @param operations number of operations
     * @return seconds
     */
    public double seconds(double nanoseconds, double operations) {
        return nanoseconds * NANO * operations / threads;
    }

    /**
     * Time of work that one thread does.
     *
     * @param nanoseconds per operation
     * @param operations number of operations
     * @return seconds
     */
    public double secondsOnOneThread(double nanoseconds, double operations) {
        return nanoseconds * NANO * operations;
    }

    /** @return the bytes of n x d values */
    public double matrixBytes() {
        return 8.0 * rows * columns;
    }

    /** @return the bytes of the rows in canonical order, with the keys they are sorted by and their labels */
    public double canonicalRowsBytes() {
        return matrixBytes() + 24.0 * rows;
    }

    /**
     * An estimate for this size.
     *
     * @param work what is done, the subject of a sentence without the size, such as "K-means of"
     * @param bytes memory beside the input
     * @param seconds time
     * @param cheaper what takes less, the best first
     * @return the estimate
     */
    public Estimate estimate(String work, double bytes, double seconds, List<String> cheaper) {
        return new Estimate(work + " " + inWords("feature"), bytes, seconds, cheaper);
    }

    /**
     * The size in words.
     *
     * @param column what a column is called
     * @return such as "4,454 rows with 29 features"
     */
    public String inWords(String column) {
        return Numbers.count(rows, "row") + " with " + Numbers.count(columns, column);
    }
}
