package org.tessera.engine.prep;

import java.util.ArrayList;
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
import org.tessera.engine.run.RunContext;

/** The spread of prepared features: which source columns decide distances, and which have no quartiles to speak of. */
public final class FeatureSpread {

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
                int at = f;
                double[] values = IntStream.range(0, features.rows())
                        .mapToDouble(i -> features.at(i, at))
                        .toArray();
                if (TwoValuedNumbers.distinct(values, run) > 2
                        && ColumnStatistics.of(values, run).iqr() == 0) {
                    columns.add(feature.source());
                }
            }
        }
        return columns;
    }
}
