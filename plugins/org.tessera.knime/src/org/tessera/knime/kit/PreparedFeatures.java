package org.tessera.knime.kit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.NoveltyReport;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparedRows;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * The features that a Preparation makes of the customers' own columns. Features are never read from a table where there is
 * a Preparation: what another node did to them there, or another Preparation, cannot change a result unnoticed.
 *
 * @param all the features of all rows, NaN throughout where a row is left out
 * @param prepared the indices of the rows that are not left out, increasing
 * @param usable the indices of those of which all features are usable numbers, increasing
 * @param leftOut number of rows left out because a number is missing
 * @param unknown the rows of which nothing is known, left out, too
 * @param missing number of missing values per numeric column of which rows are left out, in decreasing order
 * @param novelties entries that the Preparation does not know
 * @param warnings what is new or odd in this table, and a warning if the preparation takes long
 */
public record PreparedFeatures(
        Matrix all,
        int[] prepared,
        int[] usable,
        int leftOut,
        PreparedRows.Unknown unknown,
        Map<String, Integer> missing,
        NoveltyReport novelties,
        List<String> warnings) {

    /**
     * Reads the own columns of all rows and makes the features. O(n d).
     *
     * @param table the table, which has the source columns of the Preparation
     * @param preparation the Preparation
     * @param exec progress and cancel
     * @return the features
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a value is unusable or memory does not suffice
     */
    public static PreparedFeatures read(BufferedDataTable table, Preparation preparation, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        String slow = EngineRun.read(() -> Limits.check(preparation.estimate(table.size())));
        ExecutionContext reading = exec.createSubExecutionContext(0.7);
        CustomerTable customers =
                EngineRun.read(() -> CustomerReader.read(table, preparation.sourceColumns(), reading));
        return EngineRun.call(exec.createSubExecutionContext(0.3), 0, run -> {
            ChangedColumns changed = new ChangedColumns(preparation);
            changed.add(customers, run);
            return of(customers, preparation, List.of(changed.warning(), slow), run);
        });
    }

    /**
     * Makes the features. O(n d).
     *
     * @param customers the own columns
     * @param preparation the Preparation
     * @param warnings what is new or odd in the table
     * @param run threads, cancel
     * @return the features
     */
    public static PreparedFeatures of(
            CustomerTable customers, Preparation preparation, List<String> warnings, RunContext run) {
        PreparedRows rows = preparation.apply(customers, run);
        Map<String, Integer> missing = rows.leftOut() == 0 ? Map.of() : missing(customers);
        Matrix x = rows.features();
        return new PreparedFeatures(
                x,
                rows(x, PreparedFeatures::isPrepared, run),
                rows(x, PreparedFeatures::isUsable, run),
                rows.leftOut(),
                rows.unknown(),
                missing,
                rows.novelties(),
                warnings);
    }

    private static Map<String, Integer> missing(CustomerTable customers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Column column : customers.columns()) {
            if (column instanceof NumericColumn && column.missing() > 0) {
                counts.put(column.name(), column.missing());
            }
        }
        return NodeTexts.mostFirst(counts);
    }

    /** A row of a matrix that fulfills a condition. */
    private interface RowTest {
        boolean holds(Matrix x, int row);
    }

    private static int[] rows(Matrix x, RowTest test, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] found = new int[x.rows()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            cancellation.step();
            if (test.holds(x, i)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** A row that the Preparation leaves out is NaN throughout. */
    private static boolean isPrepared(Matrix x, int row) {
        for (int j = 0; j < x.columns(); j++) {
            if (!Double.isNaN(x.at(row, j))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUsable(Matrix x, int row) {
        for (int j = 0; j < x.columns(); j++) {
            if (!(Math.abs(x.at(row, j)) <= UsableNumber.MAX_MAGNITUDE)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Some of the rows as features.
     *
     * @param rows their indices, increasing
     * @return the features
     */
    public Features select(int[] rows) {
        return new Features(rows.length == all.rows() ? all : all.select(rows), rows, all.rows(), missing);
    }
}
