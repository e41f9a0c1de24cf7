package org.tessera.workbench.nodes;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.tessera.workbench.csv.CsvSpec;
import org.tessera.workbench.csv.CsvType;

/**
 * The columns of a file as KNIME's CSV Reader stored them when its dialog was closed: they fix the types. Columns that
 * were renamed, moved or left out there are not supported and refused by name, and so are converted ones but for texts
 * that become dates or times.
 *
 * @param spec the columns
 */
record StoredColumns(CsvSpec spec) {
    private static final String KEY = "table_spec_config_Internals";

    /** Reads the columns; null if the node stores none. */
    static StoredColumns load(NodeSettingsRO model) throws InvalidSettingsException {
        boolean used = model.getNodeSettings("advanced_settings").getBoolean("save_table_spec_config_Internals", true);
        if (!used || !model.containsKey(KEY) || !model.getNodeSettings(KEY).containsKey("table_transformation")) {
            return null;
        }
        NodeSettingsRO columns = model.getNodeSettings(KEY)
                .getNodeSettings("table_transformation")
                .getNodeSettings("columns");
        List<String> names = new ArrayList<>();
        List<CsvType> types = new ArrayList<>();
        for (int i = 0; columns.containsKey(Integer.toString(i)); i++) {
            NodeSettingsRO column = columns.getNodeSettings(Integer.toString(i));
            NodeSettingsRO external = column.getNodeSettings("external_spec");
            String name = external.getString("name");
            String type = external.getNodeSettings("type").getString("class");
            refuse(!column.getBoolean("keep", true), name, "is left out");
            refuse(!name.equals(column.getString("name", name)), name, "is renamed");
            refuse(column.getInt("position", i) != i, name, "is moved");
            names.add(name);
            types.add(type(name, type, producedType(column, type)));
        }
        return names.isEmpty() ? null : new StoredColumns(new CsvSpec(names, types));
    }

    private static String producedType(NodeSettingsRO column, String type) throws InvalidSettingsException {
        return column.containsKey("production_path")
                ? column.getNodeSettings("production_path").getString("_converter_src", type)
                : type;
    }

    private static void refuse(boolean changed, String column, String how) throws InvalidSettingsException {
        if (changed) {
            throw new InvalidSettingsException("Column '" + column + "' " + how
                    + " in the CSV Reader's transformation, which is not supported: reset the transformation there");
        }
    }

    /** The type as which a column is read; of the conversions only those from text to a date or time are supported. */
    private static CsvType type(String column, String type, String produced) throws InvalidSettingsException {
        if (type.equals("java.lang.String") && produced.equals("java.time.LocalDate")) {
            return CsvType.DATE;
        } else if (type.equals("java.lang.String") && produced.equals("java.time.LocalTime")) {
            return CsvType.TIME;
        }
        refuse(!type.equals(produced), column, "is converted");
        return switch (type) {
            case "java.lang.Integer" -> CsvType.INT;
            case "java.lang.Long" -> CsvType.LONG;
            case "java.lang.Double" -> CsvType.DOUBLE;
            case "java.lang.String" -> CsvType.STRING;
            default ->
                throw new InvalidSettingsException("Column '" + column + "' has the type " + type
                        + ", which is not supported: reset the CSV Reader's transformation");
        };
    }

    /** The stored columns, if the file still has them. */
    CsvSpec checked(CsvSpec found) throws InvalidSettingsException {
        if (!found.names().equals(spec.names())) {
            throw new InvalidSettingsException("The file has the columns " + found.names()
                    + ", but the CSV Reader was configured with " + spec.names()
                    + ": open its dialog in KNIME again, or restore the file");
        }
        return spec;
    }
}
