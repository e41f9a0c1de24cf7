package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.data.Tables.column;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.kernel.data.TableBuilder;

/** Tables of values that come without cells are those of the same values as cells. */
class TableBuilderTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
            column("i", IntCell.TYPE),
            column("l", LongCell.TYPE),
            column("d", DoubleCell.TYPE),
            column("s", StringCell.TYPE),
            column("none", IntCell.TYPE));

    private static TableBuilder builder() {
        return new TableBuilder(SPEC, DataContainerSettings.getDefault());
    }

    @Test
    void values_and_cells_give_the_same_rows_keys_and_domains() {
        for (int different : new int[] {1, 50, 1000}) {
            TableBuilder values = builder();
            TableBuilder cells = builder();
            Random random = new Random(different);
            for (int row = 0; row < 70_000; row++) {
                int number = random.nextInt(2_000_000) - 1_000_000;
                boolean missing = row % 100_000 < 40_000 && random.nextInt(10) == 0;
                double real = random.nextInt(20) == 0 ? Double.NaN : row == 5 ? -0.0 : number / 8.0;
                String text = "text " + random.nextInt(different);
                add(values, number, real, text, missing);
                DataCell gap = DataType.getMissingCell();
                cells.add(new DefaultRow(
                        "Row" + row,
                        missing ? gap : new IntCell(number),
                        new LongCell((long) number << 20),
                        missing ? gap : new DoubleCell(real),
                        missing ? gap : new StringCell(text),
                        gap));
            }
            var expected = SharedSecrets.tables().create(cells.build());
            var actual = SharedSecrets.tables().create(values.build());
            assertEquals(Tables.texts(expected), Tables.texts(actual));
            assertEquals(expected.getSpec(), actual.getSpec());
            assertEquals(
                    different > 60,
                    actual.getSpec().getColumnSpec("s").getDomain().getValues() == null);
        }
    }

    private static void add(TableBuilder table, int number, double real, String text, boolean missing) {
        if (missing) {
            table.column(0).addMissing();
            table.column(2).addMissing();
            table.column(3).addMissing();
        } else {
            table.column(0).addInt(number);
            table.column(2).addDouble(real);
            table.column(3).addText(text);
        }
        table.column(1).addLong((long) number << 20);
        table.column(4).addMissing();
        table.endRow();
    }

    @Test
    void refuses_values_of_another_type_and_columns_of_other_lengths() {
        TableBuilder table = builder();
        assertThrows(IllegalStateException.class, () -> table.column(0).addLong(1));
        assertThrows(IllegalStateException.class, () -> table.column(1).addDouble(1));
        assertThrows(IllegalStateException.class, () -> table.column(2).addText("1"));
        assertThrows(IllegalStateException.class, () -> table.column(3).addInt(1));
        table.column(0).addInt(1);
        table.endRow();
        String problem = assertThrows(IllegalStateException.class, table::build).getMessage();
        assertTrue(problem.contains("1 rows, but 0 values in a column"), problem);
        TableBuilder mixed = new TableBuilder(new DataTableSpec(), DataContainerSettings.getDefault());
        mixed.endRow();
        mixed.endRow("key");
        assertThrows(IllegalStateException.class, mixed::build);
    }
}
