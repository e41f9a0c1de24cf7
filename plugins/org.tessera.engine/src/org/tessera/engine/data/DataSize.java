package org.tessera.engine.data;

import java.util.List;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/**
 * The size of a feature matrix and the number of threads: the input of every {@link Estimate} of time and memory. An
 * estimate is a pure function of size and options.
 *
 * <p>The constants of the estimates, in nanoseconds per operation, were measured on one core of a virtual x86-64 server
 * with JDK 17 after warm-up, on mixtures of eight Gaussian clusters, overlapping or well separated, and on data without
 * clusters; 1,000 to 300,000 rows of 2 to 100 features. Above a tenth of a second, hardly any run took more than twice
 * its estimate. Other machines differ by a small factor; an order of magnitude is enough to distinguish ten seconds
 * from an hour.
 *
 * @param rows number of rows n, at least 0
 * @param columns number of features d, at least 0
 * @param threads number of threads, at least 1
 */
public record DataSize(long rows, int columns, int threads) {

    /** A remedy that reduces every estimate. */
    public static final String SAMPLE_ROWS = "sample the rows";

    /** A remedy for estimates that grow with the number of features. */
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
     * The size of a table that is processed by the default number of threads of {@link RunContext#of}.
     *
     * @param rows number of rows n
     * @param columns number of features d
     * @return the size
     */
    public static DataSize of(long rows, int columns) {
        return new DataSize(rows, columns, RunContext.of(0).threads());
    }

    /**
     * Time of operations that are distributed over all threads.
     *
     * @param nanoseconds per operation on one thread
     * @param operations number of operations
     * @return seconds
     */
    public double seconds(double nanoseconds, double operations) {
        return nanoseconds * NANO * operations / threads;
    }

    /**
     * Time of operations that run on one thread.
     *
     * @param nanoseconds per operation
     * @param operations number of operations
     * @return seconds
     */
    public double secondsOnOneThread(double nanoseconds, double operations) {
        return nanoseconds * NANO * operations;
    }

    /** @return the bytes of an n x d matrix */
    public double matrixBytes() {
        return 8.0 * rows * columns;
    }

    /** @return the bytes of the rows in canonical order, with their sort keys and labels */
    public double canonicalRowsBytes() {
        return matrixBytes() + 24.0 * rows;
    }

    /**
     * An estimate for this size.
     *
     * @param work the computation, as the subject of a sentence without the size, such as "K-means of"
     * @param bytes memory in addition to the input
     * @param seconds time
     * @param cheaper alternatives that need less, the best first
     * @return the estimate
     */
    public Estimate estimate(String work, double bytes, double seconds, List<String> cheaper) {
        return new Estimate(work + " " + inWords("feature"), bytes, seconds, cheaper);
    }

    /**
     * The size as text.
     *
     * @param column the noun for a column, whose plural ends in s
     * @return such as "4,454 rows with 29 features"
     */
    public String inWords(String column) {
        return Numbers.count(rows, "row") + " with " + Numbers.count(columns, column);
    }
}
