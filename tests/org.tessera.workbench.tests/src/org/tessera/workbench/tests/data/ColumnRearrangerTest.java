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
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.tessera.workbench.kernel.data.SharedSecrets;

class ColumnRearrangerTest {

    private static SingleCellFactory single(DataColumnSpec spec, Function<DataRow, DataCell> cell) {
        return new SingleCellFactory(spec) {
            @Override
            public DataCell getCell(DataRow row) {
                return cell.apply(row);
            }
        };
    }

    private static SingleCellFactory label(String name) {
        return single(column(name, StringCell.TYPE), row -> new StringCell("<" + row.getKey() + ">"));
    }

    private static BufferedDataTable run(BufferedDataTable table, ColumnRearranger rearranger) throws Exception {
        ExecutionContext exec = Tables.exec();
        return exec.createColumnRearrangeTable(table, rearranger, exec);
    }

    @Test
    void appends_replaces_and_inserts_columns() throws Exception {
        BufferedDataTable table = Tables.customers();
        ColumnRearranger rearranger = new ColumnRearranger(table.getSpec());
        rearranger.append(label("label"));
        rearranger.replace(
                single(
                        column("age in months", DoubleCell.TYPE),
                        row -> row.getCell(0).isMissing()
                                ? DataType.getMissingCell()
                                : new DoubleCell(((DoubleValue) row.getCell(0)).getDoubleValue() * 12)),
                "age");
        rearranger.insertAt(0, new AbstractCellFactory(column("a", IntCell.TYPE), column("b", IntCell.TYPE)) {
            @Override
            public DataCell[] getCells(DataRow row, long rowIndex) {
                return new DataCell[] {new IntCell((int) rowIndex), new IntCell(-1)};
            }
        });
        BufferedDataTable result = run(table, rearranger);
        assertArrayEquals(
                new String[] {"a", "b", "age in months", "region", "label"},
                result.getSpec().getColumnNames());
        assertEquals(rearranger.createSpec().getColumnSpec(3), result.getSpec().getColumnSpec(3));
        assertEquals(
                List.of("Ann 0 -1 408.0 north <Ann>", "Bob 1 -1 ? south <Bob>", "Cy 2 -1 612.0 north <Cy>"),
                Tables.texts(result));
    }

    @Test
    void keeps_removes_moves_and_permutes_columns() throws Exception {
        DataTableSpec spec = new DataTableSpec(
                column("a", IntCell.TYPE),
                column("b", IntCell.TYPE),
                column("c", IntCell.TYPE),
                column("d", IntCell.TYPE));
        BufferedDataTable table = Tables.table(spec, new DefaultRow("r", 1, 2, 3, 4));
        ColumnRearranger kept = new ColumnRearranger(spec);
        kept.keepOnly("d", "b");
        assertEquals(List.of("r 2 4"), Tables.texts(run(table, kept)));
        ColumnRearranger removed = new ColumnRearranger(spec);
        removed.remove(3, 0);
        removed.remove("c");
        assertEquals(List.of("r 2"), Tables.texts(run(table, removed)));
        ColumnRearranger moved = new ColumnRearranger(spec);
        moved.move("a", 4);
        moved.move(2, 0);
        assertEquals(List.of("r 4 2 3 1"), Tables.texts(run(table, moved)));
        assertEquals(0, moved.indexOf("d"));
        ColumnRearranger permuted = new ColumnRearranger(spec);
        permuted.permute(new String[] {"c", "b"});
        assertEquals(List.of("r 3 2 1 4"), Tables.texts(run(table, permuted)));
    }

    @Test
    void tells_unknown_and_repeated_columns() {
        ColumnRearranger rearranger = new ColumnRearranger(Tables.customers().getSpec());
        Exception unknown = assertThrows(IllegalArgumentException.class, () -> rearranger.remove("age", "income"));
        assertEquals("No such column name(s) in ColumnRearranger: [income]", unknown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> rearranger.keepOnly("age", "age"));
        assertThrows(IndexOutOfBoundsException.class, () -> rearranger.keepOnly(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> rearranger.replace(label("x"), 0, 1));
        assertEquals(2, rearranger.getColumnCount());
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
    void reports_progress_and_stops_when_cancelled() {
        DataTableSpec spec = new DataTableSpec(column("x", IntCell.TYPE));
        BufferedDataTable table = Tables.table(
                spec,
                IntStream.range(0, 1000)
                        .mapToObj(i -> new DefaultRow("r" + i, i))
                        .toArray(DataRow[]::new));
        DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        ExecutionContext exec = SharedSecrets.contexts().create(monitor);
        AtomicInteger rows = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(new SingleCellFactory(column("y", IntCell.TYPE)) {
            @Override
            public DataCell getCell(DataRow row) {
                if (rows.incrementAndGet() == 500) {
                    monitor.setExecuteCanceled();
                }
                return new IntCell(0);
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

    @Test
    void parallel_settings_are_checked() {
        SingleCellFactory factory = label("x");
        assertTrue(!factory.isParallelProcessing() && factory.getMaxParallelWorkers() == -1);
        factory.setParallelProcessing(true);
        assertTrue(factory.isParallelProcessing() && factory.getMaxQueueSize() >= factory.getMaxParallelWorkers());
        assertThrows(IllegalArgumentException.class, () -> factory.setParallelProcessing(true, 4, 3));
    }
}
