package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Listwise deletion: the rows without a missing number. Numeric columns without any number are ignored. O(n c) for c
 * columns.
 */
final class CompleteRows {

    private CompleteRows() {}

    /** The complete rows; the table itself if all are complete. */
    static CustomerTable of(CustomerTable table, RunContext run) {
        List<NumericColumn> numbers = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column instanceof NumericColumn n && n.missing() < n.size()) {
                numbers.add(n);
            }
        }
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] complete = IntStream.range(0, table.rows())
                .filter(i -> {
                    cancellation.step();
                    return numbers.stream().noneMatch(c -> c.isMissing(i));
                })
                .toArray();
        if (complete.length == table.rows()) {
            return table;
        }
        if (complete.length == 0) {
            NumericColumn worst = mostMissing(numbers);
            throw new SegmentationException(
                    "Every one of the " + Numbers.count(table.rows(), "row") + " misses a number (most in column '"
                            + worst.name() + "': " + worst.missing() + ")",
                    "fill missing numbers with the median",
                    "leave column '" + worst.name() + "' out");
        }
        return select(table, complete, run);
    }

    /** The given rows of a table. */
    static CustomerTable select(CustomerTable table, int[] rows, RunContext run) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            run.checkCanceled();
            columns.add(select(column, rows));
        }
        return new CustomerTable(rows.length, columns);
    }

    private static NumericColumn mostMissing(List<NumericColumn> numbers) {
        NumericColumn worst = numbers.get(0);
        for (NumericColumn column : numbers) {
            if (column.missing() > worst.missing()) {
                worst = column;
            }
        }
        return worst;
    }

    private static Column select(Column column, int[] rows) {
        if (column instanceof NumericColumn n) {
            double[] values =
                    Arrays.stream(rows).mapToDouble(i -> n.values()[i]).toArray();
            return new NumericColumn(n.name(), values, n.integral(), n.quantity());
        }
        CategoryColumn c = (CategoryColumn) column;
        return new CategoryColumn(
                c.name(), Arrays.stream(rows).map(i -> c.codes()[i]).toArray(), c.levels());
    }
}
