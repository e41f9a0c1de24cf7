package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.data.Tables.column;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What tables cost: memory of large ones, and texts that do not suit a dictionary. */
class TableStorageTest {

    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 20;
    private static final long MEGABYTE = 1 << 20;

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static BufferedDataTable million(ExecutionContext exec) {
        DataColumnSpec[] columns = new DataColumnSpec[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            columns[i] = column("x" + i, DoubleCell.TYPE);
        }
        SplittableRandom random = new SplittableRandom(1);
        BufferedDataContainer container = exec.createDataContainer(new DataTableSpec(columns));
        DataCell[] cells = new DataCell[COLUMNS];
        for (int r = 0; r < ROWS; r++) {
            for (int i = 0; i < COLUMNS; i++) {
                cells[i] = new DoubleCell(random.nextDouble());
            }
            container.addRowToTable(new DefaultRow("Row" + r, cells));
        }
        container.close();
        return container.getTable();
    }

    @Test
    void a_million_rows_of_twenty_doubles_and_an_appended_column_take_less_than_400_megabytes() throws Exception {
        ExecutionContext exec = Tables.exec();
        long before = usedHeap();
        BufferedDataTable table = million(exec);
        long filled = usedHeap() - before;
        assertTrue(filled < 200 * MEGABYTE, filled / MEGABYTE + " MB for the table");
        ColumnRearranger rearranger = new ColumnRearranger(table.getSpec());
        rearranger.append(new AbstractCellFactory(column("segment", StringCell.TYPE)) {
            @Override
            public DataCell[] getCells(DataRow row, long rowIndex) {
                return new DataCell[] {new StringCell("Segment " + (rowIndex % 5 + 1))};
            }
        });
        BufferedDataTable appended = exec.createColumnRearrangeTable(table, rearranger, exec);
        long both = usedHeap() - before;
        assertTrue(both < 220 * MEGABYTE, both / MEGABYTE + " MB for both tables");
        SplittableRandom random = new SplittableRandom(1);
        double expected = 0;
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            expected += random.nextDouble();
        }
        double sum = 0;
        try (RowCursor cursor = appended.cursor()) {
            for (RowRead row = cursor.forward(); row != null; row = cursor.forward()) {
                for (int i = 0; i < COLUMNS; i++) {
                    sum += row.<DoubleValue>getValue(i).getDoubleValue();
                }
            }
        }
        assertEquals(expected, sum);
        assertEquals(
                5,
                appended.getSpec()
                        .getColumnSpec(COLUMNS)
                        .getDomain()
                        .getValues()
                        .size());
    }

    private static void assertTextsSurvive(int rows, IntFunction<String> text) {
        DataRow[] given = new DataRow[rows];
        for (int i = 0; i < rows; i++) {
            given[i] = Tables.row("key " + i, text.apply(i));
        }
        BufferedDataTable table = Tables.table(new DataTableSpec(column("s", StringCell.TYPE)), given);
        int i = 0;
        try (RowCursor cursor = table.cursor()) {
            for (RowRead row = cursor.forward(); row != null; row = cursor.forward()) {
                assertEquals("key " + i, row.getRowKey().getString());
                assertEquals(text.apply(i), row.<StringValue>getValue(0).getStringValue());
                i++;
            }
        }
        assertEquals(rows, i);
    }

    @Test
    void keeps_few_and_many_different_texts() {
        assertTextsSurvive(100_000, i -> "level " + i % 7);
        assertTextsSurvive(100_000, i -> "level " + i % 1000);
        assertTextsSurvive(100_000, i -> "customer " + i);
        assertTextsSurvive(100_000, i -> i < 40_000 ? "same" : "other " + i);
    }

    @Test
    void keeps_empty_long_and_foreign_texts_and_lone_surrogates() {
        assertTextsSurvive(100, i -> "");
        assertTextsSurvive(40_000, i -> "äöü €\uD83D\uDE00" + i);
        assertTextsSurvive(40_000, i -> "\uD800" + i);
        assertTextsSurvive(20_000, i -> "x".repeat(i % 100) + i);
    }
}
