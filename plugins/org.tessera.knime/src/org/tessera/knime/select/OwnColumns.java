package org.tessera.knime.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Features;

/**
 * The columns of the customers that segmentations use, of the rows that have all features: those that the Preparation makes
 * features of, read as it reads them, or the features themselves where there is none.
 */
public final class OwnColumns {

    private OwnColumns() {}

    /**
     * Reads the columns. O(n) per column.
     *
     * @param table the customers
     * @param preparation the Preparation that makes the features, if there is one
     * @param names the names of the features
     * @param features the features of the same customers
     * @param exec progress and cancel
     * @return the columns, of the rows that have all features
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a column is absent or a value unusable
     */
    public static List<Column> read(
            BufferedDataTable table,
            Optional<Preparation> preparation,
            List<String> names,
            Features features,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        if (preparation.isEmpty()) {
            return columns(features.matrix(), names);
        }
        ExecutionContext reading = exec.createSubExecutionContext(0.7);
        CustomerTable customers = EngineRun.read(
                () -> CustomerReader.read(table, preparation.get().sourceColumns(), reading));
        return EngineRun.call(
                exec.createSubExecutionContext(0.3), 0, run -> selected(customers, preparation.get(), features, run));
    }

    private static List<Column> selected(
            CustomerTable customers, Preparation preparation, Features features, RunContext run) {
        CustomerTable coded = NumericCategories.convert(
                preparation.readTexts(customers, run),
                preparation.options().category().codeColumns(),
                run);
        int[] rows = features.rows();
        return rows.length == customers.rows()
                ? coded.columns()
                : coded.columns().stream().map(c -> c.select(rows)).toList();
    }

    private static List<Column> columns(Matrix x, List<String> names) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            int feature = j;
            double[] values = IntStream.range(0, x.rows())
                    .mapToDouble(i -> x.at(i, feature))
                    .toArray();
            columns.add(new NumericColumn(names.get(j), values, false));
        }
        return columns;
    }
}
