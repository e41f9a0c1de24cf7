package org.tessera.engine.choose.large;

import org.tessera.engine.cluster.Bounds;

/**
 * How much is read of customers that do not fit into memory.
 *
 * @param sampleRows customers that are held in memory and searched, {@value #MIN_SAMPLE_ROWS} or more
 * @param maxPasses most passes over all customers, {@value #MIN_PASSES} to {@value #MAX_PASSES}
 * @param segmentColumn name of the column that holds the segments
 */
public record LargeOptions(int sampleRows, int maxPasses, String segmentColumn) {

    /** The title of the option that sets the size of the sample, for messages. */
    public static final String SAMPLE_OPTION = "Sample (customers)";
    /** The title of the option that limits the passes, for messages. */
    public static final String PASSES_OPTION = "Most passes";
    /** Smallest sample. */
    public static final int MIN_SAMPLE_ROWS = 500;
    /** Default size of the sample. */
    public static final int SAMPLE_ROWS = 100_000;
    /** Fewest passes: sample, statistics of the columns, segments, figures. */
    public static final int MIN_PASSES = 4;
    /** Default of the most passes. */
    public static final int MAX_PASSES = 12;

    /** Checks the bounds. */
    public LargeOptions {
        Bounds.check(SAMPLE_OPTION, sampleRows, MIN_SAMPLE_ROWS, Integer.MAX_VALUE / 4);
        Bounds.check(PASSES_OPTION, maxPasses, MIN_PASSES, MAX_PASSES);
    }

    /** @return a sample of 100,000 customers, 12 passes, segments in the column "Segment" */
    public static LargeOptions defaults() {
        return new LargeOptions(SAMPLE_ROWS, MAX_PASSES, "Segment");
    }

    /**
     * The same with another size of the sample.
     *
     * @param rows customers
     * @return new options
     */
    public LargeOptions withSampleRows(int rows) {
        return new LargeOptions(rows, maxPasses, segmentColumn);
    }

    /**
     * The same with another limit of passes.
     *
     * @param passes most passes
     * @return new options
     */
    public LargeOptions withMaxPasses(int passes) {
        return new LargeOptions(sampleRows, passes, segmentColumn);
    }
}
