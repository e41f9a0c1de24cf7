package org.tessera.engine.choose.large;

import java.util.Objects;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.cluster.Bounds;

/**
 * How much is read of customers that do not fit into memory.
 *
 * @param sampleRows customers that are held in memory and searched, {@value #MIN_SAMPLE_ROWS} or more
 * @param maxPasses most passes over all customers, {@value #MIN_PASSES} to {@value #MAX_PASSES}
 * @param nullSamples tables without segments that the verdict compares with, see {@link VerdictOptions}
 * @param segmentColumn name of the column that holds the segments
 */
public record LargeOptions(int sampleRows, int maxPasses, int nullSamples, String segmentColumn) {

    /** The title of the option that sets the size of the sample, for messages. */
    public static final String SAMPLE_OPTION = "Sample (customers)";
    /** The title of the option that limits the passes, for messages. */
    public static final String PASSES_OPTION = "Most passes";
    /** Smallest sample. */
    public static final int MIN_SAMPLE_ROWS = 500;
    /** Largest sample. */
    public static final int MAX_SAMPLE_ROWS = 10_000_000;
    /** Default size of the sample. */
    public static final int SAMPLE_ROWS = 100_000;
    /** Fewest passes: sample, statistics of the columns, segments, figures. */
    public static final int MIN_PASSES = 4;
    /** Default and upper bound of the most passes. */
    public static final int MAX_PASSES = 12;

    /** Checks the bounds. */
    public LargeOptions {
        Objects.requireNonNull(segmentColumn, "segmentColumn");
        Bounds.check(SAMPLE_OPTION, sampleRows, MIN_SAMPLE_ROWS, MAX_SAMPLE_ROWS);
        Bounds.check(PASSES_OPTION, maxPasses, MIN_PASSES, MAX_PASSES);
        Bounds.check(
                "Tables without segments",
                nullSamples,
                VerdictOptions.MIN_NULL_SAMPLES,
                VerdictOptions.MAX_NULL_SAMPLES);
    }

    /** @return a sample of 100,000 customers, 12 passes, 99 tables without segments, segments in the column "Segment" */
    public static LargeOptions defaults() {
        return new LargeOptions(
                SAMPLE_ROWS, MAX_PASSES, VerdictOptions.defaults().nullSamples(), "Segment");
    }

    /**
     * The same with another size of the sample.
     *
     * @param rows customers
     * @return new options
     */
    public LargeOptions withSampleRows(int rows) {
        return new LargeOptions(rows, maxPasses, nullSamples, segmentColumn);
    }

    /**
     * The same with another limit of passes.
     *
     * @param passes most passes
     * @return new options
     */
    public LargeOptions withMaxPasses(int passes) {
        return new LargeOptions(sampleRows, passes, nullSamples, segmentColumn);
    }

    /**
     * The same with another number of tables without segments.
     *
     * @param count number of tables
     * @return new options
     */
    public LargeOptions withNullSamples(int count) {
        return new LargeOptions(sampleRows, maxPasses, count, segmentColumn);
    }

    /**
     * The same with another name of the column that holds the segments.
     *
     * @param name the name
     * @return new options
     */
    public LargeOptions withSegmentColumn(String name) {
        return new LargeOptions(sampleRows, maxPasses, nullSamples, name);
    }
}
