package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;

/**
 * The customers' own columns from which features are made, as the numbers and categories that they were in training: those of
 * the Preparation or, where there is none, the features themselves.
 */
public final class OwnCustomers {

    private OwnCustomers() {}

    /**
     * Reads the own columns of some rows. O(n) per column.
     *
     * @param table the customers
     * @param preparation the Preparation that makes the features, if there is one
     * @param names the names of the features
     * @param features the features of the same table, which are the own columns where there is no Preparation
     * @param rows the indices of the rows, increasing; without a Preparation those of the features
     * @param exec progress and cancel
     * @return the own columns of these rows
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a value is unusable or memory does not suffice
     */
    public static CustomerTable read(
            BufferedDataTable table,
            Optional<Preparation> preparation,
            List<String> names,
            Features features,
            int[] rows,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        if (preparation.isEmpty()) {
            return EngineRun.call(exec, 0, run -> features(features.matrix(), names, run));
        }
        ExecutionContext reading = exec.createSubExecutionContext(0.7);
        CustomerTable customers = EngineRun.read(
                () -> CustomerReader.read(table, preparation.get().sourceColumns(), reading));
        return EngineRun.call(
                exec.createSubExecutionContext(0.3),
                0,
                run -> select(preparation.get().sources(customers, run), rows, run));
    }

    /**
     * Some of the rows. O(n) per column.
     *
     * @param customers own columns
     * @param rows the indices of the rows
     * @param run threads, cancel
     * @return the columns of these rows; the table itself if these are all
     */
    public static CustomerTable select(CustomerTable customers, int[] rows, RunContext run) {
        if (rows.length == customers.rows()) {
            return customers;
        }
        Column[] columns = customers.columns().toArray(Column[]::new);
        run.forBlocks(columns.length, c -> columns[c] = columns[c].select(rows));
        return new CustomerTable(rows.length, List.of(columns));
    }

    /**
     * Features as columns of their own. O(n d).
     *
     * @param x the features
     * @param names their names
     * @param run cancel
     * @return a column per feature
     */
    public static CustomerTable features(Matrix x, List<String> names, RunContext run) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            run.checkCanceled();
            double[] values = new double[x.rows()];
            for (int i = 0; i < values.length; i++) {
                values[i] = x.at(i, j);
            }
            columns.add(new NumericColumn(names.get(j), values, false));
        }
        return new CustomerTable(x.rows(), columns);
    }
}
