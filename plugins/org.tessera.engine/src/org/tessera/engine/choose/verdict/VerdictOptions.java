package org.tessera.engine.choose.verdict;

import org.tessera.engine.cluster.Bounds;

/**
 * Options of a verdict.
 *
 * @param nullSamples number of tables without segments to compare with, {@value #MIN_NULL_SAMPLES} to
 *     {@value #MAX_NULL_SAMPLES}; p-values are multiples of 1 / (nullSamples + 1)
 * @param maxSegments largest number of segments that is tried as evidence, 2 to {@value #MAX_SEGMENTS}
 * @param maxRows rows of the sample that larger tables are judged by, {@value #MIN_ROWS} or more
 */
public record VerdictOptions(int nullSamples, int maxSegments, int maxRows) {

    /** Smallest number of tables without segments: with fewer no p-value of two views is {@value Verdict#LEVEL} or less. */
    public static final int MIN_NULL_SAMPLES = 39;
    /** Largest number of tables without segments. */
    public static final int MAX_NULL_SAMPLES = 999;
    /** Upper bound of the largest number of segments. */
    public static final int MAX_SEGMENTS = 20;
    /** Smallest sample. */
    public static final int MIN_ROWS = 500;

    /** Checks the bounds. */
    public VerdictOptions {
        Bounds.check("Null samples", nullSamples, MIN_NULL_SAMPLES, MAX_NULL_SAMPLES);
        Bounds.check("Largest number of segments", maxSegments, 2, MAX_SEGMENTS);
        Bounds.check("Rows of the sample", maxRows, MIN_ROWS, Integer.MAX_VALUE);
    }

    /** @return 99 null samples, up to 5 segments, 20,000 rows */
    public static VerdictOptions defaults() {
        return new VerdictOptions(99, 5, 20_000);
    }

    /**
     * The same with another number of null samples.
     *
     * @param count the number
     * @return new options
     */
    public VerdictOptions withNullSamples(int count) {
        return new VerdictOptions(count, maxSegments, maxRows);
    }

    /**
     * The same with another sample of large tables.
     *
     * @param rows the number of rows
     * @return new options
     */
    public VerdictOptions withMaxRows(int rows) {
        return new VerdictOptions(nullSamples, maxSegments, rows);
    }
}
