package org.tessera.engine.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reads the fields of a stored JSON object; a field that is absent or of the wrong type is reported by its name. */
final class Fields {

    private final String what;
    private final JsonObject json;

    Fields(String what, JsonElement json) throws IOException {
        this.what = what;
        if (json == null || !json.isJsonObject()) {
            throw new IOException("Stored " + what + " is damaged: it is no JSON object.");
        }
        this.json = json.getAsJsonObject();
    }

    private IOException damaged(String name, String expected) {
        return new IOException("Stored " + what + " is damaged: field '" + name + "' should be " + expected + ".");
    }

    private Optional<JsonPrimitive> primitive(String name, String expected) throws IOException {
        JsonElement value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw damaged(name, expected);
        }
        return Optional.of(value.getAsJsonPrimitive());
    }

    String text(String name) throws IOException {
        return optionalText(name).orElseThrow(() -> damaged(name, "a text"));
    }

    Optional<String> optionalText(String name) throws IOException {
        Optional<JsonPrimitive> value = primitive(name, "a text");
        if (value.isPresent() && !value.get().isString()) {
            throw damaged(name, "a text");
        }
        return value.map(JsonPrimitive::getAsString);
    }

    boolean flag(String name) throws IOException {
        JsonPrimitive value = primitive(name, "true or false").orElseThrow(() -> damaged(name, "true or false"));
        if (!value.isBoolean()) {
            throw damaged(name, "true or false");
        }
        return value.getAsBoolean();
    }

    double number(String name) throws IOException {
        OptionalDouble value = optionalNumber(name);
        if (value.isEmpty()) {
            throw damaged(name, "a number");
        }
        return value.getAsDouble();
    }

    /** A number, or one of the texts "NaN", "Infinity", "-Infinity", which JSON has no numbers for. */
    OptionalDouble optionalNumber(String name) throws IOException {
        Optional<JsonPrimitive> value = primitive(name, "a number");
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(value.get().getAsString()));
        } catch (NumberFormatException e) {
            throw new IOException(damaged(name, "a number").getMessage(), e);
        }
    }

    /** A whole number within bounds, both inclusive. */
    long wholeNumber(String name, long min, long max) throws IOException {
        String expected = "a whole number from " + min + " to " + max;
        JsonPrimitive value = primitive(name, expected).orElseThrow(() -> damaged(name, expected));
        try {
            long number = Long.parseLong(value.getAsString());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException(damaged(name, expected).getMessage(), e);
        }
        throw damaged(name, expected);
    }

    /** A whole number of at least 0. */
    int count(String name) throws IOException {
        return (int) wholeNumber(name, 0, Integer.MAX_VALUE);
    }

    /** A constant of an enumeration by its name. */
    <E extends Enum<E>> E constant(String name, Class<E> type) throws IOException {
        String value = text(name);
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "Stored " + what + " has an unknown " + name + " '" + value
                            + "': it may come from a newer version.",
                    e);
        }
    }

    Fields object(String name) throws IOException {
        return new Fields(what + " (" + name + ")", json.get(name));
    }

    boolean has(String name) {
        return json.has(name);
    }

    List<Fields> objects(String name) throws IOException {
        List<Fields> objects = new ArrayList<>();
        for (JsonElement element : array(name)) {
            objects.add(new Fields(what + " (" + name + ")", element));
        }
        return objects;
    }

    List<String> texts(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonPrimitive()) {
                throw damaged(name, "a list of texts");
            }
            texts.add(element.getAsString());
        }
        return texts;
    }

    double[] numbers(String name) throws IOException {
        List<String> texts = texts(name);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(texts.get(i));
            } catch (NumberFormatException e) {
                throw new IOException(damaged(name, "a list of numbers").getMessage(), e);
            }
        }
        return numbers;
    }

    /** Whole numbers of at least 0. */
    int[] counts(String name) throws IOException {
        double[] numbers = numbers(name);
        int[] counts = new int[numbers.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) numbers[i];
            if (counts[i] != numbers[i] || counts[i] < 0) {
                throw damaged(name, "a list of counts");
            }
        }
        return counts;
    }

    Map<String, String> textMap(String name) throws IOException {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonObject()) {
            throw damaged(name, "an object of texts");
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry : element.getAsJsonObject().entrySet()) {
            if (!entry.getValue().isJsonPrimitive()) {
                throw damaged(name, "an object of texts");
            }
            map.put(entry.getKey(), entry.getValue().getAsString());
        }
        return map;
    }

    Map<String, Double> numberMap(String name) throws IOException {
        Map<String, Double> map = new LinkedHashMap<>();
        Fields entries = object(name);
        for (String key : entries.json.keySet()) {
            map.put(key, entries.number(key));
        }
        return map;
    }

    private JsonArray array(String name) throws IOException {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonArray()) {
            throw damaged(name, "a list");
        }
        return element.getAsJsonArray();
    }

    static JsonArray list(Iterable<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    /** Numbers by their names, in the order of the names. */
    static JsonObject map(Map<String, Double> numbers) {
        JsonObject object = new JsonObject();
        new TreeMap<>(numbers).forEach(object::addProperty);
        return object;
    }

    /** A number as {@link #optionalNumber} reads it. */
    static JsonPrimitive of(double number) {
        return Double.isFinite(number) ? new JsonPrimitive(number) : new JsonPrimitive(Double.toString(number));
    }

    /** The JSON text in UTF-8; unpaired surrogates, which UTF-8 cannot encode, are escaped. */
    static byte[] utf8(JsonObject json) {
        String text = json.toString();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            StringBuilder escaped = new StringBuilder();
            text.codePoints().forEach(c -> {
                if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                    escaped.append(String.format("\\u%04x", c));
                } else {
                    escaped.appendCodePoint(c);
                }
            });
            text = escaped.toString();
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
