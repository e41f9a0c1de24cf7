package org.tessera.knime.choose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.engine.choose.sweep.CurvePoint;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.stability.StabilityColumns;

/** The curves of a search as a table: one row per segmentation that was tried, in the order of the trials. */
final class CurvesTable {

    private static final List<DataColumnSpec> CURVES = List.of(
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
            SmallTable.number("BIC"));

    private CurvesTable() {}

    static DataTableSpec spec() {
        return new DataTableSpec(
                Stream.of(CURVES, StabilityColumns.ALL).flatMap(List::stream).toArray(DataColumnSpec[]::new));
    }

    static SmallTable table(List<CurvePoint> curves) {
        SmallTable table = new SmallTable(spec());
        for (CurvePoint point : curves) {
            List<Object> row = new ArrayList<>(Arrays.asList(
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
                    point.bic()));
            row.addAll(StabilityColumns.values(point.stability()));
            table.add(point.segmentation(), row.toArray());
        }
        return table;
    }
}
