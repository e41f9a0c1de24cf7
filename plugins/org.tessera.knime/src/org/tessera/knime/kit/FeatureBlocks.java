package org.tessera.knime.kit;

import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.Matrix;

/** Reads feature columns block after block, so that memory does not grow with the table. */
public final class FeatureBlocks implements AutoCloseable {

    private final List<String> names;
    private final long size;
    private final int[] columns;
    private final RowCursor cursor;
    private final int[] allMissing;
    private long done;
    private long allComplete;

    /**
     * Starts to read.
     *
     * @param table the table
     * @param names the feature columns
     * @throws InvalidSettingsException if a column is absent or holds no numbers
     */
    public FeatureBlocks(BufferedDataTable table, List<String> names) throws InvalidSettingsException {
        this.names = names;
        size = table.size();
        columns = Features.indices(table.getDataTableSpec(), names);
        allMissing = new int[columns.length];
        cursor = table.cursor(TableFilter.materializeCols(columns));
    }

    /**
     * Reads the next rows in O(n d) time, without creating cell objects.
     *
     * @param n number of rows, no more than are left
     * @param exec progress and cancel
     * @return the features of these rows
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a number is infinite or too large
     */
    public Features next(int n, ExecutionMonitor exec) throws CanceledExecutionException, KNIMEException {
        int d = columns.length;
        double[] values = new double[n * d];
        int[] rows = new int[n];
        int[] missing = new int[d];
        int complete = 0;
        int rowsPerCheck = CustomerReader.rowsPerCheck(d);
        for (int i = 0; i < n; i++) {
            RowRead row = cursor.forward();
            if (i % rowsPerCheck == 0) {
                exec.checkCanceled();
                exec.setProgress(done / (double) size, "Reading row " + done + " of " + size);
            }
            if (readRow(row, columns, values, complete * d, missing)) {
                requireUsable(values, complete * d, row, columns, names, done);
                rows[complete++] = i;
            }
            done++;
        }
        allComplete += complete;
        Arrays.setAll(allMissing, j -> allMissing[j] + missing[j]);
        double[] kept = complete == n ? values : Arrays.copyOf(values, complete * d);
        return new Features(
                Matrix.wrap(complete, d, kept), Arrays.copyOf(rows, complete), n, Features.counts(names, missing));
    }

    /** Reads a row and counts its missing values; true if there are none. */
    private static boolean readRow(RowRead row, int[] columns, double[] values, int offset, int[] missing) {
        boolean complete = true;
        for (int j = 0; j < columns.length; j++) {
            double value =
                    row.isMissing(columns[j]) ? Double.NaN : ((DoubleValue) row.getValue(columns[j])).getDoubleValue();
            if (Double.isNaN(value)) {
                missing[j]++;
                complete = false;
            }
            values[offset + j] = value;
        }
        return complete;
    }

    /** Refuses unusable numbers; called for complete rows only, as the others do not enter the matrix. */
    private static void requireUsable(
            double[] values, int offset, RowRead row, int[] columns, List<String> names, long i) throws KNIMEException {
        for (int j = 0; j < columns.length; j++) {
            if (Math.abs(values[offset + j]) > UsableNumber.MAX_MAGNITUDE) {
                throw UsableNumber.refusal(
                        values[offset + j],
                        new UsableNumber.Place(
                                names.get(j), columns[j], row.getRowKey().getString(), i));
            }
        }
    }

    /** @return a warning for the rows read so far that were left out, or "" if none was */
    public String leftOutWarning() {
        return Features.leftOutWarning(done - allComplete, done, Features.counts(names, allMissing));
    }

    @Override
    public void close() {
        cursor.close();
    }
}
