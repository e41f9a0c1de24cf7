package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tessera.workbench.tests.data.Tables.column;
import static org.tessera.workbench.tests.data.Tables.exec;
import static org.tessera.workbench.tests.data.Tables.table;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.tessera.workbench.kernel.data.DurationCell;
import org.tessera.workbench.kernel.data.LocalDateCell;
import org.tessera.workbench.kernel.data.LocalDateTimeCell;
import org.tessera.workbench.kernel.data.LocalTimeCell;
import org.tessera.workbench.kernel.data.PeriodCell;
import org.tessera.workbench.kernel.data.StoredTable;
import org.tessera.workbench.kernel.data.ZonedDateTimeCell;

/** A table that goes through a file is the same table. */
class StoredTableTest {
    private static List<DataRow> rows(BufferedDataTable table) {
        List<DataRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    private static DataCell image() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        return PNGImageCellFactory.create(png.toByteArray());
    }

    @Test
    void cells_of_every_kind_keys_domains_and_properties_survive() throws Exception {
        DataCell[] cells = {
            new DoubleCell(-0.0),
            new IntCell(Integer.MIN_VALUE),
            new LongCell(Long.MAX_VALUE),
            BooleanCell.TRUE,
            new StringCell("grüß\n\u0000 \uD83D\uDE00"),
            new LocalDateCell(LocalDate.of(2024, 2, 29)),
            new LocalDateTimeCell(LocalDateTime.of(2024, 2, 29, 23, 59, 59, 1)),
            new ZonedDateTimeCell(ZonedDateTime.parse("2024-02-29T23:59:59.000000001+13:45[Pacific/Chatham]")),
            new LocalTimeCell(LocalTime.of(23, 59, 59, 1)),
            new DurationCell(Duration.ofSeconds(-1, 1)),
            new PeriodCell(Period.of(1, -2, 3)),
            image()
        };
        DataTableSpec columns = new DataTableSpec(IntStream.range(0, cells.length)
                .mapToObj(i -> column("column " + i, cells[i].getType()))
                .toArray(DataColumnSpec[]::new));
        DataTableSpec spec = new DataTableSpecCreator(columns)
                .setName("customers")
                .putProperty("source", "test")
                .createSpec();
        DataCell[] missing = IntStream.range(0, cells.length)
                .mapToObj(i -> i % 2 == 0 ? DataType.getMissingCell() : new MissingCell("because " + i))
                .toArray(DataCell[]::new);
        BufferedDataTable table = table(
                spec, new DefaultRow("a key", cells), new DefaultRow("Row0", missing), new DefaultRow("ключ", cells));
        BufferedDataTable copy = StoredTable.copy(table, exec());
        assertNotSame(table, copy);
        assertEquals(table.getDataTableSpec(), copy.getDataTableSpec());
        assertEquals(
                table.getDataTableSpec().getProperties(),
                copy.getDataTableSpec().getProperties());
        assertEquals(rows(table), rows(copy));
        assertEquals("because 1", ((MissingValue) rows(copy).get(1).getCell(1)).getError());
    }

    @Test
    void an_empty_table_survives() throws Exception {
        BufferedDataTable copy = StoredTable.copy(table(new DataTableSpec()), exec());
        assertEquals(0, copy.size());
        assertEquals(0, copy.getDataTableSpec().getNumColumns());
    }

    @Test
    void copying_can_be_canceled() {
        DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.setExecuteCanceled();
        assertThrows(
                CanceledExecutionException.class,
                () -> StoredTable.copy(Tables.customers(), new ExecutionMonitor(monitor)));
    }
}
