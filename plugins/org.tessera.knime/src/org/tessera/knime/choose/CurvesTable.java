package org.tessera.knime.choose;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.engine.choose.sweep.CurvePoint;
import org.tessera.knime.kit.SmallTable;

/** The curves of a search as a table: one row per segmentation that was tried, in the order of the trials. */
final class CurvesTable {

    private static final DataTableSpec SPEC = new DataTableSpec(new DataColumnSpec[] {
        SmallTable.text("Algorithm"),
        SmallTable.text("Segmentation"),
        SmallTable.whole("k"),
        SmallTable.whole("Segments"),
        SmallTable.number("Noise share"),
        SmallTable.number("Silhouette"),
        SmallTable.number("Davies-Bouldin index"),
        SmallTable.number("Calinski-Harabasz index"),
        SmallTable.number("Inertia"),
        SmallTable.flag("Knee of inertia"),
        SmallTable.number("BIC")
    });

    private CurvesTable() {}

    static DataTableSpec spec() {
        return SPEC;
    }

    static SmallTable table(List<CurvePoint> curves) {
        SmallTable table = new SmallTable(SPEC);
        for (CurvePoint point : curves) {
            table.add(
                    point.segmentation(),
                    point.algorithm(),
                    point.segmentation(),
                    point.asked() > 0 ? (Integer) point.asked() : null,
                    point.segments(),
                    point.noiseShare(),
                    point.silhouette(),
                    point.daviesBouldin(),
                    point.calinskiHarabasz(),
                    point.inertia(),
                    point.knee(),
                    point.bic());
        }
        return table;
    }
}
