package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
     * Counts the columns.
     *
     * @return the number of columns as planned so far
     */
    public final int getColumnCount() {
        return columns.size();
    }

    /**
     * Finds a column.
     *
     * @param colName its name
     * @return its position, or -1 if there is none
     */
    public final int indexOf(String colName) {
        for (int i = 0; i < columns.size(); i++) {
            if (colName.equals(columns.get(i).spec().getName())) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Drops all columns but some; the order stays.
     *
     * @param colIndices the positions of the columns to keep
     * @throws IndexOutOfBoundsException if there is no column at one of them or one is there twice
     */
    public final void keepOnly(int... colIndices) {
        Set<Integer> kept = distinct(colIndices);
        List<ColumnSource> rest = kept.stream().map(columns::get).collect(Collectors.toList());
        columns.clear();
        columns.addAll(rest);
    }

    /**
     * Drops all columns but some; the order stays.
     *
     * @param colNames the names of the columns to keep
     * @throws IllegalArgumentException if there is no column of one of them or one is there twice
     */
    public final void keepOnly(String... colNames) {
        keepOnly(positions(colNames));
    }

    /**
     * Drops columns.
     *
     * @param colIndices their positions
     * @throws IndexOutOfBoundsException if there is no column at one of them or one is there twice
     */
    public final void remove(int... colIndices) {
        List<Integer> dropped = new ArrayList<>(distinct(colIndices));
        for (int i = dropped.size() - 1; i >= 0; i--) {
            columns.remove(dropped.get(i).intValue());
        }
    }

    /**
     * Drops columns.
     *
     * @param colNames their names
     * @throws IllegalArgumentException if there is no column of one of them or one is there twice
     */
    public final void remove(String... colNames) {
        remove(positions(colNames));
    }

    // Sorts positions and checks that they are different and within the columns.
    private Set<Integer> distinct(int... indices) {
        Set<Integer> sorted = new TreeSet<>();
        for (int index : indices) {
            if (index < 0 || index >= columns.size()) {
                throw new IndexOutOfBoundsException("Invalid index: " + index);
            }
            if (!sorted.add(index)) {
                throw new IndexOutOfBoundsException("Duplicates in argument: " + Arrays.toString(indices));
            }
        }
        return sorted;
    }

    private int[] positions(String... names) {
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        int[] found = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            if (names[i] == null || !seen.add(names[i])) {
                throw new IllegalArgumentException("Argument contains null or duplicates: " + Arrays.toString(names));
            }
            found[i] = indexOf(names[i]);
            if (found[i] < 0) {
                unknown.add(names[i]);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "No such column name(s) in " + getClass().getSimpleName() + ": " + unknown);
        }
        return found;
    }

    /**
     * Moves a column so that it stands before the column that is now at a position.
     *
     * @param from the column's position
     * @param to the position of the column before which it is to stand, or the number of columns for the end
     * @throws IndexOutOfBoundsException if there are no such positions
     */
    public final void move(int from, int to) {
        ColumnSource moved = columns.get(from);
        if (from < to) {
            columns.add(to, moved);
            columns.remove(from);
        } else {
            columns.remove(from);
            columns.add(to, moved);
        }
    }

    /**
     * Moves a column so that it stands before the column that is now at a position.
     *
     * @param colName the column's name
     * @param to the position of the column before which it is to stand, or the number of columns for the end
     * @throws IllegalArgumentException if there is no such column
     */
    public final void move(String colName, int to) {
        move(require(colName), to);
    }

    private int require(String colName) {
        int index = indexOf(colName);
        if (index < 0) {
            throw new IllegalArgumentException("No such column: \"" + colName + "\"");
        }
        return index;
    }

    /**
     * Changes the order of the columns.
     *
     * @param colNamesInOrder the names of the columns that come first; all others follow in their order
     * @throws IllegalArgumentException if there is no column of one of them or one is there twice
     */
    public final void permute(String[] colNamesInOrder) {
        int[] first = positions(colNamesInOrder);
        Map<ColumnSource, Integer> rank = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            rank.put(columns.get(first[i]), i);
        }
        columns.sort((a, b) -> Integer.compare(rank.getOrDefault(a, first.length), rank.getOrDefault(b, first.length)));
    }

    /**
     * Changes the order of the columns.
     *
     * @param colIndicesInOrder the positions of the columns that come first; all others follow in their order
     * @throws IndexOutOfBoundsException if there is no column at one of them
     * @throws IllegalArgumentException if one is there twice
     */
    public final void permute(int[] colIndicesInOrder) {
        permute(Arrays.stream(colIndicesInOrder)
                .mapToObj(index -> columns.get(index).spec().getName())
                .toArray(String[]::new));
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
     * Replaces a column.
     *
     * @param newCol what computes the one new column
     * @param colName the column's name
     * @throws IllegalArgumentException if there is no such column
     */
    public final void replace(CellFactory newCol, String colName) {
        replace(newCol, require(colName));
    }

    /**
     * Replaces columns.
     *
     * @param fac what computes as many new columns
     * @param colIndex their positions
     * @throws IndexOutOfBoundsException if the numbers differ or there is no column at one of the positions
     */
    public final void replace(CellFactory fac, int... colIndex) {
        DataColumnSpec[] specs = fac.getColumnSpecs();
        if (specs.length != colIndex.length) {
            throw new IndexOutOfBoundsException(
                    "Arguments do not provide to same number of columns: " + specs.length + " vs. " + colIndex.length);
        }
        for (int i = 0; i < specs.length; i++) {
            columns.set(colIndex[i], new ColumnSource(specs[i], fac, i));
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
