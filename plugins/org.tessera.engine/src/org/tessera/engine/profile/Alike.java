package org.tessera.engine.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.profile.Fact.Kind;
import org.tessera.engine.profile.Fact.Source;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Whether two facts say the same of the customers: Pearson's correlation of at least {@value #SAME} in absolute value,
 * of numbers (missing and infinite ones at the mean) and of indicators of categories or missing entries, for which it
 * is the phi coefficient. O(n) per pair that is compared for the first time; not thread-safe.
 */
final class Alike {

    /** Smallest absolute correlation of two facts that say the same. */
    static final double SAME = 0.95;

    private final List<Column> columns;
    private final Grouping grouping;
    private final RunContext run;
    private final Map<Source, Moments> moments = new HashMap<>();
    private final Map<Pair, Double> correlations = new HashMap<>();

    Alike(List<Column> columns, Grouping grouping, RunContext run) {
        this.columns = columns;
        this.grouping = grouping;
        this.run = run;
    }

    private record Pair(Source first, Source second) {}

    /** The mean, the standard deviation and, in these, the mean of each group. */
    private record Moments(IntToDoubleFunction values, double mean, double sd, double[] groups) {

        /** The value of clustered row i in standard deviations from the mean, 0 if it is missing. */
        double at(int i) {
            double value = (values.applyAsDouble(i) - mean) / sd;
            return Double.isFinite(value) ? value : 0;
        }
    }

    /** Whether two facts say the same, or one the reverse of the other. */
    boolean same(Source first, Source second) {
        return Math.abs(correlation(first, second)) >= SAME;
    }

    /** The correlation; 0 where the groups alone show that it is too low. */
    private double correlation(Source first, Source second) {
        Double known = correlations.get(new Pair(first, second));
        if (known == null) {
            Moments x = moments.computeIfAbsent(first, this::moments);
            Moments y = moments.computeIfAbsent(second, this::moments);
            known = mayBeSame(x, y) ? correlation(x, y) : 0;
            correlations.put(new Pair(first, second), known);
            correlations.put(new Pair(second, first), known);
        }
        return known;
    }

    /** The mean squared difference of the groups' means is at most that of the values, 2 - 2 |r|. */
    private boolean mayBeSame(Moments x, Moments y) {
        double minus = 0;
        double plus = 0;
        for (int g = 0; g < x.groups.length; g++) {
            double share = (double) grouping.sizeOf(g) / grouping.rows();
            minus += share * (x.groups[g] - y.groups[g]) * (x.groups[g] - y.groups[g]);
            plus += share * (x.groups[g] + y.groups[g]) * (x.groups[g] + y.groups[g]);
        }
        return Math.min(minus, plus) <= 2 - 2 * SAME + 1e-9;
    }

    private double correlation(Moments x, Moments y) {
        CancellationCheck cancellation = new CancellationCheck(run);
        double sum = 0;
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            sum += x.at(i) * y.at(i);
        }
        return sum / grouping.rows();
    }

    private Moments moments(Source source) {
        IntToDoubleFunction values = values(source);
        CancellationCheck cancellation = new CancellationCheck(run);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            double value = values.applyAsDouble(i);
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        double[] groups = new double[grouping.count()];
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            double value = values.applyAsDouble(i) - mean;
            if (Double.isFinite(value)) {
                squares += value * value;
                groups[grouping.group(i)] += value;
            }
        }
        double sd = Math.sqrt(squares / grouping.rows());
        for (int g = 0; g < groups.length; g++) {
            double group = groups[g] / grouping.sizeOf(g) / sd;
            groups[g] = Double.isFinite(group) ? group : 0;
        }
        return new Moments(values, mean, sd, groups);
    }

    /** A fact's value of clustered row i: the number, or 1 if the row is of the kind and 0 if not. */
    private IntToDoubleFunction values(Source source) {
        Column column = columns.get(source.column());
        if (source.kind() == Kind.NUMBER) {
            double[] values = ((NumericColumn) column).values();
            return i -> Double.isInfinite(values[grouping.row(i)]) ? Double.NaN : values[grouping.row(i)];
        }
        if (source.kind() == Kind.MISSING) {
            return i -> grouping.hasValue(column, i) ? 0 : 1;
        }
        CategoryColumn categories = (CategoryColumn) column;
        boolean[] in = new boolean[categories.levels().size()];
        source.levels().forEach(level -> in[level] = true);
        int[] codes = categories.codes();
        return i -> {
            int code = codes[grouping.row(i)];
            return code != CategoryColumn.MISSING && in[code] ? 1 : 0;
        };
    }
}
