package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.tessera.workbench.kernel.data.SharedSecrets.ColumnSource;

/**
 * Carries out the plan of a {@link ColumnRearranger}: computes the new columns row by row in order and shares all others
 * with the input table.
 */
public final class Rearranging {

    private static final int BATCH = 100;

    private final List<ColumnSource> sources;
    private final List<CellFactory> factories = new ArrayList<>();
    private final List<ColumnBuilder> builders = new ArrayList<>(); // null for columns of the input
    private final int[] producers; // position of each column's factory, -1 for columns of the input
    private final int[] appended; // the columns that have a factory

    private Rearranging(List<ColumnSource> sources) {
        this.sources = sources;
        Map<CellFactory, Integer> positions = new IdentityHashMap<>();
        producers = new int[sources.size()];
        Arrays.fill(producers, -1);
        for (int i = 0; i < producers.length; i++) {
            ColumnSource source = sources.get(i);
            CellFactory factory = source.factory();
            builders.add(factory == null ? null : ColumnBuilder.of(source.spec().getType()));
            if (factory != null) {
                if (positions.putIfAbsent(factory, factories.size()) == null) {
                    factories.add(factory);
                }
                producers[i] = positions.get(factory);
            }
        }
        appended = IntStream.range(0, producers.length)
                .filter(i -> producers[i] >= 0)
                .toArray();
    }

    /**
     * Rearranges the columns of a table.
     *
     * @param input the table, of the structure that the plan was made for
     * @param rearranger the plan
     * @param exec told the progress and asked for canceling every hundred rows
     * @return the new table
     * @throws CanceledExecutionException if the execution was canceled
     * @throws IllegalArgumentException if the plan was made for another table or a new cell does not fit its column
     */
    public static Table run(Table input, ColumnRearranger rearranger, ExecutionMonitor exec)
            throws CanceledExecutionException {
        SharedSecrets.RearrangerAccess access = SharedSecrets.rearrangers();
        if (!access.original(rearranger).equalStructure(input.spec())) {
            throw new IllegalArgumentException(
                    "The argument table's spec does not match the original spec passed in the" + " constructor: "
                            + input.spec() + " against " + access.original(rearranger) + ".");
        }
        Rearranging run = new Rearranging(access.sources(rearranger));
        if (!run.factories.isEmpty()) {
            run.compute(input.data(), exec);
        }
        return run.assemble(input);
    }

    private void compute(TableData data, ExecutionMonitor exec) throws CanceledExecutionException {
        try {
            for (long row = 0; row < data.size(); row++) {
                appendRow(data.row(row), row);
                if ((row + 1) % BATCH == 0 || row + 1 == data.size()) {
                    factories
                            .get(0)
                            .setProgress(row + 1, data.size(), data.row(row).getKey(), exec);
                    exec.checkCanceled();
                }
            }
        } finally {
            for (CellFactory factory : factories) {
                if (factory instanceof AbstractCellFactory finished) {
                    finished.afterProcessing();
                }
            }
        }
    }

    private void appendRow(DataRow row, long index) {
        DataCell[][] computed = new DataCell[factories.size()][];
        for (int i = 0; i < computed.length; i++) {
            computed[i] = factories.get(i).getCells(row, index);
        }
        for (int i : appended) {
            append(
                    builders.get(i),
                    pick(computed[producers[i]], sources.get(i), row),
                    sources.get(i).spec(),
                    row);
        }
    }

    private static DataCell pick(DataCell[] cells, ColumnSource source, DataRow row) {
        if (source.index() >= cells.length) {
            throw new IndexOutOfBoundsException("New cells array length conflict in row \"" + row.getKey()
                    + "\": expected " + source.factory().getColumnSpecs().length + ", actual " + cells.length
                    + " (class " + source.factory().getClass().getName() + ")");
        }
        return cells[source.index()];
    }

    private static void append(ColumnBuilder builder, DataCell cell, DataColumnSpec spec, DataRow row) {
        if (cell == null) {
            throw new NullPointerException(
                    "The new cell of column \"" + spec.getName() + "\" in row \"" + row.getKey() + "\" is null.");
        }
        if (!builder.accepts(cell)) {
            throw new IllegalArgumentException("Runtime class of object \"" + cell + "\" in row \"" + row.getKey()
                    + "\" is " + cell.getType() + " and does not comply with its supposed superclass " + spec.getType()
                    + " of column \"" + spec.getName() + "\"");
        }
        builder.add(cell);
    }

    private Table assemble(Table input) {
        List<Column> columns = new ArrayList<>();
        DataColumnSpec[] specs = new DataColumnSpec[sources.size()];
        for (int i = 0; i < specs.length; i++) {
            ColumnSource source = sources.get(i);
            if (source.factory() == null) {
                columns.add(input.data().column(source.index()));
                specs[i] = source.spec();
            } else {
                columns.add(builders.get(i).build());
                specs[i] = TableBuilder.withDomain(source.spec(), columns.get(i), DataContainerSettings.getDefault());
            }
        }
        return new Table(new DataTableSpec(specs), new TableData(input.data().keys(), columns));
    }
}
