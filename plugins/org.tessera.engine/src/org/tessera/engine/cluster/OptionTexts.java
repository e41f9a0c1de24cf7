package org.tessera.engine.cluster;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of an algorithm as texts by the names of their components, as models keep them, and back again. Components
 * are whole numbers, numbers, constants and optional numbers; an empty text stands for no number. The names of components
 * and constants are thus part of the file format.
 */
public final class OptionTexts {

    private OptionTexts() {}

    /**
     * The texts of options.
     *
     * @param options a public record
     * @return the text of each component, in their order
     */
    public static Map<String, String> of(Record options) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            texts.put(component.getName(), text(value(component, options)));
        }
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /**
     * The options of texts.
     *
     * @param <O> the options
     * @param defaults the default options, for components that have no text
     * @param texts texts by the names of components
     * @return the options
     * @throws IllegalArgumentException if there is no component of a name, if a text is not of its type, or if the options
     *     refuse a value
     */
    public static <O extends Record> O read(O defaults, Map<String, String> texts) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Set<String> unknown = new TreeSet<>(texts.keySet());
        Object[] values = new Object[components.length];
        for (int c = 0; c < components.length; c++) {
            String name = components[c].getName();
            unknown.remove(name);
            String text = texts.get(name);
            values[c] = text == null ? value(components[c], defaults) : parsed(name, text, components[c].getType());
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no option '" + unknown.iterator().next() + "'");
        }
        return made(defaults, components, values);
    }

    private static Object parsed(String name, String text, Class<?> type) {
        try {
            if (type == int.class) {
                return Integer.parseInt(text);
            }
            if (type == double.class) {
                return Double.parseDouble(text);
            }
            if (type == OptionalInt.class) {
                return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
            }
            if (type == OptionalDouble.class) {
                return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Option '" + name + "' is '" + text + "', which is no number", e);
        }
        if (!type.isEnum()) {
            throw new IllegalStateException("Options of type " + type + " have no texts: enter it in OptionTexts");
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Option '" + name + "' is '" + text + "', which is none of its values"));
    }

    private static Object value(RecordComponent component, Record options) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(options), component.getName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Options have to be public: " + options, e);
        }
    }

    private static <O extends Record> O made(O defaults, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // the class of a record of type O
            Class<O> type = (Class<O>) defaults.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("Options cannot be made: " + defaults, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Options have to be public: " + defaults, e);
        }
    }
}
