package org.tessera.engine.profile;

import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.profile.columns.PreparedScale;
import org.tessera.engine.run.RunContext;

/**
 * The analysis of one column: its profile in every group and its effect over all segments, not yet ranked.
 *
 * @param profiles a profile per group, with rank 0
 * @param driver the column's effect over all segments, with rank 0
 * @param facts per group what the column says of it
 */
record ColumnAnalysis(List<ColumnProfile> profiles, Driver driver, List<List<Fact>> facts) {

    /** Analyzes a column, whose index among all is given, by its type; effects of numbers are on the given scale. */
    static ColumnAnalysis of(
            int index, Column column, PreparedScale scale, Grouping grouping, ProfileOptions options, RunContext run) {
        if (column instanceof NumericColumn numeric) {
            return NumericAnalysis.of(index, numeric, scale, grouping, run);
        }
        return CategoryAnalysis.of(index, (CategoryColumn) column, grouping, options, run);
    }

    /** The same profile with a rank. */
    static ColumnProfile ranked(ColumnProfile profile, int rank) {
        if (profile instanceof NumericProfile p) {
            return new NumericProfile(
                    p.column(),
                    p.count(),
                    p.missingShare(),
                    p.overallMissingShare(),
                    p.missingInterval(),
                    p.segment(),
                    p.overall(),
                    p.quantity(),
                    p.effect(),
                    p.effectInterval(),
                    rank);
        }
        CategoryProfile p = (CategoryProfile) profile;
        return new CategoryProfile(
                p.column(),
                p.count(),
                p.missingShare(),
                p.overallMissingShare(),
                p.missingInterval(),
                p.levels(),
                rank);
    }
}
