package org.tessera.knime.view.web;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;

/**
 * Writes records of numbers, texts, constants, lists, maps and arrays as JSON. Fractions have four significant digits, which no chart
 * exceeds; NaN, infinities and null become null.
 */
final class JsonText {

    private static final MathContext DIGITS = new MathContext(4);
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /**
     * Writes a value.
     *
     * @param value a record, text, number, Boolean, constant, list, map or array, nested at will
     * @return JSON
     * @throws IllegalArgumentException for any other class
     */
    static String of(Object value) {
        JsonText json = new JsonText();
        json.value(value);
        return json.text.toString();
    }

    private void value(Object value) {
        if (value == null) {
            text.append("null");
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Enum<?> constant) {
            string(constant.name());
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Collection<?> list) {
            array(list.toArray());
        } else if (value.getClass().isArray()) {
            array(value);
        } else if (value instanceof Record fields) {
            object(fields);
        } else {
            throw new IllegalArgumentException("No JSON for " + value.getClass());
        }
    }

    private void number(double value) {
        if (!Double.isFinite(value)) {
            text.append("null");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            text.append((long) value);
        } else {
            text.append(new BigDecimal(value).round(DIGITS).stripTrailingZeros());
        }
    }

    private void array(Object array) {
        text.append('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            if (i > 0) {
                text.append(',');
            }
            value(Array.get(array, i));
        }
        text.append(']');
    }

    private void object(Record fields) {
        text.append('{');
        String separator = "";
        for (RecordComponent field : fields.getClass().getRecordComponents()) {
            text.append(separator);
            string(field.getName());
            text.append(':');
            value(get(fields, field));
            separator = ",";
        }
        text.append('}');
    }

    private void map(Map<?, ?> map) {
        text.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(separator);
            string(entry.getKey().toString());
            text.append(':');
            value(entry.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private static Object get(Record fields, RecordComponent field) {
        try {
            return field.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(field + " of " + fields.getClass() + " can't be read", e);
        }
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || Character.isSurrogate(c) && !isPaired(string, i)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** Whether a surrogate is half of a character, and not alone, which UTF-8 cannot write. */
    private static boolean isPaired(String string, int at) {
        return Character.isHighSurrogate(string.charAt(at))
                ? at + 1 < string.length() && Character.isLowSurrogate(string.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(string.charAt(at - 1));
    }
}
