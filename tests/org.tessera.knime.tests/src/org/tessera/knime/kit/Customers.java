package org.tessera.knime.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.tessera.workbench.kernel.data.SharedSecrets;

/** Tables of customers for tests. */
public final class Customers {

    private Customers() {}

    /** A context outside any node. */
    public static ExecutionContext exec() {
        return SharedSecrets.contexts().create(new DefaultNodeProgressMonitor());
    }

    /** A table; values are String, Integer, Double or null. The keys are "Row0" and so on. */
    public static BufferedDataTable table(DataTableSpec spec, Object[]... rows) {
        BufferedDataContainer container = exec().createDataContainer(spec);
        for (int i = 0; i < rows.length; i++) {
            DataCell[] cells = new DataCell[rows[i].length];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = cell(rows[i][c]);
            }
            container.addRowToTable(new DefaultRow("Row" + i, cells));
        }
        container.close();
        return container.getTable();
    }

    /** The same rows again and again, with keys of their own. */
    public static BufferedDataTable repeated(BufferedDataTable table, int copies) {
        BufferedDataContainer container = exec().createDataContainer(table.getDataTableSpec());
        for (int copy = 0; copy < copies; copy++) {
            for (DataRow row : table) {
                container.addRowToTable(new DefaultRow(
                        copy + " " + row.getKey().getString(), row.stream().toArray(DataCell[]::new)));
            }
        }
        container.close();
        return container.getTable();
    }

    private static DataCell cell(Object value) {
        if (value == null) {
            return DataType.getMissingCell();
        }
        if (value instanceof DataCell cell) {
            return cell;
        }
        if (value instanceof Integer whole) {
            return new IntCell(whole);
        }
        return value instanceof Double number ? new DoubleCell(number) : new StringCell((String) value);
    }

    /**
     * Two clear groups in "x" and "y": rows 0 to 5 near (0, 0), rows 6 to 9 near (10, 10); "Home" is rent in the first
     * and own in the second.
     */
    public static BufferedDataTable twoGroups() {
        return twoGroups(6, 4);
    }

    /** The same with other numbers of customers. */
    public static BufferedDataTable twoGroups(int first, int second) {
        DataTableSpec spec = new DataTableSpec(SmallTable.number("x"), SmallTable.number("y"), SmallTable.text("Home"));
        Object[][] rows = new Object[first + second][];
        for (int i = 0; i < rows.length; i++) {
            double offset = i < first ? 0 : 10;
            rows[i] = new Object[] {offset + i % 3 * 0.1, offset + i % 2 * 0.2, i < first ? "rent" : "own"};
        }
        return table(spec, rows);
    }

    /** Two groups with a missing "y" in row 3. */
    public static BufferedDataTable twoGroupsWithMissing() {
        DataTableSpec spec = new DataTableSpec(SmallTable.number("x"), SmallTable.number("y"));
        Object[][] rows = new Object[10][];
        for (int i = 0; i < rows.length; i++) {
            double offset = i < 6 ? 0 : 10;
            rows[i] = new Object[] {offset + i % 3 * 0.1, i == 3 ? null : (Double) (offset + i % 2 * 0.2)};
        }
        return table(spec, rows);
    }

    /** The 4,454 bundled credit customers, as the CSV Reader reads them. */
    public static BufferedDataTable credit() {
        List<String[]> rows = read("/credit_customers.csv.gz");
        String[] names = rows.get(0);
        DataColumnSpec[] columns = new DataColumnSpec[names.length];
        boolean[] numbers = new boolean[names.length];
        for (int c = 0; c < names.length; c++) {
            int column = c;
            numbers[c] = rows.stream().skip(1).allMatch(r -> r[column].isEmpty() || r[column].matches("-?[0-9]+"));
            columns[c] = numbers[c] ? SmallTable.whole(names[c]) : SmallTable.text(names[c]);
        }
        List<Object[]> values = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            Object[] cells = new Object[names.length];
            for (int c = 0; c < cells.length; c++) {
                if (!row[c].isEmpty()) {
                    cells[c] = numbers[c] ? (Object) Integer.valueOf(row[c]) : row[c];
                }
            }
            values.add(cells);
        }
        return table(new DataTableSpec(columns), values.toArray(Object[][]::new));
    }

    private static List<String[]> read(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Customers.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
