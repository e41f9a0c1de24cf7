package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/**
 * A tree of settings that may also hold data cells, data types and row keys. Of the cells, those of the basic types
 * (string, int, long, double, boolean) and missing cells are supported.
 */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {
    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";
    private static final String IS_NULL = "is_null";

    /**
     * Creates an empty config.
     *
     * @param key its key, not null
     */
    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    /**
     * Reads XML into a config and closes the stream.
     *
     * @param config where to add
     * @param in the XML
     * @return the config
     * @throws IOException when reading fails or the XML is not a config
     */
    protected static Config loadFromXML(final Config config, final InputStream in) throws IOException {
        config.load(in);
        return config;
    }

    @Override
    public final Config addConfig(final String key) {
        final Config config = getInstance(key);
        put(config);
        return config;
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        if (getEntry(key) instanceof Config config) {
            return config;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    @Override
    public void addDataCell(final String key, final DataCell cell) {
        CellEntries.save(cell, addConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key) throws InvalidSettingsException {
        return CellEntries.load(getConfig(key));
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        final Config config = getConfig(key);
        return config.getBoolean(IS_NULL) ? null : DataType.load(config);
    }

    @Override
    public RowKey getRowKey(final String key) throws InvalidSettingsException {
        final String name = getString(key);
        return name == null ? null : new RowKey(name);
    }

    @Override
    public DataCell getDataCell(final String key, final DataCell def) {
        try {
            return getDataCell(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... values) {
        final Config array = newArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            array.addDataCell(Integer.toString(i), values[i]);
        }
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        final Config array = getConfig(key);
        final int size = size(array);
        if (size < 0) {
            return null;
        }
        final DataCell[] values = new DataCell[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getDataCell(Integer.toString(i));
        }
        return values;
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        try {
            return getDataCellArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public DataType[] getDataTypeArray(final String key) throws InvalidSettingsException {
        final Config array = getConfig(key);
        final int size = size(array);
        if (size < 0) {
            return null;
        }
        final DataType[] values = new DataType[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getDataType(Integer.toString(i));
        }
        return values;
    }

    @Override
    public RowKey[] getRowKeyArray(final String key) throws InvalidSettingsException {
        final Config array = getConfig(key);
        final int size = size(array);
        if (size < 0) {
            return null;
        }
        final RowKey[] values = new RowKey[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getRowKey(Integer.toString(i));
        }
        return values;
    }

    private Config newArray(final String key, final int size) {
        final Config array = addConfig(key);
        if (size >= 0) {
            array.addInt(ARRAY_SIZE, size);
        }
        return array;
    }

    /** See ConfigBase: KNIME's API has nothing to share it by. */
    private static int size(final Config array) throws InvalidSettingsException {
        if (!array.containsKey(ARRAY_SIZE)) {
            return -1;
        }
        final int size = array.getInt(ARRAY_SIZE);
        final int most = array.getChildCount() - 1;
        if (size < 0 || size > most) {
            throw new InvalidSettingsException("Array \"" + array.getKey() + "\" has size " + size + ", but "
                    + (most == 0 ? "no element" : most == 1 ? "1 element" : most + " elements") + ".");
        }
        return size;
    }
}
