package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.kernel.data.SharedSecrets.ColumnSource;

/**
 * A plan to keep, drop, move, replace and append columns of a table. Positions always mean the columns as planned so far.
 * The plan is carried out by {@code ExecutionContext.createColumnRearrangeTable}, which copies no column.
 */
public class ColumnRearranger {

    static {
        SharedSecrets.setRearrangers(new SharedSecrets.RearrangerAccess() {
            @Override
            public DataTableSpec original(ColumnRearranger rearranger) {
                return rearranger.original;
            }

            @Override
            public List<ColumnSource> sources(ColumnRearranger rearranger) {
                return List.copyOf(rearranger.columns);
            }
        });
    }

    private final DataTableSpec original;
    private final List<ColumnSource> columns = new ArrayList<>();

    /**
     * Starts with all columns where they are.
     *
     * @param original the table to rearrange
     */
    public ColumnRearranger(DataTableSpec original) {
        this.original = original;
        for (int i = 0; i < original.getNumColumns(); i++) {
            columns.add(new ColumnSource(original.getColumnSpec(i), null, i));
        }
    }

    /**
     * Inserts new columns.
     *
     * @param position where the first one is to be
     * @param fac what computes them
     * @throws IndexOutOfBoundsException if there is no such position
     */
    public final void insertAt(int position, CellFactory fac) {
        DataColumnSpec[] specs = fac.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            columns.add(position + i, new ColumnSource(specs[i], fac, i));
        }
    }

    /**
     * Appends new columns.
     *
     * @param fac what computes them
     */
    public final void append(CellFactory fac) {
        insertAt(columns.size(), fac);
    }

    /**
     * Drops columns.
     *
     * @param colNames their names
     * @throws IllegalArgumentException if a name is null, occurs twice or is none of a column
     */
    public final void remove(String... colNames) {
        Set<String> left = new HashSet<>(Arrays.asList(colNames));
        if (left.contains(null)) {
            throw new IllegalArgumentException("Argument contains null: " + Arrays.toString(colNames));
        }
        if (left.size() != colNames.length) {
            throw new IllegalArgumentException("Argument contains duplicates: " + Arrays.toString(colNames));
        }
        columns.removeIf(column -> left.remove(column.spec().getName()));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("No such column name(s) in ColumnRearranger: " + left);
        }
    }

    /**
     * Describes the table as planned so far.
     *
     * @return the columns; the domains of new ones are as declared
     * @throws IllegalArgumentException if two columns have the same name
     */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(columns.stream().map(ColumnSource::spec).toArray(DataColumnSpec[]::new));
    }
}
