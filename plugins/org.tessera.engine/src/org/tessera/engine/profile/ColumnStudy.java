package org.tessera.engine.profile;

import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RunContext;

/**
 * One column in every group, not yet ranked.
 *
 * @param profiles a profile per group, rank 0
 * @param driver the column's effect over all segments, rank 0
 */
record ColumnStudy(List<ColumnProfile> profiles, Driver driver) {

    static ColumnStudy of(Column column, Grouping grouping, ProfileOptions options, RunContext run) {
        if (column instanceof NumericColumn numeric) {
            return NumericStudy.of(numeric, grouping, run);
        }
        return CategoryStudy.of((CategoryColumn) column, grouping, options.levels(), run);
    }

    /** The same profile at a place. */
    static ColumnProfile ranked(ColumnProfile profile, int rank) {
        if (profile instanceof NumericProfile p) {
            return new NumericProfile(
                    p.column(), p.count(), p.missingShare(), p.segment(), p.overall(), p.quantity(), rank);
        }
        CategoryProfile p = (CategoryProfile) profile;
        return new CategoryProfile(p.column(), p.count(), p.missingShare(), p.levels(), rank);
    }
}
