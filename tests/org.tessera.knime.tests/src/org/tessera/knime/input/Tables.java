package org.tessera.knime.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;

/** Small tables with something wrong, and outputs of nodes before. */
final class Tables {

    /** A name with everything that HTML, XML, CSV and file names trip over. */
    static final String ODD_NAME = "<b>\"Größe\"</b> & 'ε' 客户 / \\ 100 %s";

    private Tables() {}

    /** One column "x" of numbers; null is missing. */
    static BufferedDataTable numbers(Double... values) {
        return column(SmallTable.number("x"), (Object[]) values);
    }

    static BufferedDataTable column(DataColumnSpec column, Object... values) {
        return Customers.table(
                new DataTableSpec(column),
                Stream.of(values).map(v -> new Object[] {v}).toArray(Object[][]::new));
    }

    /** "x" and "y" in lines of two. */
    static BufferedDataTable pairs(Double... values) {
        return Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.number("y")),
                IntStream.range(0, values.length / 2)
                        .mapToObj(i -> new Object[] {values[2 * i], values[2 * i + 1]})
                        .toArray(Object[][]::new));
    }

    static BufferedDataTable noRows() {
        return Customers.table(Customers.twoGroups().getDataTableSpec());
    }

    /** Features of two groups with a column of segments. */
    static BufferedDataTable labeled(String... segments) {
        return Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")),
                IntStream.range(0, segments.length)
                        .mapToObj(i -> new Object[] {i * 1.0, segments[i]})
                        .toArray(Object[][]::new));
    }

    /** Rows of a table that a filter would leave. */
    static BufferedDataTable head(BufferedDataTable table, int rows) {
        List<Object[]> kept = new ArrayList<>();
        for (DataRow row : table) {
            if (kept.size() < rows) {
                kept.add(row.stream().map(Tables::value).toArray());
            }
        }
        return Customers.table(table.getDataTableSpec(), kept.toArray(Object[][]::new));
    }

    private static Object value(DataCell cell) {
        if (cell.isMissing()) {
            return null;
        }
        return cell instanceof DoubleValue number ? (Object) number.getDoubleValue() : cell.toString();
    }

    static NodeRun kMeans(BufferedDataTable table, int k) throws InvalidSettingsException {
        return FixedSettings.node(KMeansNodeFactory.class, settings -> settings.addInt("numberOfSegments", k))
                .run(table, null);
    }

    static void lonely(NodeSettings settings) {
        settings.addString("radiusChoice", "MANUAL");
        settings.addDouble("radius", 1e-3);
        settings.addString("minimumPointsChoice", "MANUAL");
        settings.addInt("minimumPoints", 5);
    }

    static NodeRun allNoise() throws InvalidSettingsException {
        return FixedSettings.node(DbscanNodeFactory.class, Tables::lonely)
                .run(numbers(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), null);
    }

    /** Another node's first two outputs, as most nodes take them. */
    static PortObject[] both(NodeRun run) {
        return new PortObject[] {run.table(0), run.object(1)};
    }

    static PortObject[] alone(BufferedDataTable table) {
        return new PortObject[] {table, null};
    }

    /** The segments option of a clustering node. */
    static void segments(NodeSettings settings, int segments) {
        for (String key : List.of("numberOfSegments", "components")) {
            if (settings.containsKey(key)) {
                settings.addInt(key, segments);
            }
        }
    }

    /** Selects columns by hand. */
    static void select(NodeSettings settings, String key, String... columns) {
        try {
            NodeSettings manual = settings.getNodeSettings(key).getNodeSettings("manualFilter");
            manual.addStringArray("manuallySelected", columns);
            manual.addBoolean("includeUnknownColumns", false);
        } catch (InvalidSettingsException e) {
            throw new IllegalArgumentException("There is no column filter '" + key + "'", e);
        }
    }

    static NodeRun run(Class<? extends NodeFactory<?>> node, PortObject... inputs) throws InvalidSettingsException {
        return FixedSettings.node(node, settings -> {}).run(inputs);
    }
}
