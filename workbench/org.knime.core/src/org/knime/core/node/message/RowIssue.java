package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

// An issue about a row, or a cell of it, in an input table.
record RowIssue(int portIndex, int columnIndex, long rowIndex, String description) implements Issue {
    /** The column of an issue that is about the whole row. */
    static final int WHOLE_ROW = -1;

    private static final int ROWS_BEFORE = 2;

    RowIssue {
        if (portIndex < 0 || rowIndex < 0) {
            throw new IllegalArgumentException(
                    "Port and row must not be negative: port " + portIndex + ", row " + rowIndex);
        }
    }

    @Override
    public String toPreformatted() {
        return description;
    }

    // Shows the cell with its neighbors and two rows before it.
    Issue render(final PortObject[] inputs) {
        if (columnIndex == WHOLE_ROW
                || portIndex >= inputs.length
                || !(inputs[portIndex] instanceof BufferedDataTable table)
                || columnIndex >= table.getDataTableSpec().getNumColumns()) {
            return new TextIssue(String.valueOf(description));
        }
        final List<Integer> columns = new ArrayList<>();
        final int last = Math.min(columnIndex + 1, table.getDataTableSpec().getNumColumns() - 1);
        for (int column = Math.max(0, columnIndex - 1); column <= last; column++) {
            columns.add(column);
        }
        final List<String> header = new ArrayList<>(List.of("RowID"));
        columns.forEach(column ->
                header.add(table.getDataTableSpec().getColumnSpec(column).getName()));
        final TextTable text = new TextTable(header);
        rows(table).forEach(row -> {
            final List<String> line = new ArrayList<>(List.of(row.getKey().getString()));
            columns.forEach(column -> line.add(row.getCell(column).toString()));
            text.add(line);
        });
        return new TextIssue(text.render(1 + columns.indexOf(columnIndex)) + description + "\n");
    }

    private List<DataRow> rows(final BufferedDataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            for (long index = 0; index <= rowIndex && iterator.hasNext(); index++) {
                final DataRow row = iterator.next();
                if (index >= rowIndex - ROWS_BEFORE) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
