package org.tessera.knime.kit;

import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.tessera.engine.model.TrainingRows;

/** The RowIDs of a table, by which rows are matched where tables meet. */
public final class RowIds {

    private static final int ROWS_PER_CHECK = 4096;

    private RowIds() {}

    /**
     * Reads the RowIDs of the rows that have all features.
     *
     * @param table the table
     * @param features its features
     * @param exec progress and cancel
     * @return a hash of the RowID per row of the features
     * @throws CanceledExecutionException if the user has canceled
     */
    public static long[] read(BufferedDataTable table, Features features, ExecutionMonitor exec)
            throws CanceledExecutionException {
        long[] ids = new long[features.rows().length];
        int kept = 0;
        try (RowCursor cursor = table.cursor(TableFilter.materializeCols())) {
            for (int i = 0; kept < ids.length && cursor.canForward(); i++) {
                String id = cursor.forward().getRowKey().getString();
                if (i % ROWS_PER_CHECK == 0) {
                    exec.checkCanceled();
                }
                if (features.rows()[kept] == i) {
                    ids[kept++] = TrainingRows.hash(id);
                }
            }
        }
        return ids;
    }
}
