package org.tessera.workbench.ui;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

    private static final int MAX_DEPTH = 1000;

    private Json() {}

    /**
     * @param value the data
     * @return their JSON text
     * @throws IllegalArgumentException if the data hold something that has no JSON form
     */
    public static String write(final Object value) {
        final StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * @param text a text
     * @return whether it is JSON (RFC 8259), not nested deeper than 1,000 levels
     */
    public static boolean isValid(final String text) {
        if (text == null || text.isBlank()) {
            return false;
        }
        try (JsonReader in = new JsonReader(new StringReader(text))) {
            in.setStrictness(Strictness.STRICT);
            in.setNestingLimit(MAX_DEPTH);
            JsonParser.parseReader(in);
            return in.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException | JsonParseException e) {
            return false;
        }
    }

    private static void write(final Object value, final JsonWriter out) throws IOException {
        if (value == null) {
            out.nullValue();
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), out);
        } else if (value instanceof Number number) {
            writeNumber(number, out);
        } else if (value instanceof Boolean truth) {
            out.value(truth);
        } else if (value instanceof Enum<?> constant) {
            out.value(constant.name());
        } else if (value instanceof CharSequence || value instanceof Character) {
            out.value(value.toString());
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else if (value instanceof Collection<?> collection) {
            writeArray(collection.toArray(), out);
        } else if (value instanceof byte[] bytes) {
            out.value(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof char[] characters) {
            out.value(new String(characters));
        } else if (value.getClass().isArray()) {
            writeArray(value, out);
        } else if (value.getClass().isRecord()) {
            writeRecord(value, out);
        } else {
            throw new IllegalArgumentException(
                    "A value of " + value.getClass().getName() + " has no JSON form: use records, lists and texts.");
        }
    }

    private static void writeNumber(final Number number, final JsonWriter out) throws IOException {
        if (Double.isFinite(number.doubleValue()) || !(number instanceof Double || number instanceof Float)) {
            out.value(number);
        } else {
            out.value(number.toString());
        }
    }

    private static void writeMap(final Map<?, ?> map, final JsonWriter out) throws IOException {
        out.beginObject();
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            final Object key = entry.getKey();
            out.name(key instanceof Enum<?> name ? name.name() : String.valueOf(key));
            write(entry.getValue(), out);
        }
        out.endObject();
    }

    private static void writeArray(final Object array, final JsonWriter out) throws IOException {
        out.beginArray();
        for (int i = 0; i < Array.getLength(array); i++) {
            write(Array.get(array, i), out);
        }
        out.endArray();
    }

    private static void writeRecord(final Object value, final JsonWriter out) throws IOException {
        out.beginObject();
        for (final RecordComponent component : value.getClass().getRecordComponents()) {
            out.name(component.getName());
            write(read(component, value), out);
        }
        out.endObject();
    }

    private static Object read(final RecordComponent component, final Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("The component " + component + " cannot be read.", e);
        }
    }
}
