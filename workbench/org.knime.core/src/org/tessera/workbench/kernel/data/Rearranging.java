package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<CellFactory, Integer> widths = new IdentityHashMap<>();
    private final List<CellFactory> factories = new ArrayList<>();
    private final List<ColumnBuilder> builders = new ArrayList<>();

    private Rearranging(List<ColumnSource> sources) {
        this.sources = sources;
        for (ColumnSource source : sources) {
            CellFactory factory = source.factory();
            builders.add(factory == null ? null : ColumnBuilder.of(source.spec().getType()));
            if (factory != null && widths.putIfAbsent(factory, factory.getColumnSpecs().length) == null) {
                factories.add(factory);
            }
        }
    }

    /**
     * Rearranges the columns of a table.
     *
     * @param input the table, of the structure that the plan was made for
     * @param rearranger the plan
     * @param exec told the progress and asked for cancelling every hundred rows
     * @return the new table
     * @throws CanceledExecutionException if the execution was cancelled
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
        Map<CellFactory, DataCell[]> computed = new IdentityHashMap<>();
        for (CellFactory factory : factories) {
            computed.put(factory, cells(factory, row, index));
        }
        for (int i = 0; i < builders.size(); i++) {
            ColumnSource source = sources.get(i);
            if (source.factory() != null) {
                append(builders.get(i), computed.get(source.factory())[source.index()], source.spec(), row);
            }
        }
    }

    private DataCell[] cells(CellFactory factory, DataRow row, long index) {
        DataCell[] cells = factory.getCells(row, index);
        if (cells.length < widths.get(factory)) {
            throw new IndexOutOfBoundsException("New cells array length conflict in row \"" + row.getKey()
                    + "\": expected " + widths.get(factory) + ", actual " + cells.length + " (class "
                    + factory.getClass().getName() + ")");
        }
        return cells;
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
