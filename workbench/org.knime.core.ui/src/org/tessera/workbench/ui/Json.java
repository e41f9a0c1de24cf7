package org.tessera.workbench.ui;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes data for web views as JSON, the way KNIME does: records, maps with text keys, lists, sets, arrays, optional
 * values, enums (by name), texts, numbers and truth values. Numbers that are not finite become the texts "NaN",
 * "Infinity" and "-Infinity", arrays of bytes their Base64 text. Everything else is refused.
 */
public final class Json {

    private Json() {}

    /**
     * @param value the data
     * @return their JSON text
     * @throws IllegalArgumentException if the data hold something that has no JSON form
     */
    public static String write(final Object value) {
        final StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /**
     * @param text a text
     * @return whether it is JSON
     */
    public static boolean isValid(final String text) {
        return text != null && new JsonChecker(text).isValid();
    }

    private static void write(final Object value, final StringBuilder out) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), out);
        } else if (value instanceof Number number) {
            writeNumber(number, out);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Enum<?> constant) {
            writeText(constant.name(), out);
        } else if (value instanceof CharSequence || value instanceof Character) {
            writeText(value.toString(), out);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else if (value instanceof Collection<?> collection) {
            writeArray(collection.toArray(), out);
        } else if (value instanceof byte[] bytes) {
            writeText(Base64.getEncoder().encodeToString(bytes), out);
        } else if (value instanceof char[] characters) {
            writeText(new String(characters), out);
        } else if (value.getClass().isArray()) {
            writeArray(value, out);
        } else if (value.getClass().isRecord()) {
            writeRecord(value, out);
        } else {
            throw new IllegalArgumentException(
                    "A value of " + value.getClass().getName() + " has no JSON form: use records, lists and texts.");
        }
    }

    private static void writeNumber(final Number number, final StringBuilder out) {
        if (number instanceof Double || number instanceof Float) {
            final double value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                writeText(number.toString(), out);
                return;
            }
        }
        out.append(number);
    }

    private static void writeMap(final Map<?, ?> map, final StringBuilder out) {
        out.append('{');
        String separator = "";
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            final Object key = entry.getKey();
            writeMember(key instanceof Enum<?> name ? name.name() : String.valueOf(key), entry.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(final Object array, final StringBuilder out) {
        out.append('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(Array.get(array, i), out);
        }
        out.append(']');
    }

    private static void writeRecord(final Object value, final StringBuilder out) {
        out.append('{');
        String separator = "";
        for (final RecordComponent component : value.getClass().getRecordComponents()) {
            out.append(separator);
            writeMember(component.getName(), read(component, value), out);
            separator = ",";
        }
        out.append('}');
    }

    private static Object read(final RecordComponent component, final Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("The component " + component + " cannot be read.", e);
        }
    }

    private static void writeMember(final String name, final Object value, final StringBuilder out) {
        writeText(name, out);
        out.append(':');
        write(value, out);
    }

    private static void writeText(final String text, final StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
