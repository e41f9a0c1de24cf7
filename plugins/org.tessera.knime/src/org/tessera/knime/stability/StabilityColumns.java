package org.tessera.knime.stability;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.knime.kit.SmallTable;

/** The columns of stability, which curves and leaderboards share; missing where it was not measured. */
public final class StabilityColumns {

    /** The columns. */
    public static final List<DataColumnSpec> ALL = List.of(
            SmallTable.number("Stability"),
            SmallTable.number("Stability without segments"),
            SmallTable.number("Jaccard"),
            SmallTable.number("Jaccard of worst segment"),
            SmallTable.number("Jaccard without segments"));

    private StabilityColumns() {}

    /**
     * The values of a segmentation.
     *
     * @param stability how consistently it is found again
     * @return a value per column, NaN where it is not known
     */
    public static List<Double> values(Consistency stability) {
        return List.of(
                stability.adjustedRand(),
                stability.nullAdjustedRand(),
                stability.jaccard(),
                stability.worstJaccard(),
                stability.nullJaccard());
    }
}
