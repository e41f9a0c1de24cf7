package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.data.Tables.column;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.RowBuffer;
import org.knime.core.data.v2.RowContainer;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.data.v2.RowWriteCursor;
import org.knime.core.data.v2.WriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.BooleanWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.DoubleWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.IntWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.LongWriteValue;
import org.knime.core.data.v2.value.ValueInterfaces.StringWriteValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.util.DuplicateKeyException;
import org.tessera.workbench.kernel.data.LocalDateCell;

class RowContainerTest {

    @Test
    void writes_every_kind_of_value() throws Exception {
        DataTableSpec spec = new DataTableSpec(
                column("d", DoubleCell.TYPE),
                column("i", IntCell.TYPE),
                column("l", LongCell.TYPE),
                column("b", BooleanCell.TYPE),
                column("s", StringCell.TYPE),
                column("date", LocalDateCell.TYPE));
        try (RowContainer container = Tables.exec().createRowContainer(spec);
                RowWriteCursor cursor = container.createCursor()) {
            RowBuffer row = container.createRowBuffer();
            row.setRowKey("first");
            row.<DoubleWriteValue>getWriteValue(0).setDoubleValue(0.5);
            row.<IntWriteValue>getWriteValue(1).setIntValue(-3);
            row.<LongWriteValue>getWriteValue(2).setLongValue(1L << 40);
            row.<BooleanWriteValue>getWriteValue(3).setBooleanValue(true);
            row.<StringWriteValue>getWriteValue(4).setStringValue("text");
            row.<WriteValue<DataValue>>getWriteValue(5).setValue(new LocalDateCell(LocalDate.of(2024, 5, 6)));
            assertFalse(row.isMissing(0));
            cursor.commit(row);
            row.setRowKey("second");
            row.setMissing(0);
            row.setMissing(5);
            cursor.commit(row);
            BufferedDataTable table = container.finish();
            assertEquals(
                    List.of("first 0.5 -3 1099511627776 true text 2024-05-06", "second ? -3 1099511627776 true text ?"),
                    Tables.texts(table));
            assertEquals(
                    new LocalDateCell(LocalDate.of(2024, 5, 6)),
                    table.getSpec().getColumnSpec(5).getDomain().getUpperBound());
        }
    }

    @Test
    void copies_rows_of_another_table() throws Exception {
        BufferedDataTable source = Tables.customers();
        RowContainer container = Tables.exec().createRowContainer(source.getSpec(), true);
        RowWriteCursor writer = container.createCursor();
        RowBuffer buffer = container.createRowBuffer();
        int n = 0;
        try (RowCursor cursor = source.cursor()) {
            for (RowRead row = cursor.forward(); row != null; row = cursor.forward()) {
                writer.commit(row);
                buffer.setFrom(row);
                buffer.setRowKey("copy " + n++);
                writer.commit(buffer);
            }
        }
        assertEquals(
                List.of(
                        "Ann 34.0 north",
                        "copy 0 34.0 north",
                        "Bob ? south",
                        "copy 1 ? south",
                        "Cy 51.0 north",
                        "copy 2 51.0 north"),
                Tables.texts(container.finish()));
    }

    @Test
    void keeps_the_reason_of_a_missing_value() throws Exception {
        RowContainer container = Tables.exec().createRowContainer(new DataTableSpec(column("x", IntCell.TYPE)));
        RowRead row = RowRead.from(new DefaultRow("r", new MissingCell("not asked")));
        container.createCursor().commit(row);
        RowCursor cursor = container.finish().cursor();
        MissingValue missing = (MissingValue) cursor.forward().getAsDataCell(0);
        assertEquals("not asked", missing.getError());
    }

    @Test
    void refuses_rows_that_do_not_fit() {
        RowContainer container = Tables.exec().createRowContainer(new DataTableSpec(column("x", IntCell.TYPE)));
        RowWriteCursor cursor = container.createCursor();
        Exception type = assertThrows(
                IllegalArgumentException.class, () -> cursor.commit(RowRead.from(new DefaultRow("r", "text"))));
        assertTrue(type.getMessage().contains("column \"x\""), type.getMessage());
        Exception torn =
                assertThrows(IllegalStateException.class, () -> cursor.commit(RowRead.from(new DefaultRow("r", 1))));
        assertTrue(torn.getMessage().contains("did not fit"), torn.getMessage());
        RowBuffer keyless = container.createRowBuffer();
        assertThrows(IllegalStateException.class, () -> cursor.commit(keyless));
    }

    @Test
    void refuses_equal_row_keys_and_rows_after_the_end() throws Exception {
        DataTableSpec spec = new DataTableSpec(column("x", IntCell.TYPE));
        RowContainer twice = Tables.exec().createRowContainer(spec);
        twice.createCursor().commit(RowRead.from(new DefaultRow("r", 1)));
        twice.createCursor().commit(RowRead.from(new DefaultRow("r", 2)));
        assertThrows(DuplicateKeyException.class, twice::finish);
        RowContainer closed = Tables.exec().createRowContainer(spec);
        closed.close();
        assertThrows(IllegalStateException.class, closed::finish);
    }
}
