package org.tessera.workbench.tests.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.workbench.tests.data.Tables.column;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.tessera.workbench.kernel.data.SharedSecrets;

class ColumnRearrangerTest {

    private static CellFactory single(DataColumnSpec spec, Function<DataRow, DataCell> cell) {
        return new AbstractCellFactory(spec) {
            @Override
            public DataCell[] getCells(DataRow row) {
                return new DataCell[] {cell.apply(row)};
            }
        };
    }

    private static CellFactory label(String name) {
        return single(column(name, StringCell.TYPE), row -> new StringCell("<" + row.getKey() + ">"));
    }

    private static BufferedDataTable run(BufferedDataTable table, ColumnRearranger rearranger) throws Exception {
        ExecutionContext exec = Tables.exec();
        return exec.createColumnRearrangeTable(table, rearranger, exec);
    }

    @Test
    void appends_and_inserts_columns() throws Exception {
        BufferedDataTable table = Tables.customers();
        ColumnRearranger rearranger = new ColumnRearranger(table.getSpec());
        rearranger.append(label("label"));
        rearranger.append(single(
                column("age in months", DoubleCell.TYPE),
                row -> row.getCell(0).isMissing()
                        ? DataType.getMissingCell()
                        : new DoubleCell(((DoubleValue) row.getCell(0)).getDoubleValue() * 12)));
        rearranger.insertAt(0, new AbstractCellFactory(column("a", IntCell.TYPE), column("b", IntCell.TYPE)) {
            @Override
            public DataCell[] getCells(DataRow row, long rowIndex) {
                return new DataCell[] {new IntCell((int) rowIndex), new IntCell(-1)};
            }
        });
        BufferedDataTable result = run(table, rearranger);
        assertArrayEquals(
                new String[] {"a", "b", "age", "region", "label", "age in months"},
                result.getSpec().getColumnNames());
        assertEquals(rearranger.createSpec().getColumnSpec(3), result.getSpec().getColumnSpec(3));
        assertEquals(
                List.of("Ann 0 -1 34.0 north <Ann> 408.0", "Bob 1 -1 ? south <Bob> ?", "Cy 2 -1 51.0 north <Cy> 612.0"),
                Tables.texts(result));
    }

    @Test
    void refuses_a_name_that_is_taken() {
        ColumnRearranger rearranger = new ColumnRearranger(Tables.customers().getSpec());
        rearranger.append(label("age"));
        assertThrows(IllegalArgumentException.class, rearranger::createSpec);
    }

    @Test
    void computes_domains_of_new_columns_and_keeps_declared_values() throws Exception {
        DataColumnSpecCreator creator = new DataColumnSpecCreator("segment", StringCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(Set.of(new StringCell("Noise"))).createDomain());
        BufferedDataTable table = Tables.customers();
        ColumnRearranger rearranger = new ColumnRearranger(table.getSpec());
        rearranger.append(single(creator.createSpec(), row -> new StringCell("Segment 1")));
        DataTableSpec spec = run(table, rearranger).getSpec();
        assertEquals(
                Set.of(new StringCell("Noise"), new StringCell("Segment 1")),
                spec.getColumnSpec("segment").getDomain().getValues());
        assertEquals(table.getSpec().getColumnSpec(0), spec.getColumnSpec(0));
    }

    @Test
    void refuses_cells_of_another_type_and_tables_of_other_columns() {
        BufferedDataTable table = Tables.customers();
        ColumnRearranger wrong = new ColumnRearranger(table.getSpec());
        wrong.append(single(column("n", IntCell.TYPE), row -> new StringCell("x")));
        Exception type = assertThrows(IllegalArgumentException.class, () -> run(table, wrong));
        assertTrue(type.getMessage().contains("in row \"Ann\" is String"), type.getMessage());
        ColumnRearranger other = new ColumnRearranger(new DataTableSpec(column("z", IntCell.TYPE)));
        assertThrows(IllegalArgumentException.class, () -> run(table, other));
    }

    @Test
    void reports_progress_and_stops_when_canceled() {
        DataTableSpec spec = new DataTableSpec(column("x", IntCell.TYPE));
        BufferedDataTable table = Tables.table(
                spec,
                IntStream.range(0, 1000).mapToObj(i -> Tables.row("r" + i, i)).toArray(DataRow[]::new));
        DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        ExecutionContext exec = SharedSecrets.contexts().create(monitor);
        AtomicInteger rows = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(new AbstractCellFactory(column("y", IntCell.TYPE)) {
            @Override
            public DataCell[] getCells(DataRow row) {
                if (rows.incrementAndGet() == 500) {
                    monitor.setExecuteCanceled();
                }
                return new DataCell[] {new IntCell(0)};
            }

            @Override
            public void afterProcessing() {
                finished.incrementAndGet();
            }
        });
        assertThrows(CanceledExecutionException.class, () -> exec.createColumnRearrangeTable(table, rearranger, exec));
        assertEquals(500, rows.get());
        assertEquals(1, finished.get());
        assertEquals(0.5, monitor.getProgress(), 1e-12);
    }
}
