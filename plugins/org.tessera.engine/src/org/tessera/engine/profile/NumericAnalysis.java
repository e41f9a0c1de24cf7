package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * One-way analysis of variance of a numeric column by groups: a summary per group, and eta squared as the strength of
 * the association with the segments. O(n log n).
 */
final class NumericAnalysis {

    private NumericAnalysis() {}

    /** Analyzes a column; infinities count as missing. */
    static ColumnAnalysis of(NumericColumn column, Grouping grouping, RunContext run) {
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
        List<NumericSummary> summaries = new ArrayList<>();
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int g = 0; g < values.length; g++) {
            NumericSummary summary = NumericSummary.ofSorting(values[g], run);
            double missing = grouping.missingShare(g, summary.count());
            summaries.add(summary);
            profiles.add(new NumericProfile(
                    column.name(), summary.count(), missing, summary, overall, column.quantity(), 0));
        }
        double eta = etaSquared(summaries.subList(0, grouping.segments()));
        return new ColumnAnalysis(profiles, new Driver(column.name(), Driver.ETA_SQUARED, eta, Math.sqrt(eta), 0));
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

    /** Sum of squares between the groups divided by the total sum of squares; 0 if the total is 0. */
    private static double etaSquared(List<NumericSummary> groups) {
        double count = 0;
        double mean = 0;
        double within = 0;
        double between = 0;
        for (NumericSummary group : groups) {
            if (group.count() > 0) {
                double difference = group.mean() - mean;
                between += difference * difference * (count * group.count() / (count + group.count()));
                count += group.count();
                mean += difference * (group.count() / count);
                within += group.count() == 1 ? 0 : group.sd() * group.sd() * (group.count() - 1);
            }
        }
        return between + within > 0 ? between / (between + within) : 0;
    }
}
