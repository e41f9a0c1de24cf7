package org.tessera.knime.cluster;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.SmallTable;

/** The appended columns of membership probabilities of a mixture. */
final class Memberships {

    private Memberships() {}

    static List<DataColumnSpec> columns(DataTableSpec spec, String segmentColumn, int count) {
        List<DataColumnSpec> columns = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            String wanted = "P(" + segmentColumn + " = " + Labels.name(s) + ")";
            columns.add(SmallTable.number(DataTableSpec.getUniqueColumnName(spec, wanted)));
        }
        return columns;
    }

    /** The segment and its probabilities: 0 for segments that do not occur, missing for rows left out. */
    static AppendedColumns.Cells behind(
            DataCell[] segments, SegmentationModel model, Features features, int count, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        MixtureModel mixture = (MixtureModel) model.clusters();
        Matrix probabilities =
                EngineRun.call(exec, 0, run -> GaussianMixture.memberships(mixture, features.matrix(), run));
        int[] matrixRow = features.matrixRows();
        return row -> {
            DataCell[] cells = new DataCell[1 + count];
            cells[0] = segments[(int) row];
            int i = matrixRow[(int) row];
            for (int s = 0; s < count; s++) {
                double p = i < 0 || s >= probabilities.columns() ? 0 : probabilities.at(i, s);
                cells[1 + s] = i < 0 ? DataType.getMissingCell() : new DoubleCell(p);
            }
            return cells;
        };
    }
}
