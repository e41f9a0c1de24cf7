package org.tessera.knime.apply;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.apply.drift.Drift;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SmallTable;

/** How new customers differ from those of training as a table: one row per column, and one for the shares of the segments. */
final class DriftTable {

    private static final String SHARES = "(shares of the segments)";

    /** Least effect that is worth a warning. */
    private static final double WORTH_SAYING = 0.1;

    private DriftTable() {}

    static DataTableSpec spec() {
        return new DataTableSpec(
                SmallTable.text("Column"),
                SmallTable.text("What moved"),
                SmallTable.number("Effect"),
                SmallTable.number("p-value"),
                SmallTable.number("Corrected p-value"),
                SmallTable.text("Drift"),
                SmallTable.number("Population stability index"),
                SmallTable.text("Usual reading of the index"),
                SmallTable.number("Training customers"),
                SmallTable.number("Customers"));
    }

    static BufferedDataTable table(Drift drift, ExecutionContext exec) {
        SmallTable table = new SmallTable(spec());
        for (Drift.Row row : drift.rows()) {
            boolean none = row.customers() == 0 || row.training() == 0;
            table.add(
                    name(row),
                    name(row),
                    none || row.moved().isEmpty() ? null : row.moved(),
                    none ? null : row.effect(),
                    none ? null : row.p(),
                    none ? null : row.corrected(),
                    none ? null : row.inWords(),
                    row.index(),
                    none ? null : SegmentShares.usual(row.index()),
                    (double) row.training(),
                    (double) row.customers());
        }
        return table.create(exec);
    }

    private static String name(Drift.Row row) {
        return row.name().isEmpty() ? SHARES : row.name();
    }

    /** The columns with drift beyond chance that is not small, the largest first; "" if there are none. */
    static String warning(Drift drift) {
        List<String> columns = drift.beyondChance().stream()
                .filter(row -> row.effect() > WORTH_SAYING && !row.name().isEmpty())
                .map(row -> "'" + row.name() + "' " + row.moved())
                .toList();
        return columns.isEmpty()
                ? ""
                : NodeTexts.count(columns.size(), "column has", "columns have") + " drifted beyond chance ("
                        + NodeTexts.first(columns, "; ")
                        + "): see the table 'Drift', and make the segmentation anew if these customers are here to stay.";
    }
}
