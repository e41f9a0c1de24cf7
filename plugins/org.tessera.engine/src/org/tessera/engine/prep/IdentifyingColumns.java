package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.DroppedColumn.Reason;
import org.tessera.engine.run.RunContext;

/** Columns that identify single customers: ids, names and free text, by the screen that the preparation uses. */
public final class IdentifyingColumns {

    private IdentifyingColumns() {}

    /**
     * Finds them. O(n log n) per column.
     *
     * @param columns any columns; infinite numbers count as missing
     * @param run threads, cancel
     * @return ids and free text with what was seen, in the order of the columns
     */
    public static List<DroppedColumn> find(List<Column> columns, RunContext run) {
        PreparationOptions options = PreparationOptions.defaults()
                .withColumns(ColumnOptions.defaults().withLeaveOutDetermined(false));
        var dropped = UsableColumns.leftOut(
                columns.stream().map(IdentifyingColumns::finite).toList(), options, run);
        List<DroppedColumn> found = new ArrayList<>();
        for (Column column : columns) {
            DroppedColumn reason = dropped.get(column.name());
            if (reason != null && (reason.reason() == Reason.ID || reason.reason() == Reason.TEXT)) {
                found.add(reason);
            }
        }
        return found;
    }

    private static Column finite(Column column) {
        if (!(column instanceof NumericColumn numbers)
                || Arrays.stream(numbers.values()).noneMatch(Double::isInfinite)) {
            return column;
        }
        double[] values = Arrays.stream(numbers.values())
                .map(v -> Double.isInfinite(v) ? Double.NaN : v)
                .toArray();
        return new NumericColumn(numbers.name(), values, numbers.integral(), numbers.quantity());
    }
}
