package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.data.Tables.column;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

class TableOperationsTest {

    private final ExecutionContext exec = Tables.exec();
    private final BufferedDataTable customers = Tables.customers();

    private BufferedDataTable scores(String... keys) {
        DefaultRow[] rows = new DefaultRow[keys.length];
        for (int i = 0; i < keys.length; i++) {
            rows[i] = new DefaultRow(keys[i], i);
        }
        return Tables.table(new DataTableSpec(column("score", IntCell.TYPE)), rows);
    }

    @Test
    void joins_tables_of_equal_keys_side_by_side() throws Exception {
        BufferedDataTable joined = exec.createJoinedTable(customers, scores("Ann", "Bob", "Cy"), exec);
        assertEquals(List.of("Ann 34.0 north 0", "Bob ? south 1", "Cy 51.0 north 2"), Tables.texts(joined));
        Exception keys = assertThrows(
                IllegalArgumentException.class,
                () -> exec.createJoinedTable(customers, scores("Ann", "Cy", "Bob"), exec));
        assertEquals(
                "Tables contain non-matching rows or are sorted differently, keys in row 1 do not match: \"Bob\" vs."
                        + " \"Cy\"",
                keys.getMessage());
        Exception count = assertThrows(
                IllegalArgumentException.class, () -> exec.createJoinedTable(customers, scores("Ann"), exec));
        assertEquals("Tables can't be joined, non matching row counts: 3 vs. 1", count.getMessage());
        assertThrows(IllegalArgumentException.class, () -> exec.createJoinedTable(customers, customers, exec));
    }

    @Test
    void puts_tables_one_below_the_other_by_column_names() throws Exception {
        BufferedDataTable more = Tables.table(
                new DataTableSpec(column("region", StringCell.TYPE), column("age", IntCell.TYPE)),
                new DefaultRow("Di", new StringCell("east"), new IntCell(70)));
        BufferedDataTable all = exec.createConcatenateTable(exec, customers, more, scores("Ed"));
        assertEquals(
                List.of("Ann 34.0 north ?", "Bob ? south ?", "Cy 51.0 north ?", "Di 70.0 east ?", "Ed ? ? 0"),
                Tables.texts(all));
        assertEquals(DoubleCell.TYPE, all.getSpec().getColumnSpec("age").getType());
        assertEquals(
                Set.of(new StringCell("north"), new StringCell("south"), new StringCell("east")),
                all.getSpec().getColumnSpec("region").getDomain().getValues());
        Exception twice = assertThrows(
                IllegalArgumentException.class, () -> exec.createConcatenateTable(exec, customers, scores("Bob")));
        assertEquals("Duplicate RowID 'Bob' in the tables to concatenate.", twice.getMessage());
        BufferedDataTable renamed =
                exec.createConcatenateTable(exec, Optional.of("_dup"), false, scores("a"), scores("a"), scores("a"));
        assertEquals(List.of("a 0", "a_dup 0", "a_dup_dup 0"), Tables.texts(renamed));
    }

    @Test
    void replaces_the_spec() {
        BufferedDataTable renamed = exec.createSpecReplacerTable(
                customers, new DataTableSpec(column("years", DoubleCell.TYPE), column("where", StringCell.TYPE)));
        assertEquals(Tables.texts(customers), Tables.texts(renamed));
        assertFalse(renamed.getSpec().getColumnSpec("where").getDomain().hasValues());
        assertThrows(
                IllegalArgumentException.class, () -> exec.createSpecReplacerTable(customers, new DataTableSpec()));
    }

    @Test
    void makes_void_wrapped_and_copied_tables() throws Exception {
        BufferedDataTable none = exec.createVoidTable(customers.getSpec());
        assertEquals(0, none.size());
        assertFalse(none.cursor().canForward());
        BufferedDataTable wrapped = exec.createWrappedTable(customers);
        assertEquals(Tables.texts(customers), Tables.texts(wrapped));
        assertNotEquals(customers.getBufferedTableId(), wrapped.getBufferedTableId());
        assertSame(customers, exec.createBufferedDataTable(customers, exec));
        DataContainer loose = new DataContainer(customers.getSpec());
        customers.forEach(loose::addRowToTable);
        loose.close();
        BufferedDataTable copy = exec.createBufferedDataTable(loose.getTable(), exec);
        assertEquals(Tables.texts(customers), Tables.texts(copy));
        assertEquals(customers.getSpec(), copy.getSpec());
    }

    @Test
    void describes_itself() {
        assertEquals("Rows: 3, Cols: 2", customers.getSummary());
        assertEquals(3, customers.getRowCount());
        assertSame(customers.getDataTableSpec(), customers.getSpec());
        assertTrue(BufferedDataTable.TYPE_OPTIONAL.isOptional());
        assertEquals(BufferedDataTable.class, BufferedDataTable.TYPE.getPortObjectClass());
    }
}
