package org.tessera.knime.choose;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.select.LeaderboardTable;

/** The columns of stability, which curves and leaderboard share; missing where it was not measured. */
final class StabilityColumns {

    static final List<DataColumnSpec> ALL = List.of(
            SmallTable.number("Stability"),
            SmallTable.number("Stability without segments"),
            SmallTable.number("Jaccard"),
            SmallTable.number("Jaccard of worst segment"),
            SmallTable.number("Jaccard without segments"));

    private StabilityColumns() {}

    static List<Double> values(Consistency stability) {
        return List.of(
                stability.adjustedRand(),
                stability.nullAdjustedRand(),
                stability.jaccard(),
                stability.worstJaccard(),
                stability.nullJaccard());
    }

    /** The columns of the leaderboard of a search, whose curves are in the order of the candidates. */
    static LeaderboardTable.More of(SweepResult result) {
        return new LeaderboardTable.More(
                ALL, index -> values(result.curves().get(index).stability()));
    }
}
