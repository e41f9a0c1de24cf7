package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.profile.Fact.Kind;
import org.tessera.engine.profile.Fact.Source;
import org.tessera.engine.profile.NumericProfile.Figure;
import org.tessera.engine.profile.columns.PreparedScale;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * One-way analysis of variance of a numeric column by groups: a summary per group in own units; effects and eta squared, the
 * strength of the association with the segments, on the scale of the preparation. O(n log n).
 */
final class NumericAnalysis {

    private NumericAnalysis() {}

    /** Analyzes a column by its index among all; infinities count as missing. */
    static ColumnAnalysis of(int index, NumericColumn column, PreparedScale scale, Grouping grouping, RunContext run) {
        double[][] values = split(column, grouping, run);
        int all = 0;
        for (double[] group : values) {
            all += group.length;
        }
        double[] pooled = new double[all];
        int at = 0;
        for (double[] group : values) {
            System.arraycopy(group, 0, pooled, at, group.length);
            at += group.length;
        }
        NumericSummary overall = NumericSummary.ofSorting(pooled, run);
        int[] counts = Arrays.stream(values).mapToInt(v -> v.length).toArray();
        MissingAnalysis missing = MissingAnalysis.of(index, counts, grouping);
        List<NumericSummary> summaries =
                Arrays.stream(values).map(v -> NumericSummary.ofSorting(v, run)).toList();
        GroupMoments moments = new GroupMoments(values, scale.function(), run);
        List<ColumnProfile> profiles = new ArrayList<>();
        List<List<Fact>> facts = new ArrayList<>();
        for (int g = 0; g < values.length; g++) {
            NumericSummary summary = summaries.get(g);
            NumericProfile profile = new NumericProfile(
                    column.name(),
                    summary.count(),
                    missing.share(g),
                    missing.overall(),
                    missing.interval(g),
                    summary,
                    overall,
                    column.quantity(),
                    moments.effect(g),
                    moments.effectInterval(g),
                    0);
            profiles.add(profile);
            facts.add(
                    Stream.concat(fact(index, profile, grouping.sizeOf(g)).stream(), missing.fact(g, profile).stream())
                            .toList());
        }
        double eta = moments.etaSquared(grouping.segments());
        String measure = scale.name().isEmpty() ? Driver.ETA_SQUARED : Driver.ETA_SQUARED + ", " + scale.name();
        Driver driver = missing.strongest(
                new Driver(column.name(), measure, eta, Math.sqrt(eta), moments.etaInterval(grouping.segments())));
        return new ColumnAnalysis(profiles, driver, facts);
    }

    /** What the mean says of a segment, if enough customers have a number. */
    private static Optional<Fact> fact(int index, NumericProfile profile, int size) {
        if (profile.effect() == 0
                || profile.figure() == Figure.NONE
                || profile.count() < Math.min(Fact.MIN_CUSTOMERS, size)) {
            return Optional.empty();
        }
        Source source = new Source(index, Kind.NUMBER, List.of());
        return Optional.of(
                new Fact(source, profile, List.of(), profile.effect(), Double.NaN, Double.NaN, profile.count()));
    }

    /** The finite values of each group. */
    private static double[][] split(NumericColumn column, Grouping grouping, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] counts = new int[grouping.count()];
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            if (Double.isFinite(column.values()[grouping.row(i)])) {
                counts[grouping.group(i)]++;
            }
        }
        double[][] values = new double[counts.length][];
        for (int g = 0; g < counts.length; g++) {
            values[g] = new double[counts[g]];
        }
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            double value = column.values()[grouping.row(i)];
            if (Double.isFinite(value)) {
                int g = grouping.group(i);
                values[g][--counts[g]] = value;
            }
        }
        return values;
    }
}
