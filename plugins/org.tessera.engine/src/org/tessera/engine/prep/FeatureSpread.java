package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * The spread of prepared features: which source columns decide distances, which have no quartiles to speak of, and in which
 * most rows share one value.
 */
public final class FeatureSpread {

    /** Share of the rows that share a value from which on they are most. */
    private static final double MOST = 0.5;

    private FeatureSpread() {}

    /**
     * The share of the variance of all features that the features of each source column hold: how much the column
     * decides of squared Euclidean distances. O(n d).
     *
     * @param preparation the preparation
     * @param features its features of some rows; rows that are NaN throughout are left out
     * @param run cancel
     * @return shares by column, the largest first; they sum to 1, or are absent if there is no variance or it overflows
     */
    public static Map<String, Double> varianceShares(Preparation preparation, Matrix features, RunContext run) {
        double[] squares = squaredDeviations(features, run);
        Map<String, Double> byColumn = new HashMap<>();
        double total = 0;
        for (int f = 0; f < squares.length; f++) {
            byColumn.merge(preparation.features().get(f).source(), squares[f], Double::sum);
            total += squares[f];
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        if (total > 0 && total < Double.POSITIVE_INFINITY) {
            for (Map.Entry<String, Double> entry : sorted(byColumn)) {
                shares.put(entry.getKey(), entry.getValue() / total);
            }
        }
        return shares;
    }

    private static List<Map.Entry<String, Double>> sorted(Map<String, Double> byColumn) {
        List<Map.Entry<String, Double>> entries = new ArrayList<>(byColumn.entrySet());
        entries.sort(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return entries;
    }

    /**
     * Sums of squares about the means. O(n d).
     *
     * @param x features; rows that are NaN throughout are left out
     * @param run cancel
     * @return per feature the sum of squared deviations from its mean
     */
    public static double[] squaredDeviations(Matrix x, RunContext run) {
        int d = x.columns();
        double[] means = new double[d];
        double[] squares = new double[d];
        CancellationCheck cancellation = new CancellationCheck(run, 2L * d);
        int rows = 0;
        for (int i = 0; i < x.rows(); i++) {
            cancellation.step();
            if (d > 0 && !Double.isNaN(x.at(i, 0))) {
                rows++;
                for (int f = 0; f < d; f++) {
                    double deviation = x.at(i, f) - means[f];
                    means[f] += deviation / rows;
                    squares[f] += deviation * (x.at(i, f) - means[f]);
                }
            }
        }
        return squares;
    }

    /**
     * Source columns with interquartile range 0 and more than two values, which {@link Scaling#ROBUST} divides by a
     * wider range. O(n log n) per feature.
     *
     * @param preparation the preparation
     * @param features its features of the training rows
     * @param run cancel, threads
     * @return the columns in the order of their features; none with another scaling
     */
    public static List<String> withoutQuartiles(Preparation preparation, Matrix features, RunContext run) {
        List<String> columns = new ArrayList<>();
        if (preparation.options().scaling().method() != Scaling.ROBUST) {
            return columns;
        }
        for (int f = 0; f < features.columns(); f++) {
            Feature feature = preparation.features().get(f);
            if (feature.kind() != Feature.Kind.LEVEL && feature.kind() != Feature.Kind.MISSING) {
                double[] values = column(features, f, run);
                if (TwoValuedNumbers.distinct(values, run) > 2
                        && ColumnStatistics.of(values, run).iqr() == 0) {
                    columns.add(feature.source());
                }
            }
        }
        return columns;
    }

    /**
     * A number that is the same in most rows, such as an amount that is mostly 0.
     *
     * @param column the source column
     * @param share the share of the rows with the same value, at least one half
     * @param distance the distance of this value from the mean of the others
     * @param weight the weight of the column with which they are as far apart as categories
     */
    public record SharedValue(String column, double share, double distance, double weight) {}

    /**
     * Numbers of which at least half are the same, while the others lie further from it than categories are apart: such
     * a number counts like a category of that distance. O(n log n) per feature.
     *
     * @param preparation the preparation
     * @param features its features of the training rows; rows that are NaN throughout are left out
     * @param run cancel, threads
     * @return the columns in the order of their features; none if categories are scaled like numbers
     */
    public static List<SharedValue> sharedValues(Preparation preparation, Matrix features, RunContext run) {
        List<SharedValue> shared = new ArrayList<>();
        ScalingOptions scaling = preparation.options().scaling();
        for (int f = 0; scaling.givenDistance() && f < features.columns(); f++) {
            Feature feature = preparation.features().get(f);
            if (feature.isNumber()) {
                SharedValue value = sharedValue(feature.source(), column(features, f, run), scaling, run);
                if (value.share() >= MOST && value.distance() > scaling.categoryDistance()) {
                    shared.add(value);
                }
            }
        }
        return shared;
    }

    /** The most frequent value, the smallest of several. */
    private static SharedValue sharedValue(String source, double[] values, ScalingOptions scaling, RunContext run) {
        KeySort.sort(values, run);
        int longest = 0;
        int from = 0;
        double value = Double.NaN;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || values[i] != values[from]) {
                if (i - from > longest) {
                    longest = i - from;
                    value = values[from];
                }
                from = i;
            }
        }
        double others = (Arrays.stream(values).sum() - longest * value) / (values.length - longest);
        double distance = Math.abs(others - value);
        double weight = scaling.weight(source) * scaling.categoryDistance() / distance;
        return new SharedValue(source, (double) longest / values.length, distance, weight);
    }

    /** A feature of the rows that are not NaN. */
    private static double[] column(Matrix features, int f, RunContext run) {
        run.checkCanceled();
        return IntStream.range(0, features.rows())
                .mapToDouble(i -> features.at(i, f))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }
}
