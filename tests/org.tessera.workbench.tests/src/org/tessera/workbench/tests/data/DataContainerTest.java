package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tessera.workbench.tests.data.Tables.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.DuplicateKeyException;

class DataContainerTest {

    private static BufferedDataTable fill(DataTableSpec spec, boolean initDomain, int rows, IntFunction<DataRow> row) {
        BufferedDataContainer container = Tables.exec().createDataContainer(spec, initDomain);
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(row.apply(i));
        }
        container.close();
        return container.getTable();
    }

    private static DataColumnDomain domain(DataType type, int rows, IntFunction<DataCell> cell) {
        return fill(new DataTableSpec(column("x", type)), true, rows, i -> new DefaultRow("r" + i, cell.apply(i)))
                .getSpec()
                .getColumnSpec(0)
                .getDomain();
    }

    @Test
    void gives_back_every_cell_of_every_type() throws InvalidSettingsException {
        DataTableSpec spec = new DataTableSpec(
                column("d", DoubleCell.TYPE),
                column("i", IntCell.TYPE),
                column("l", LongCell.TYPE),
                column("b", BooleanCell.TYPE),
                column("s", StringCell.TYPE),
                column("any", Tables.mixedType()));
        List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) { // three chunks
            DataCell[] cells = {
                new DoubleCell(i / 7.0),
                new IntCell(-i),
                new LongCell(i * 10_000_000_000L),
                BooleanCell.get(i % 3 == 0),
                new StringCell("s" + i % 50),
                i % 2 == 0 ? new IntCell(i) : new StringCell("t" + i)
            };
            if (i % 11 == 0) {
                cells[i % 6] = i % 2 == 0 ? DataType.getMissingCell() : new MissingCell("reason " + i);
            }
            rows.add(new DefaultRow("Row" + i, cells));
        }
        BufferedDataTable table = fill(spec, true, rows.size(), rows::get);
        assertEquals(rows.size(), table.size());
        int next = 0;
        for (DataRow row : table) {
            DataRow expected = rows.get(next++);
            assertEquals(expected, row);
            assertEquals(row, expected);
            for (int i = 0; i < 6; i++) {
                if (expected.getCell(i) instanceof MissingValue missing) {
                    assertEquals(missing.getError(), ((MissingValue) row.getCell(i)).getError());
                }
            }
        }
        assertEquals(rows.size(), next);
    }

    @Test
    void lists_up_to_sixty_possible_values_in_the_order_they_come() {
        DataColumnDomain sixty = domain(StringCell.TYPE, 1000, i -> new StringCell("v" + (59 - i % 60)));
        assertEquals(60, sixty.getValues().size());
        assertEquals(new StringCell("v59"), sixty.getValues().iterator().next());
        assertFalse(sixty.hasLowerBound() || sixty.hasUpperBound());
        assertNull(domain(StringCell.TYPE, 61, i -> new StringCell("v" + i)).getValues());
        assertEquals(
                Set.of(),
                domain(StringCell.TYPE, 3, i -> DataType.getMissingCell()).getValues());
    }

    @Test
    void bounds_leave_out_nan_and_missing_values() {
        double[] values = {3, Double.NaN, -7.5, 12};
        DataColumnDomain domain =
                domain(DoubleCell.TYPE, 5, i -> i < 4 ? new DoubleCell(values[i]) : DataType.getMissingCell());
        assertEquals(new DoubleCell(-7.5), domain.getLowerBound());
        assertEquals(new DoubleCell(12), domain.getUpperBound());
        assertFalse(domain.hasValues());
        assertFalse(domain(DoubleCell.TYPE, 2, i -> new DoubleCell(Double.NaN)).hasLowerBound());
        DataColumnDomain integers = domain(IntCell.TYPE, 5, i -> new IntCell(i * i - 4));
        assertEquals(new IntCell(-4), integers.getLowerBound());
        assertEquals(new IntCell(12), integers.getUpperBound());
        DataColumnDomain flags = domain(BooleanCell.TYPE, 2, i -> BooleanCell.get(i == 0));
        assertEquals(Set.of(BooleanCell.TRUE, BooleanCell.FALSE), flags.getValues());
        assertEquals(BooleanCell.FALSE, flags.getLowerBound());
    }

    @Test
    void declared_domains_are_kept_and_extended_or_dropped() {
        DataColumnSpecCreator creator = new DataColumnSpecCreator("label", StringCell.TYPE);
        creator.setDomain(
                new DataColumnDomainCreator(new StringCell[] {new StringCell("b"), new StringCell("a")}, null, null)
                        .createDomain());
        DataTableSpec spec = new DataTableSpec(creator.createSpec());
        IntFunction<DataRow> row = i -> Tables.row("r" + i, i == 0 ? "a" : "c");
        DataCell[] kept = fill(spec, true, 2, row)
                .getSpec()
                .getColumnSpec(0)
                .getDomain()
                .getValues()
                .toArray(DataCell[]::new);
        assertEquals(List.of(new StringCell("b"), new StringCell("a"), new StringCell("c")), List.of(kept));
        assertEquals(
                Set.of(new StringCell("a"), new StringCell("c")),
                fill(spec, false, 2, row).getSpec().getColumnSpec(0).getDomain().getValues());
        DataContainer asDeclared = new DataContainer(
                spec, DataContainerSettings.builder().withDomainUpdate(false).build());
        asDeclared.addRowToTable(row.apply(1));
        asDeclared.close();
        assertEquals(spec, asDeclared.getCloseableTable().getDataTableSpec());
    }

    @Test
    void declared_bounds_are_extended() {
        DataColumnSpecCreator creator = new DataColumnSpecCreator("x", IntCell.TYPE);
        creator.setDomain(
                new DataColumnDomainCreator((DataCell[]) null, new IntCell(0), new IntCell(5)).createDomain());
        DataColumnDomain domain = fill(
                        new DataTableSpec(creator.createSpec()), true, 2, i -> Tables.row("r" + i, 3 + 6 * i))
                .getSpec()
                .getColumnSpec(0)
                .getDomain();
        assertEquals(new IntCell(0), domain.getLowerBound());
        assertEquals(new IntCell(9), domain.getUpperBound());
    }

    @Test
    void finds_equal_row_keys_however_far_apart() {
        DataTableSpec spec = new DataTableSpec(column("x", IntCell.TYPE));
        DuplicateKeyException ranges = assertThrows(
                DuplicateKeyException.class,
                () -> fill(spec, true, 100_001, i -> Tables.row("Row" + (i == 100_000 ? 5 : i), i)));
        assertEquals("Encountered duplicate row ID \"Row5\" in rows 6 and 100001", ranges.getMessage());
        assertThrows(
                DuplicateKeyException.class,
                () -> fill(spec, true, 80_000, i -> Tables.row("c" + (i == 79_999 ? 0 : i), i)));
        assertEquals(
                40_000,
                fill(spec, true, 40_000, i -> Tables.row("Row" + (39_999 - i), i))
                        .size());
    }

    @Test
    void keeps_odd_row_keys_as_they_are() {
        String[] keys = {"Row0", "Row01", "Row2", "row3", "Row", "Row-1", "", "Row99999999999999999999", "\uD800", "Zoë"
        };
        BufferedDataTable table =
                fill(new DataTableSpec(), true, keys.length, i -> new DefaultRow(keys[i], new DataCell[0]));
        assertEquals(List.of(keys), Tables.texts(table));
    }

    @Test
    void names_the_cell_that_does_not_fit() {
        BufferedDataContainer container =
                Tables.exec().createDataContainer(new DataTableSpec(column("age", IntCell.TYPE)));
        Exception type =
                assertThrows(IllegalArgumentException.class, () -> container.addRowToTable(Tables.row("r1", "old")));
        assertEquals(
                "Runtime class of object \"old\" (index 0) in row \"r1\" is String and does not comply with its supposed"
                        + " superclass Number (Integer) of column \"age\"",
                type.getMessage());
        Exception count =
                assertThrows(IllegalArgumentException.class, () -> container.addRowToTable(Tables.row("r1", 1, 2)));
        assertEquals(
                "Cell count in row \"r1\" is not equal to length of column names array: 2 vs. 1", count.getMessage());
        container.addRowToTable(Tables.row("r1", 1));
        container.close();
        assertEquals(List.of("r1 1"), Tables.texts(container.getTable()));
    }

    @Test
    void a_number_column_takes_integers_as_numbers() {
        BufferedDataTable table =
                Tables.table(new DataTableSpec(column("x", DoubleCell.TYPE)), Tables.row("a", 1), Tables.row("b", 2.5));
        assertEquals(List.of("a 1.0", "b 2.5"), Tables.texts(table));
    }

    @Test
    void gives_its_table_only_when_closed() {
        BufferedDataContainer container = Tables.exec().createDataContainer(new DataTableSpec());
        assertThrows(IllegalStateException.class, container::getTable);
        assertFalse(container.isClosed());
        container.close();
        container.close();
        assertSame(container.getTable(), container.getTable());
        assertThrows(IllegalStateException.class, () -> container.addRowToTable(new DefaultRow("r", new DataCell[0])));
    }
}
