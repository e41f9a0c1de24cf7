package org.tessera.engine.prep;

import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Fits location and scale of features: StandardScaler (population standard deviation), MinMaxScaler and RobustScaler
 * (quartiles by linear interpolation, {@link ColumnStatistics#robustSpread} where they are equal) of scikit-learn for
 * numbers, {@link ScalingOptions.CategoryScale} for categories, then the column's weight.
 */
final class FeatureScaler {

    /** Largest absolute value of a scaled feature; squares of larger ones may overflow. */
    private static final double MAX_SCALED = 1e150;
    /** Rows encoded between two checks for cancellation. */
    private static final int BLOCK = 1 << 16;

    private final ScalingOptions options;

    FeatureScaler(ScalingOptions options) {
        this.options = options;
    }

    /** The encoded entries of a column, in the order of the rows. */
    static double[] encode(Feature raw, ColumnEncoder source, RunContext run) {
        int n = source.column().size();
        double[] values = new double[n];
        for (int from = 0; from < n; from += BLOCK) {
            run.checkCanceled();
            source.encode(raw, 0, new ColumnEncoder.Target(values, 1, from, Math.min(n, from + BLOCK)));
        }
        return values;
    }

    /** Scales a feature with these encoded entries. O(n log n). */
    Feature scale(Feature raw, double[] values, RunContext run) {
        return scale(raw, ColumnStatistics.of(values, run), TwoValuedNumbers.distinct(values, run) == 2);
    }

    /** Scales a feature whose encoded entries have these statistics, and two values only or not. O(1). */
    Feature scale(Feature raw, ColumnStatistics statistics, boolean twoValued) {
        return twoValued && options.givenDistance()
                ? weighted(raw.scaled(statistics.min(), 0, range(raw, statistics) / options.categoryDistance()))
                : scaleByMethod(raw, statistics, twoValued);
    }

    /**
     * Scales an indicator.
     *
     * @param rows number of rows
     * @param ones number of rows in which it is 1
     * @param alone whether it is the only indicator of its variable, which then has two values
     */
    Feature scaleIndicator(Feature raw, int rows, int ones, boolean alone) {
        if (options.givenDistance()) {
            return weighted(raw.scaled(0, 0, (alone ? 1 : Math.sqrt(2)) / options.categoryDistance()));
        }
        return scaleByMethod(raw, ColumnStatistics.ofIndicator(rows, ones), true);
    }

    private Feature scaleByMethod(Feature raw, ColumnStatistics statistics, boolean twoValued) {
        double shift = switch (options.method()) {
            case Z_SCORE -> statistics.mean();
            case MIN_MAX -> statistics.min();
            case ROBUST -> statistics.median();
            case NONE -> 0;
        };
        double scale = switch (options.method()) {
            case Z_SCORE -> statistics.sd();
            case MIN_MAX -> statistics.max() - statistics.min();
            case ROBUST -> robustScale(statistics, twoValued);
            case NONE -> 1;
        };
        double shiftLow = options.method() == Scaling.Z_SCORE ? statistics.meanLow() : 0;
        Feature scaled = weighted(raw.scaled(shift, shiftLow, scale));
        double largest = Math.max(Math.abs(scaled.scaled(statistics.min())), Math.abs(scaled.scaled(statistics.max())));
        if (!(scale < Double.POSITIVE_INFINITY && largest <= MAX_SCALED) && options.method() != Scaling.NONE) {
            throw tooWide(raw, statistics);
        }
        return scaled;
    }

    private Feature weighted(Feature feature) {
        double scale = Math.min(Double.MAX_VALUE, feature.scale() / options.weight(feature.source()));
        return feature.scaled(feature.shift(), feature.shiftLow(), scale);
    }

    private static double range(Feature raw, ColumnStatistics statistics) {
        double range = statistics.max() - statistics.min();
        if (range == Double.POSITIVE_INFINITY) {
            throw tooWide(raw, statistics);
        }
        return range;
    }

    private static SegmentationException tooWide(Feature raw, ColumnStatistics statistics) {
        return new SegmentationException(
                "Column '" + raw.source() + "' spans from " + statistics.min() + " to " + statistics.max()
                        + ", too wide to be scaled",
                "divide it by a suitable unit first",
                "turn outliers into missing values");
    }

    /** Features with two values keep them where the quartiles are equal, as with RobustScaler. */
    private static double robustScale(ColumnStatistics statistics, boolean twoValued) {
        boolean kept = twoValued && statistics.iqr() == 0 && statistics.max() > statistics.min();
        return kept ? 1 : statistics.robustSpread();
    }
}
