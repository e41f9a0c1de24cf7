package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.data.Tables.column;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.UnmaterializedCell;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanReadValue;
import org.knime.core.node.BufferedDataTable;

class RowCursorTest {

    @Test
    void reads_keys_values_and_missing_values() {
        try (RowCursor cursor = Tables.customers().cursor()) {
            RowRead ann = cursor.forward();
            assertEquals("Ann", ann.getRowKey().getString());
            assertEquals(34, ann.<DoubleValue>getValue(0).getDoubleValue());
            assertEquals("north", ann.<StringValue>getValue(1).getStringValue());
            RowRead bob = cursor.forward();
            assertTrue(bob.isMissing(0));
            assertTrue(bob.getAsDataCell(0).isMissing());
            assertTrue(cursor.canForward());
            assertEquals(51, cursor.forward().<DoubleValue>getValue(0).getDoubleValue());
            assertFalse(cursor.canForward());
            assertNull(cursor.forward());
        }
    }

    @Test
    void values_are_the_same_objects_for_all_rows() {
        try (RowCursor cursor = Tables.customers().cursor()) {
            RowRead row = cursor.forward();
            DoubleValue age = row.getValue(0);
            cursor.forward();
            cursor.forward();
            assertSame(age, row.getValue(0));
            assertEquals(51, age.getDoubleValue());
        }
    }

    @Test
    void reads_only_the_columns_that_a_filter_names() {
        try (RowCursor cursor = Tables.customers().cursor(TableFilter.materializeCols(1))) {
            RowRead ann = cursor.forward();
            assertEquals("north", ann.<StringValue>getValue(1).getStringValue());
            assertSame(UnmaterializedCell.getInstance(), ann.getAsDataCell(0));
        }
    }

    @Test
    void refuses_filters_that_do_not_fit() {
        BufferedDataTable table = Tables.customers();
        assertThrows(IndexOutOfBoundsException.class, () -> table.cursor(TableFilter.materializeCols(2)));
        assertThrows(IllegalArgumentException.class, () -> TableFilter.materializeCols(1, 1));
    }

    @Test
    void closing_ends_the_reading() {
        RowCursor cursor = Tables.customers().cursor();
        cursor.forward();
        cursor.close();
        assertFalse(cursor.canForward());
        CloseableRowIterator rows = Tables.customers().iterator();
        rows.next();
        rows.close();
        assertFalse(rows.hasNext());
    }

    @Test
    void a_truth_value_reads_as_number_too() {
        BufferedDataTable table = Tables.table(
                new DataTableSpec(column("flag", BooleanCell.TYPE), column("n", IntCell.TYPE)),
                new DefaultRow("r", BooleanCell.TRUE, new IntCell(7)));
        try (RowCursor cursor = table.cursor()) {
            RowRead row = cursor.forward();
            BooleanReadValue flag = row.getValue(0);
            assertTrue(flag.getBooleanValue());
            assertEquals(1.0, row.<DoubleValue>getValue(0).getDoubleValue());
            assertEquals(7.0, row.<DoubleValue>getValue(1).getDoubleValue());
            assertEquals(7, row.<IntValue>getValue(1).getIntValue());
        }
    }

    @Test
    void many_threads_read_one_table() {
        int rows = 50_000;
        BufferedDataTable table = Tables.table(
                new DataTableSpec(column("x", DoubleCell.TYPE), column("s", StringCell.TYPE)),
                IntStream.range(0, rows)
                        .mapToObj(i -> new DefaultRow("c" + i, new DoubleCell(i), new StringCell("text " + i)))
                        .toArray(DataRow[]::new));
        List<Double> sums = IntStream.range(0, 8)
                .parallel()
                .mapToObj(thread -> {
                    double sum = 0;
                    try (RowCursor cursor = table.cursor()) {
                        for (RowRead row = cursor.forward(); row != null; row = cursor.forward()) {
                            sum += row.<DoubleValue>getValue(0).getDoubleValue();
                            sum += row.<StringValue>getValue(1).getStringValue().length()
                                    - row.getRowKey().getString().length();
                        }
                    }
                    return sum;
                })
                .toList();
        double expected = rows * (rows - 1.0) / 2 + 4.0 * rows;
        assertEquals(List.of(expected), sums.stream().distinct().toList());
    }
}
