package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes {@link DataTableSpec}s column by column. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> columns = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private String name;

    /**
     * Starts with a copy.
     *
     * @param spec the spec to copy
     */
    public DataTableSpecCreator(DataTableSpec spec) {
        addColumns(spec);
        setName(spec.getName());
        putProperties(spec.getProperties());
    }

    /**
     * Appends columns.
     *
     * @param columns the columns
     * @return this
     * @throws IllegalArgumentException if there is a column of one of the names already
     */
    public DataTableSpecCreator addColumns(DataColumnSpec... columns) {
        for (DataColumnSpec column : columns) {
            int clash = indexOf(column.getName());
            if (clash >= 0) {
                throw new IllegalArgumentException(
                        "Column \"" + column.getName() + "\" already contained at index " + clash);
            }
            this.columns.add(column);
        }
        return this;
    }

    /**
     * Appends all columns of a table.
     *
     * @param fromSpec the table
     * @return this
     * @throws IllegalArgumentException if there is a column of one of the names already
     */
    public DataTableSpecCreator addColumns(DataTableSpec fromSpec) {
        return addColumns(fromSpec.stream().toArray(DataColumnSpec[]::new));
    }

    private int indexOf(String columnName) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).getName().equals(columnName)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Sets the table's name.
     *
     * @param name the name; null for "default"
     * @return this
     */
    public DataTableSpecCreator setName(String name) {
        this.name = name;
        return this;
    }

    /**
     * Attaches a text to the table.
     *
     * @param key its name, not empty
     * @param value the text
     * @return this
     * @throws IllegalArgumentException if the name is null or empty
     */
    public DataTableSpecCreator putProperty(String key, String value) {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("Invalid property key (null or empty string)");
        }
        properties.put(key, value);
        return this;
    }

    /**
     * Attaches texts to the table.
     *
     * @param properties the texts by name
     * @return this
     * @throws IllegalArgumentException if a name is null or empty
     */
    public DataTableSpecCreator putProperties(Map<String, String> properties) {
        properties.forEach(this::putProperty);
        return this;
    }

    /**
     * Makes the table spec.
     *
     * @return a new spec
     */
    public DataTableSpec createSpec() {
        return new DataTableSpec(name, Arrays.asList(columns.toArray(DataColumnSpec[]::new)), properties);
    }
}
