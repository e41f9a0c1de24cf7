package org.knime.core.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** Describes a table: a name, columns with unique names, and properties. Immutable. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";

    /** Writes and reads specs of tables as an entry "spec.xml". */
    public static final class Serializer extends PortObjectSpecSerializer<DataTableSpec> {

        /** Creates a serializer. */
        public Serializer() {}

        @Override
        public void savePortObjectSpec(DataTableSpec portObjectSpec, PortObjectSpecZipOutputStream out)
                throws IOException {
            SpecFormat.write(portObjectSpec, out);
        }

        @Override
        public DataTableSpec loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
            return SpecFormat.read(in);
        }
    }

    private final String name;
    private final List<DataColumnSpec> columns;
    private final Map<String, String> properties;
    private final Map<String, Integer> positions = new HashMap<>();

    /** Describes a table without columns. */
    public DataTableSpec() {
        this(DEFAULT_NAME);
    }

    /**
     * Describes a table without columns.
     *
     * @param name the table's name; null for "default"
     */
    public DataTableSpec(String name) {
        this(name, new DataColumnSpec[0]);
    }

    /**
     * Describes a table.
     *
     * @param colSpecs the columns
     * @throws IllegalArgumentException if two columns have the same name
     */
    public DataTableSpec(DataColumnSpec... colSpecs) {
        this(DEFAULT_NAME, colSpecs);
    }

    /**
     * Describes a table.
     *
     * @param name the table's name; null for "default"
     * @param colSpecs the columns
     * @throws IllegalArgumentException if two columns have the same name
     */
    public DataTableSpec(String name, DataColumnSpec... colSpecs) {
        this(name, Arrays.asList(colSpecs.clone()), Map.of());
    }

    DataTableSpec(String name, List<DataColumnSpec> columns, Map<String, String> properties) {
        this.name = name == null ? DEFAULT_NAME : name;
        this.columns = Collections.unmodifiableList(columns);
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        for (int i = 0; i < columns.size(); i++) {
            String columnName = columns.get(i).getName();
            Integer first = positions.putIfAbsent(columnName, i);
            if (first != null) {
                throw new IllegalArgumentException(
                        "Duplicate column name \"" + columnName + "\" at positions " + first + " and " + i + ".");
            }
        }
    }

    /**
     * Makes a name that no column of a table has.
     *
     * @param spec the table
     * @param columnName the wanted name
     * @return the wanted name without blanks at the ends, followed by " (#N)" with the smallest free N if it is taken
     */
    public static String getUniqueColumnName(DataTableSpec spec, String columnName) {
        String base = Objects.requireNonNull(columnName, "Column name must not be null.")
                .trim();
        String result = base;
        for (int n = 1; spec.containsName(result); n++) {
            result = base + " (#" + n + ")";
        }
        return result;
    }

    /**
     * Gives the table's name.
     *
     * @return the name, "default" unless set
     */
    public String getName() {
        return name;
    }

    /**
     * Gives the texts attached to the table.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> getProperties() {
        return properties;
    }

    /**
     * Counts the columns.
     *
     * @return the number of columns
     */
    public int getNumColumns() {
        return columns.size();
    }

    /**
     * Gives one column.
     *
     * @param index its position, from 0
     * @return the column
     * @throws IndexOutOfBoundsException if there is none
     */
    public DataColumnSpec getColumnSpec(int index) {
        return columns.get(index);
    }

    /**
     * Gives one column.
     *
     * @param column its name
     * @return the column, or null if there is none
     */
    public DataColumnSpec getColumnSpec(String column) {
        int index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    /**
     * Lists the columns' names.
     *
     * @return a new array in column order
     */
    public final String[] getColumnNames() {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /**
     * Finds a column.
     *
     * @param columnName its name
     * @return its position, or -1 if there is none
     */
    public int findColumnIndex(String columnName) {
        return columnName == null ? -1 : positions.getOrDefault(columnName, -1);
    }

    /**
     * Tells whether there is a column of a name.
     *
     * @param columnName the name
     * @return whether there is
     */
    public boolean containsName(String columnName) {
        return findColumnIndex(columnName) >= 0;
    }

    /**
     * Checks positions.
     *
     * @param indices the positions
     * @throws IndexOutOfBoundsException if there is no column at one of them
     * @throws IllegalArgumentException if one is there twice
     */
    public void verifyIndices(int... indices) {
        BitSet seen = new BitSet();
        for (int index : indices) {
            if (index < 0 || index >= columns.size()) {
                throw new IndexOutOfBoundsException("Column index out of range: " + index);
            }
            if (seen.get(index)) {
                throw new IllegalArgumentException("Duplicate index: " + index);
            }
            seen.set(index);
        }
    }

    /**
     * Compares names and types of the columns in order.
     *
     * @param spec the other table
     * @return whether all are equal; false for null
     */
    public boolean equalStructure(DataTableSpec spec) {
        return matches(spec, DataColumnSpec::equalStructure);
    }

    private boolean matches(DataTableSpec other, BiPredicate<DataColumnSpec, DataColumnSpec> match) {
        if (other == null || other.columns.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!match.test(columns.get(i), other.columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    /**
     * Streams the columns in order.
     *
     * @return the columns
     */
    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(Object obj) {
        return obj == this
                || obj instanceof DataTableSpec other
                        && name.equals(other.name)
                        && columns.equals(other.columns)
                        && properties.equals(other.properties);
    }

    @Override
    public int hashCode() {
        return columns.hashCode() ^ properties.hashCode();
    }

    @Override
    public String toString() {
        return stream()
                .map(DataColumnSpec::getName)
                .collect(Collectors.joining("; ", "name=" + name + ",columns=[", "]"));
    }
}
