package org.knime.core.node.config;

import java.time.format.DateTimeParseException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.workbench.kernel.data.TimeCell;

/** Stores single data cells: the class name under {@code datacell} and the value in a config named as the class. */
final class CellEntries {
    private static final String CLASS = "datacell";

    private CellEntries() {}

    static void save(final DataCell cell, final Config config) {
        final String type = cell == null ? null : cell.getClass().getName();
        config.addString(CLASS, type);
        if (cell == null) {
            return;
        }
        final Config value = config.addConfig(type);
        final String key = cell.getClass().getSimpleName();
        if (cell instanceof StringCell string) {
            value.addString(key, string.getStringValue());
        } else if (cell instanceof DoubleCell number) {
            value.addDouble(key, number.getDoubleValue());
        } else if (cell instanceof IntCell number) {
            value.addInt(key, number.getIntValue());
        } else if (cell instanceof LongCell number) {
            value.addLong(key, number.getLongValue());
        } else if (cell instanceof BooleanCell flag) {
            value.addBoolean(key, flag.getBooleanValue());
        } else if (cell instanceof TimeCell) {
            value.addString(key, cell.toString());
        } else if (!cell.isMissing()) {
            throw new IllegalArgumentException("Cells of class " + type + " cannot be stored in settings");
        }
    }

    static DataCell load(final Config config) throws InvalidSettingsException {
        final String type = config.getString(CLASS);
        if (type == null) {
            return null;
        }
        try {
            return load(type, config.getConfig(type));
        } catch (DateTimeParseException e) {
            throw new InvalidSettingsException(
                    "Key \"" + config.getKey() + "\" holds no date or time: " + e.getMessage(), e);
        }
    }

    private static DataCell load(final String type, final Config value) throws InvalidSettingsException {
        final String key = type.substring(type.lastIndexOf('.') + 1);
        if (TimeCell.isOne(key)) {
            return TimeCell.parse(key, value.getString(key));
        }
        return switch (key) {
            case "StringCell" -> new StringCell(value.getString(key));
            case "DoubleCell" -> new DoubleCell(value.getDouble(key));
            case "IntCell" -> new IntCell(value.getInt(key));
            case "LongCell" -> new LongCell(value.getLong(key));
            case "BooleanCell" -> value.getBoolean(key) ? BooleanCell.TRUE : BooleanCell.FALSE;
            case "MissingCell", "DataType$MissingCell" -> DataType.getMissingCell();
            default ->
                throw new InvalidSettingsException(
                        "Cells of class " + type + " cannot be read from settings (key \"" + value.getKey() + "\")");
        };
    }
}
