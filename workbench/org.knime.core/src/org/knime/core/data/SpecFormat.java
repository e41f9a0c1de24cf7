package org.knime.core.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.knime.core.data.property.ColorHandler;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** How specs are written: the keys of KNIME's spec.xml. */
final class SpecFormat {

    private static final String ENTRY = "spec.xml";
    private static final String TABLE_NAME = "spec_name";
    private static final String TABLE_WIDTH = "number_columns";
    private static final String TABLE_COLUMN = "column_spec_";
    private static final String TABLE_PROPERTIES = "spec_properties";
    private static final String PROPERTY_KEY = "key";
    private static final String PROPERTY_VALUE = "value";
    private static final String NAME = "column_name";
    private static final String ELEMENT_NAMES = "element_names";
    private static final String TYPE = "column_type";
    private static final String DOMAIN = "column_domain";
    private static final String PROPERTIES = "column_properties";
    private static final String COLORS = "color_handler";
    private static final String META_DATA = "meta_data";
    private static final String LOWER = "lower_bound";
    private static final String UPPER = "upper_bound";
    private static final String VALUES = "possible_values";
    private static final String CELL_CLASS = "cell_class";
    private static final String PREFERRED = "has_pref_value_class";
    private static final String VALUE_CLASSES = "value_classes";

    private SpecFormat() {}

    static void save(DataTableSpec spec, ConfigWO config) {
        config.addString(TABLE_NAME, spec.getName());
        config.addInt(TABLE_WIDTH, spec.getNumColumns());
        for (int i = 0; i < spec.getNumColumns(); i++) {
            save(spec.getColumnSpec(i), config.addConfig(TABLE_COLUMN + i));
        }
        if (!spec.getProperties().isEmpty()) {
            ConfigWO properties = config.addConfig(TABLE_PROPERTIES);
            int number = 0;
            for (Map.Entry<String, String> entry : spec.getProperties().entrySet()) {
                ConfigWO property = properties.addConfig("prop-" + number++);
                property.addString(PROPERTY_KEY, entry.getKey());
                property.addString(PROPERTY_VALUE, entry.getValue());
            }
        }
    }

    static DataTableSpec loadTable(ConfigRO config) throws InvalidSettingsException {
        DataColumnSpec[] columns = new DataColumnSpec[config.getInt(TABLE_WIDTH)];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = loadColumn(config.getConfig(TABLE_COLUMN + i));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        if (config.containsKey(TABLE_PROPERTIES)) {
            ConfigRO saved = config.getConfig(TABLE_PROPERTIES);
            for (String key : saved.keySet()) {
                ConfigRO property = saved.getConfig(key);
                properties.put(property.getString(PROPERTY_KEY), property.getString(PROPERTY_VALUE));
            }
        }
        try {
            return new DataTableSpec(config.getString(TABLE_NAME), Arrays.asList(columns), properties);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    static void write(DataTableSpec spec, ZipOutputStream out) throws IOException {
        ModelContent content = new ModelContent(ENTRY);
        save(spec, content);
        out.putNextEntry(new ZipEntry(ENTRY));
        content.saveToXML(out);
    }

    static DataTableSpec read(ZipInputStream in) throws IOException {
        ZipEntry entry = in.getNextEntry();
        if (entry == null || !ENTRY.equals(entry.getName())) {
            throw new IOException("Expected '" + ENTRY + "' zip entry, got "
                    + (entry == null ? "none" : "'" + entry.getName() + "'") + ".");
        }
        try {
            return loadTable(ModelContent.loadFromXML(in));
        } catch (InvalidSettingsException e) {
            throw new IOException("The table's description cannot be read: " + e.getMessage(), e);
        }
    }

    static void save(DataColumnSpec spec, ConfigWO config) {
        config.addString(NAME, spec.getName());
        config.addStringArray(ELEMENT_NAMES, spec.getElementNames().toArray(String[]::new));
        save(spec.getType(), config.addConfig(TYPE));
        save(spec.getDomain(), config.addConfig(DOMAIN));
        save(spec.getProperties(), config.addConfig(PROPERTIES));
        if (spec.getColorHandler() != null) {
            spec.getColorHandler().save(config.addConfig(COLORS));
        }
        config.addConfig(META_DATA);
    }

    static DataColumnSpec loadColumn(ConfigRO config) throws InvalidSettingsException {
        DataColumnSpecCreator creator =
                new DataColumnSpecCreator(config.getString(NAME), loadType(config.getConfig(TYPE)));
        creator.setElementNames(config.getStringArray(ELEMENT_NAMES, new String[0]));
        creator.setDomain(loadDomain(config.getConfig(DOMAIN)));
        creator.setProperties(loadProperties(config.getConfig(PROPERTIES)));
        if (config.containsKey(COLORS)) {
            creator.setColorHandler(ColorHandler.load(config.getConfig(COLORS)));
        }
        return creator.createSpec();
    }

    static void save(DataColumnDomain domain, ConfigWO config) {
        if (domain.hasLowerBound()) {
            config.addDataCell(LOWER, domain.getLowerBound());
        }
        if (domain.hasUpperBound()) {
            config.addDataCell(UPPER, domain.getUpperBound());
        }
        if (domain.hasValues()) {
            config.addDataCellArray(VALUES, domain.getValues().toArray(DataCell[]::new));
        }
    }

    static DataColumnDomain loadDomain(ConfigRO config) {
        DataCell[] values = config.getDataCellArray(VALUES, (DataCell[]) null);
        return new DataColumnDomainCreator(
                        values, config.getDataCell(LOWER, (DataCell) null), config.getDataCell(UPPER, (DataCell) null))
                .createDomain();
    }

    static void save(DataColumnProperties properties, ConfigWO config) {
        properties
                .properties()
                .asIterator()
                .forEachRemaining(key -> config.addString(key, properties.getProperty(key)));
    }

    static DataColumnProperties loadProperties(ConfigRO config) throws InvalidSettingsException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String key : config.keySet()) {
            entries.put(key, config.getString(key));
        }
        return new DataColumnProperties(entries);
    }

    static void save(DataType type, ConfigWO config) {
        if (type.getCellClass() != null) {
            config.addString(CELL_CLASS, type.getCellClass().getName());
            return;
        }
        config.addString(CELL_CLASS, null);
        config.addBoolean(PREFERRED, true);
        config.addStringArray(
                VALUE_CLASSES,
                type.getValueClasses().stream().map(Class::getName).toArray(String[]::new));
    }

    static DataType loadType(ConfigRO config) throws InvalidSettingsException {
        String cellClass = config.getString(CELL_CLASS);
        if (cellClass != null) {
            return DataType.getType(find(cellClass, DataCell.class));
        }
        Set<Class<? extends DataValue>> classes = new LinkedHashSet<>();
        for (String name : config.getStringArray(VALUE_CLASSES)) {
            classes.add(find(name, DataValue.class));
        }
        return DataType.ofValues(classes);
    }

    private static <T> Class<? extends T> find(String name, Class<T> kind) throws InvalidSettingsException {
        try {
            return Class.forName(name, false, SpecFormat.class.getClassLoader()).asSubclass(kind);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new InvalidSettingsException(
                    "The data type '" + name + "' is not known: no such " + kind.getSimpleName() + " class.", e);
        }
    }
}
