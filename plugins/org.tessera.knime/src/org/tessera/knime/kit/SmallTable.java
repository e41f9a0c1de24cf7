package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * A result table of a few rows, built row by row. Values are String, Integer, Double or Boolean as the column says; null
 * and NaN become missing cells.
 */
public final class SmallTable {

    private final DataTableSpec spec;
    private final List<DefaultRow> rows = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    /** @param spec the table's spec */
    public SmallTable(DataTableSpec spec) {
        this.spec = spec;
    }

    /**
     * A column of texts.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec text(String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }

    /**
     * A column of whole numbers.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec whole(String name) {
        return new DataColumnSpecCreator(name, IntCell.TYPE).createSpec();
    }

    /**
     * A column of numbers.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec number(String name) {
        return new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec();
    }

    /**
     * A column of true and false.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec flag(String name) {
        return new DataColumnSpecCreator(name, BooleanCell.TYPE).createSpec();
    }

    /**
     * Adds a row.
     *
     * @param key its key; a number is appended if the key is taken
     * @param values one value per column
     */
    public void add(String key, Object... values) {
        DataCell[] cells = new DataCell[values.length];
        for (int c = 0; c < values.length; c++) {
            cells[c] = cell(values[c]);
        }
        String unique = key;
        for (int i = 1; !keys.add(unique); i++) {
            unique = key + " (#" + i + ")";
        }
        rows.add(new DefaultRow(new RowKey(unique), cells));
    }

    private static DataCell cell(Object value) {
        if (value instanceof String text) {
            return new StringCell(text);
        }
        if (value instanceof Integer whole) {
            return new IntCell(whole);
        }
        if (value instanceof Boolean flag) {
            return flag ? BooleanCell.TRUE : BooleanCell.FALSE;
        }
        if (value instanceof Double number && !number.isNaN()) {
            return new DoubleCell(number);
        }
        return DataType.getMissingCell();
    }

    /**
     * The table.
     *
     * @param exec the node's context
     * @return the table of the added rows
     */
    public BufferedDataTable create(ExecutionContext exec) {
        BufferedDataContainer container = exec.createDataContainer(spec);
        rows.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }
}
