package org.tessera.knime.cluster;

import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.tessera.engine.cluster.dbscan.PointType;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.SegmentColumn;

/** The appended column of DBSCAN that distinguishes core customers, border customers and noise. */
final class PointTypes {

    private PointTypes() {}

    static DataColumnSpec column(DataTableSpec spec, String segmentColumn) {
        String name = DataTableSpec.getUniqueColumnName(spec, "Point type (" + segmentColumn + ")");
        return SegmentColumn.choice(name, List.of(name(PointType.CORE), name(PointType.BORDER), name(PointType.NOISE)));
    }

    private static String name(PointType type) {
        return switch (type) {
            case CORE -> "Core";
            case BORDER -> "Border";
            case NOISE -> Labels.NOISE_NAME;
        };
    }

    /** The segment and the point type; missing for rows left out. */
    static AppendedColumns.Cells behind(DataCell[] segments, SegmentationModel model, Features features) {
        PointType[] types = PointType.of((DensityModel) model.clusters(), features.matrix(), model.labels());
        DataCell[] names = Arrays.stream(PointType.values())
                .map(type -> new StringCell(name(type)))
                .toArray(DataCell[]::new);
        int[] matrixRow = features.matrixRows();
        return row -> {
            int i = matrixRow[(int) row];
            DataCell type = i < 0 ? DataType.getMissingCell() : names[types[i].ordinal()];
            return new DataCell[] {segments[(int) row], type};
        };
    }
}
