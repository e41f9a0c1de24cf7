package org.tessera.workbench.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * Changes one value in a tree of settings, keeping the type it has there. An array grows by its key {@value #SIZE}; its
 * elements are the keys 0, 1, ... below that number.
 */
public final class SettingEntry {
    private static final String SIZE = "array-size";

    private SettingEntry() {}

    /**
     * Sets a value.
     *
     * @param root the tree
     * @param path the keys from the root to the value
     * @param value the new value; numbers are converted as far as no digit is lost
     * @throws InvalidSettingsException if the path does not exist or the value does not fit the entry's type
     */
    public static void set(NodeSettings root, List<String> path, Object value) throws InvalidSettingsException {
        NodeSettings parent = root;
        for (String key : path.subList(0, path.size() - 1)) {
            if (!(parent.containsKey(key) && parent.getEntry(key) instanceof NodeSettings child)) {
                throw unknown(parent, path, key);
            }
            parent = child;
        }
        String key = path.get(path.size() - 1);
        AbstractConfigEntry entry = parent.containsKey(key) ? parent.getEntry(key) : null;
        if (entry == null && parent.containsKey(SIZE)) {
            addElement(parent, path, value);
            return;
        }
        if (entry == null) {
            throw unknown(parent, path, key);
        }
        if (entry instanceof NodeSettings) {
            throw new InvalidSettingsException(
                    "Setting '" + String.join("/", path) + "' is a group: name one of " + keys((NodeSettings) entry));
        }
        try {
            put(parent, key, entry.getType(), value);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw misfit(path, entry.getType(), value, e);
        }
    }

    /**
     * Adds the values of another tree whose keys are not there, in groups that both trees have too. Arrays stay as they are.
     *
     * @param target the tree
     * @param full the other tree
     * @throws InvalidSettingsException never, since only keys that exist are read
     */
    public static void addAbsent(NodeSettings target, NodeSettings full) throws InvalidSettingsException {
        for (String key : full.keySet()) {
            AbstractConfigEntry entry = full.getEntry(key);
            if (!target.containsKey(key)) {
                if (entry instanceof NodeSettings group) {
                    group.copyTo(target.addNodeSettings(key));
                } else {
                    target.addEntry(entry);
                }
            } else if (entry instanceof NodeSettings group
                    && target.getEntry(key) instanceof NodeSettings known
                    && !group.containsKey(SIZE)) {
                addAbsent(known, group);
            }
        }
    }

    /** Adds an element of an array that has been made larger before. */
    private static void addElement(NodeSettings array, List<String> path, Object value)
            throws InvalidSettingsException {
        String key = path.get(path.size() - 1);
        int size = array.getInt(SIZE);
        String name = String.join("/", path.subList(0, path.size() - 1));
        if (!key.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(key) >= size) {
            throw new InvalidSettingsException(
                    "There is no setting '" + String.join("/", path) + "': the array '" + name + "' has " + size
                            + " elements, numbered from 0; set '" + name + "/" + SIZE + "' first for more");
        }
        Optional<ConfigEntries> type = typeOfElements(array);
        try {
            if (type.isPresent()) {
                put(array, key, type.get(), value);
            } else {
                put(array, key, typeOf(value), value);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw misfit(path, type.orElseThrow(), value, e);
        }
    }

    private static Optional<ConfigEntries> typeOfElements(NodeSettings array) throws InvalidSettingsException {
        for (String key : array.keySet()) {
            if (!key.equals(SIZE)) {
                return Optional.of(array.getEntry(key).getType());
            }
        }
        return Optional.empty();
    }

    private static ConfigEntries typeOf(Object value) {
        return ConfigEntries.valueOf("x"
                + value.getClass()
                        .getSimpleName()
                        .toLowerCase(Locale.ROOT)
                        .replace("integer", "int")
                        .replace("character", "char"));
    }

    private static InvalidSettingsException misfit(
            List<String> path, ConfigEntries type, Object value, Exception cause) {
        return new InvalidSettingsException(
                "Setting '" + String.join("/", path) + "' is a " + type.name().substring(1) + ", but '" + value
                        + "' is none",
                cause);
    }

    private static InvalidSettingsException unknown(NodeSettings parent, List<String> path, String key) {
        return new InvalidSettingsException(
                "There is no setting '" + String.join("/", path) + "': '" + key + "' is none of " + keys(parent));
    }

    private static List<String> keys(NodeSettings settings) {
        return settings.keySet().stream()
                .filter(key -> !key.endsWith("_Internals") && !key.equals("array-size"))
                .toList();
    }

    private static void put(NodeSettings parent, String key, ConfigEntries type, Object value) {
        switch (type) {
            case xstring -> parent.addString(key, value.toString());
            case xboolean -> parent.addBoolean(key, asBoolean(value));
            case xint -> parent.addInt(key, Math.toIntExact(asLong(value)));
            case xlong -> parent.addLong(key, asLong(value));
            case xshort -> parent.addShort(key, Short.parseShort(Long.toString(asLong(value))));
            case xbyte -> parent.addByte(key, Byte.parseByte(Long.toString(asLong(value))));
            case xdouble -> parent.addDouble(key, asDouble(value));
            case xfloat -> parent.addFloat(key, (float) asDouble(value));
            case xchar -> parent.addChar(key, asChar(value));
            default -> throw new IllegalArgumentException("Settings of type " + type + " cannot be set");
        }
    }

    private static boolean asBoolean(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        String word = value.toString().trim();
        if (!word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.parseBoolean(word);
    }

    private static long asLong(Object value) {
        if (value instanceof Double || value instanceof Float) {
            throw new IllegalArgumentException("not an integer");
        }
        return value instanceof Number number
                ? number.longValue()
                : Long.parseLong(value.toString().trim());
    }

    private static double asDouble(Object value) {
        return value instanceof Number number
                ? number.doubleValue()
                : Double.parseDouble(value.toString().trim());
    }

    private static char asChar(Object value) {
        String text = value.toString();
        if (text.length() != 1) {
            throw new IllegalArgumentException("not one character");
        }
        return text.charAt(0);
    }
}
