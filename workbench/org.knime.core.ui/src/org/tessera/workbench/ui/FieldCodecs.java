package org.tessera.workbench.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** How fields that are no groups are stored. */
final class FieldCodecs {

    private static final String PRESENT_SUFFIX = "_is_present";

    private static final Map<Class<?>, FieldCodec<?>> BY_TYPE = new HashMap<>();

    static {
        add(FieldCodec.of((settings, key) -> null, (settings, key, value) -> {}, null), Void.class);
        add(FieldCodec.of(NodeSettingsRO::getInt, (s, k, v) -> s.addInt(k, v), 0), Integer.class, int.class);
        add(FieldCodec.of(NodeSettingsRO::getDouble, (s, k, v) -> s.addDouble(k, v), 0.0), Double.class, double.class);
        add(FieldCodec.of(NodeSettingsRO::getLong, (s, k, v) -> s.addLong(k, v), 0L), Long.class, long.class);
        add(
                FieldCodec.of(NodeSettingsRO::getBoolean, (s, k, v) -> s.addBoolean(k, v), false),
                Boolean.class,
                boolean.class);
        add(FieldCodec.of(NodeSettingsRO::getFloat, (s, k, v) -> s.addFloat(k, v), 0f), Float.class, float.class);
        add(FieldCodec.of(NodeSettingsRO::getChar, (s, k, v) -> s.addChar(k, v), ' '), Character.class, char.class);
        add(FieldCodec.of(NodeSettingsRO::getByte, (s, k, v) -> s.addByte(k, v), (byte) 0), Byte.class, byte.class);
        add(FieldCodec.of(NodeSettingsRO::getString, NodeSettingsWO::addString, null), String.class);
        add(FieldCodec.of(NodeSettingsRO::getIntArray, NodeSettingsWO::addIntArray, new int[0]), int[].class);
        add(
                FieldCodec.of(NodeSettingsRO::getDoubleArray, NodeSettingsWO::addDoubleArray, new double[0]),
                double[].class);
        add(FieldCodec.of(NodeSettingsRO::getLongArray, NodeSettingsWO::addLongArray, new long[0]), long[].class);
        add(
                FieldCodec.of(NodeSettingsRO::getBooleanArray, NodeSettingsWO::addBooleanArray, new boolean[0]),
                boolean[].class);
        add(
                FieldCodec.of(NodeSettingsRO::getStringArray, NodeSettingsWO::addStringArray, new String[0]),
                String[].class);
        add(temporal(LocalDate::parse, DateTimeFormatter.ISO_LOCAL_DATE, "date"), LocalDate.class);
        add(temporal(LocalTime::parse, DateTimeFormatter.ISO_LOCAL_TIME, "time"), LocalTime.class);
        add(
                temporal(LocalDateTime::parse, DateTimeFormatter.ISO_LOCAL_DATE_TIME, "date and time"),
                LocalDateTime.class);
        add(
                temporal(ZonedDateTime::parse, DateTimeFormatter.ISO_ZONED_DATE_TIME, "zoned date and time"),
                ZonedDateTime.class);
        add(text(ZoneId::of, ZoneId::getId, "time zone"), ZoneId.class);
    }

    private FieldCodecs() {}

    private static void add(final FieldCodec<?> codec, final Class<?>... types) {
        for (final Class<?> type : types) {
            BY_TYPE.put(type, codec);
        }
    }

    // Gives the codec of a field.
    static FieldCodec<?> of(final ParametersField field) {
        if (field.rawType() == Optional.class) {
            return optional(ofType(GenericTypes.raw(GenericTypes.argument(field.type(), 0)), field));
        }
        return ofType(field.rawType(), field);
    }

    private static FieldCodec<?> ofType(final Class<?> type, final ParametersField field) {
        final FieldCodec<?> codec = BY_TYPE.get(type);
        if (codec != null) {
            return codec;
        }
        if (type.isEnum()) {
            return constants(type);
        }
        throw new IllegalArgumentException(
                "The field " + field + " cannot be stored: its type " + type.getName() + " is not supported.");
    }

    private static <T> FieldCodec<Optional<T>> optional(final FieldCodec<T> content) {
        return new FieldCodec<>() {

            @Override
            public Optional<T> load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
                return settings.getBoolean(key + PRESENT_SUFFIX, true)
                        ? Optional.ofNullable(content.load(settings, key))
                        : Optional.empty();
            }

            @Override
            public void save(final Optional<T> value, final NodeSettingsWO settings, final String key) {
                if (value.isPresent()) {
                    content.save(value.get(), settings, key);
                } else {
                    content.saveEmpty(settings, key);
                }
                settings.addBoolean(key + PRESENT_SUFFIX, value.isPresent());
            }

            @Override
            public void saveEmpty(final NodeSettingsWO settings, final String key) {
                save(Optional.empty(), settings, key);
            }
        };
    }

    private static FieldCodec<Enum<?>> constants(final Class<?> type) {
        return FieldCodec.of(
                (settings, key) -> constant(type, key, settings.getString(key)),
                (settings, key, value) -> settings.addString(key, value == null ? null : value.name()),
                null);
    }

    private static Enum<?> constant(final Class<?> type, final String key, final String name)
            throws InvalidSettingsException {
        final StringJoiner names = new StringJoiner(", ");
        for (final Object each : type.getEnumConstants()) {
            final Enum<?> constant = (Enum<?>) each;
            if (constant.name().equals(name)) {
                return constant;
            }
            names.add(constant.name());
        }
        throw new InvalidSettingsException("Invalid value '" + name + "' of '" + key + "'. Possible values: " + names);
    }

    private static <T extends TemporalAccessor> FieldCodec<T> temporal(
            final Function<String, T> parser, final DateTimeFormatter format, final String what) {
        return text(parser, format::format, what);
    }

    private static <T> FieldCodec<T> text(
            final Function<String, T> parser, final Function<T, String> writer, final String what) {
        return FieldCodec.of(
                (settings, key) -> parse(settings.getString(key), parser, key, what),
                (settings, key, value) -> settings.addString(key, value == null ? null : writer.apply(value)),
                null);
    }

    private static <T> T parse(final String text, final Function<String, T> parser, final String key, final String what)
            throws InvalidSettingsException {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            throw new InvalidSettingsException("The value '" + text + "' of '" + key + "' is no " + what + ".", e);
        }
    }
}
