package org.tessera.engine.prep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.RunContext;

/**
 * What a preparation is fitted to: the rows of which something is known, and the columns that are not used. The two depend
 * on each other, as a row is unknown if every used column is missing, and a column may have one value only in the rows that
 * remain; rows and columns are therefore removed by turns until nothing changes, which a second turn mostly shows.
 *
 * @param table the rows, with all columns
 * @param dropped the columns that are not used, by name
 */
record Screened(CustomerTable table, Map<String, DroppedColumn> dropped) {

    static Screened of(CustomerTable table, PreparationOptions options, RunContext run) {
        Map<String, DroppedColumn> dropped = new HashMap<>();
        CustomerTable rows = table;
        while (true) {
            dropped.putAll(UsableColumns.leftOut(used(rows, dropped), options, run));
            CustomerTable known = UnknownRows.remove(rows, used(rows, dropped), options, run);
            if (known.rows() == rows.rows()) {
                return new Screened(rows, dropped);
            }
            rows = known;
        }
    }

    private static List<Column> used(CustomerTable table, Map<String, DroppedColumn> dropped) {
        return table.columns().stream()
                .filter(c -> !dropped.containsKey(c.name()))
                .toList();
    }
}
