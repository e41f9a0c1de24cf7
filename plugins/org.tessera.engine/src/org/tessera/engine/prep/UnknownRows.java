package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Rows of which nothing is known: every used column is missing. A missing number that a constant of the options replaces is
 * known: the constant is what it means.
 */
final class UnknownRows {

    private UnknownRows() {}

    /** Whether nothing is known of a row. O(c) for c columns, less if something is known. */
    private static boolean isUnknown(Column[] columns, int row) {
        for (Column column : columns) {
            if (!column.isMissing(row)) {
                return false;
            }
        }
        return columns.length > 0;
    }

    /** Marks the rows of which nothing is known, if the options set these apart. O(n c). */
    static boolean[] find(Column[] columns, int rows, PreparationOptions options, RunContext run) {
        boolean[] unknown = new boolean[rows];
        boolean constant = options.numeric().missing() == NumericMissing.CONSTANT;
        if (options.columns().clusterUnknown()
                || (constant && Arrays.stream(columns).anyMatch(c -> c instanceof NumericColumn))) {
            return unknown;
        }
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < rows; i++) {
            cancellation.step();
            unknown[i] = isUnknown(columns, i);
        }
        return unknown;
    }

    /** The marked rows as counts. */
    static PreparedRows.Unknown count(boolean[] unknown) {
        int count = 0;
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < unknown.length; i++) {
            if (unknown[i]) {
                count++;
                if (first.size() < PreparedRows.Unknown.MAX_FIRST) {
                    first.add(i);
                }
            }
        }
        return new PreparedRows.Unknown(count, first);
    }

    /** The table without the rows of which nothing is known; the table itself if there are none. */
    static CustomerTable remove(
            CustomerTable table, Collection<Column> used, PreparationOptions options, RunContext run) {
        boolean[] unknown = find(used.toArray(Column[]::new), table.rows(), options, run);
        int[] known =
                IntStream.range(0, unknown.length).filter(i -> !unknown[i]).toArray();
        return known.length == table.rows() ? table : CompleteRows.select(table, known, run);
    }
}
