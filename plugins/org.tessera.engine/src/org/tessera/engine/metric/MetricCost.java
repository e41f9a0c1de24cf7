package org.tessera.engine.metric;

import org.tessera.engine.data.DataSize;

/**
 * How time and memory of a metric grow with the number of rows n, and what happens above
 * {@link MetricOptions#exactUpTo()} rows. Time is that of one core as {@link DataSize} describes it.
 *
 * @param growth what is computed for how many rows
 * @param pair nanoseconds of the distance of two rows, 0 if the cost is linear
 * @param featureOfPair nanoseconds per feature of the distance of two rows, 0 if the cost is linear
 */
public record MetricCost(Growth growth, double pair, double featureOfPair) {

    /** What a metric computes for how many rows. */
    public enum Growth {
        /** O(n): no longer than reading the table. Neither time nor memory is estimated. */
        LINEAR,
        /** O(n²) up to the limit for exact values; above it the value is estimated from a sample, O(m n). */
        PAIRS_OR_SAMPLE,
        /** O(n²) up to the limit for exact values; above it the metric is left out, because a sample is no estimate. */
        PAIRS_OR_NOTHING
    }

    /** A few passes over the rows. */
    public static final MetricCost LINEAR = new MetricCost(Growth.LINEAR, 0, 0);

    /** Bytes per row and segment of the sums of distances from which a value is estimated, and per row beside them. */
    private static final double SUM = 8;

    private static final double ROW_OF_SUMS = 24;

    /** Bytes per row of a comparison of all pairs without sums. */
    private static final double ROW = 8;

    /** Checks the bounds. */
    public MetricCost {
        if (!(pair >= 0) || !(featureOfPair >= 0) || growth == Growth.LINEAR && pair + featureOfPair > 0) {
            throw new IllegalArgumentException(
                    growth + " cost of " + pair + " ns per pair and " + featureOfPair + " ns per feature of it");
        }
    }

    /**
     * All pairs of rows; above the limit a sample of the rows with all rows.
     *
     * @param pair nanoseconds of the distance of two rows
     * @param featureOfPair nanoseconds per feature of it
     * @return the cost
     */
    public static MetricCost pairsOrSample(double pair, double featureOfPair) {
        return new MetricCost(Growth.PAIRS_OR_SAMPLE, pair, featureOfPair);
    }

    /**
     * All pairs of rows; nothing above the limit.
     *
     * @param pair nanoseconds of the distance of two rows
     * @param featureOfPair nanoseconds per feature of it
     * @return the cost
     */
    public static MetricCost pairsOrNothing(double pair, double featureOfPair) {
        return new MetricCost(Growth.PAIRS_OR_NOTHING, pair, featureOfPair);
    }

    /**
     * Whether the metric is not computed at all.
     *
     * @param rows number of rows n
     * @param options the limit for exact values
     * @return true for more rows than the limit and no estimate from a sample
     */
    public boolean leavesOut(long rows, MetricOptions options) {
        return growth == Growth.PAIRS_OR_NOTHING && rows > options.exactUpTo();
    }

    /** Pairs of rows whose distance is computed. */
    private double pairs(long rows, MetricOptions options) {
        double n = rows;
        if (rows <= options.exactUpTo()) {
            return n * n / 2;
        }
        return growth == Growth.PAIRS_OR_SAMPLE ? n * options.sampleRows() : 0;
    }

    /** Seconds for one segmentation. */
    double seconds(DataSize size, MetricOptions options) {
        return growth == Growth.LINEAR
                ? 0
                : size.seconds(pair + featureOfPair * size.columns(), pairs(size.rows(), options));
    }

    /** Bytes beside the features. */
    double bytes(DataSize size, int segments, MetricOptions options) {
        if (growth == Growth.LINEAR || leavesOut(size.rows(), options)) {
            return 0;
        }
        double n = size.rows();
        if (growth == Growth.PAIRS_OR_NOTHING) {
            return size.matrixBytes() + ROW * n;
        }
        double measured = n <= options.exactUpTo() ? n : options.sampleRows();
        return size.matrixBytes() + SUM * measured * segments + ROW_OF_SUMS * n;
    }
}
