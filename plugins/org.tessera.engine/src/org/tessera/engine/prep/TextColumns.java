package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.prep.reading.CompactDates;
import org.tessera.engine.prep.reading.ReadColumn;
import org.tessera.engine.prep.reading.TextDetector;
import org.tessera.engine.prep.reading.TextFormat;
import org.tessera.engine.run.RunContext;

/** Reads the columns of a table that hold numbers or dates written as text, or dates written as whole numbers. */
final class TextColumns {

    private TextColumns() {}

    /**
     * A table with what was read.
     *
     * @param table the table, columns that are read replaced
     * @param readings the columns that are read, and those that look like it, in the table's order
     */
    record Detected(CustomerTable table, List<ColumnReading> readings) {}

    /** Detects and reads columns, except for those of the given names. */
    static Detected detect(CustomerTable table, Set<String> except, RunContext run) {
        ColumnReading[] found = new ColumnReading[table.columns().size()];
        run.forBlocks(found.length, c -> {
            Column column = table.columns().get(c);
            found[c] =
                    except.contains(column.name()) ? null : detect(column, run).orElse(null);
        });
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < found.length; c++) {
            Column column = table.columns().get(c);
            columns.add(found[c] != null && found[c].isRead() ? read(column, found[c], run) : column);
        }
        List<ColumnReading> readings =
                Arrays.stream(found).filter(Objects::nonNull).toList();
        return new Detected(new CustomerTable(table.rows(), columns), readings);
    }

    private static Optional<ColumnReading> detect(Column column, RunContext run) {
        return column instanceof CategoryColumn texts
                ? TextDetector.detect(texts, run)
                : CompactDates.detect((NumericColumn) column, run);
    }

    /** The table with the columns that the readings name, as far as they hold texts or dates as whole numbers. */
    static CustomerTable read(CustomerTable table, Map<String, ColumnReading> readings, RunContext run) {
        if (readings.isEmpty()) {
            return table;
        }
        return new CustomerTable(
                table.rows(),
                table.columns().stream()
                        .map(c -> readings.containsKey(c.name()) ? read(c, readings.get(c.name()), run) : c)
                        .toList());
    }

    private static Column read(Column column, ColumnReading reading, RunContext run) {
        return readColumn(column, reading, run).<Column>map(ReadColumn::column).orElse(column);
    }

    /** The column as it is read; empty if it holds numbers or dates already. */
    static Optional<ReadColumn> readColumn(Column column, ColumnReading reading, RunContext run) {
        if (column instanceof CategoryColumn texts) {
            return Optional.of(reading.pattern().read(texts, run));
        }
        NumericColumn numbers = (NumericColumn) column;
        boolean compact = reading.pattern().format() == TextFormat.COMPACT_DATE;
        return compact && numbers.quantity() == Quantity.NUMBER
                ? Optional.of(CompactDates.read(numbers, run))
                : Optional.empty();
    }
}
