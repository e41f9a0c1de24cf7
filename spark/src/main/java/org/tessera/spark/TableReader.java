package org.tessera.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.SegmentationException;

/**
 * Turns blocks of Spark's rows into tables of the engine.
 *
 * @param columns the columns that are read
 */
record TableReader(List<ColumnAt> columns) implements Serializable {

    /** The largest magnitude of a number, as in KNIME: its square remains finite when summed over many rows and columns. */
    static final double MAX_MAGNITUDE = 1e150;

    /**
     * A column.
     *
     * @param name its name
     * @param index its index in Spark's rows
     * @param kind what it holds
     */
    record ColumnAt(String name, int index, Kind kind) implements Serializable {

        private Column read(List<Row> rows) {
            return kind.quantity().isPresent() ? numbers(rows) : categories(rows);
        }

        private Column numbers(List<Row> rows) {
            double[] values = new double[rows.size()];
            for (int i = 0; i < values.length; i++) {
                Object cell = rows.get(i).get(index);
                values[i] = cell == null ? Double.NaN : kind.number(name, cell);
                if (Math.abs(values[i]) > MAX_MAGNITUDE) {
                    throw new SegmentationException(
                            "Column '" + name + "' holds " + cell + ", but numbers have to lie from -1e150 to 1e150",
                            "correct the value",
                            "make the value missing",
                            "leave the column out");
                }
            }
            return new NumericColumn(
                    name, values, kind.isWhole(), kind.quantity().orElseThrow());
        }

        private Column categories(List<Row> rows) {
            List<String> entries = new ArrayList<>(rows.size());
            for (Row row : rows) {
                Object cell = row.get(index);
                entries.add(cell == null ? null : kind.category(cell));
            }
            return CategoryColumn.of(name, entries);
        }
    }

    /** Copies the list. */
    TableReader {
        columns = new ArrayList<>(columns);
    }

    /**
     * Reads rows.
     *
     * @param rows n rows
     * @return their columns
     * @throws SegmentationException if a number is infinite, too large or none
     */
    CustomerTable read(List<Row> rows) {
        return new CustomerTable(
                rows.size(), columns.stream().map(c -> c.read(rows)).toList());
    }
}
