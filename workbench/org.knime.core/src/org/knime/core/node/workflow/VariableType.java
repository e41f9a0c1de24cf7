package org.knime.core.node.workflow;

import java.util.List;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.workflow.FlowVariable.Type;

/**
 * The type of a flow variable. The embedded workbench knows texts, integers of 32 and 64 bits, floating-point numbers
 * and booleans; KNIME's array, path and credential types are not supported.
 *
 * @param <T> the class of values
 */
public abstract class VariableType<T> {
    private static final String CLASS = "class";
    private static final String VALUE = "value";

    private final Type legacyType;
    private final T defaultContent;

    VariableType(final Type legacyType, final T defaultContent) {
        this.legacyType = legacyType;
        this.defaultContent = defaultContent;
    }

    private static List<VariableType<?>> all() {
        return List.of(
                StringType.INSTANCE, IntType.INSTANCE, DoubleType.INSTANCE, LongType.INSTANCE, BooleanType.INSTANCE);
    }

    /**
     * Returns the class of values.
     *
     * @return the class
     */
    public abstract Class<T> getSimpleType();

    /**
     * Returns the types a value can be read as.
     *
     * @return the types, this among them
     */
    public Set<VariableType<?>> getConvertibleTypes() {
        return Set.of(this);
    }

    /**
     * Tells whether a value can be read as another type.
     *
     * @param type the other type
     * @return true when it can
     */
    public final boolean isConvertible(final VariableType<?> type) {
        return getConvertibleTypes().contains(type);
    }

    /**
     * Returns the name of the type in files.
     *
     * @return the name
     */
    public String getIdentifier() {
        return legacyType == Type.OTHER
                ? getClass().getSimpleName().replace("Type", "").toUpperCase(java.util.Locale.ROOT)
                : legacyType.name();
    }

    @Override
    public String toString() {
        return getIdentifier();
    }

    final Type legacyType() {
        return legacyType;
    }

    final T defaultContent() {
        return defaultContent;
    }

    // Converts a value of a convertible type to this one.
    abstract T convert(Object value);

    abstract T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;

    abstract void write(T value, NodeSettingsWO settings, String key);

    final FlowVariable variable(final String name, final Object value) {
        return new FlowVariable(name, this, getSimpleType().cast(value));
    }

    final void save(final Object value, final NodeSettingsWO settings) {
        settings.addString(CLASS, getIdentifier());
        write(getSimpleType().cast(value), settings, VALUE);
    }

    static FlowVariable load(final String name, final NodeSettingsRO settings) throws InvalidSettingsException {
        final String identifier = settings.getString(CLASS);
        for (final VariableType<?> type : all()) {
            if (type.getIdentifier().equals(identifier)) {
                return type.variable(name, type.read(settings, VALUE));
            }
        }
        throw new InvalidSettingsException("No flow variable type for identifier/class '" + identifier + "'");
    }

    /**
     * The types that KNIME itself has.
     *
     * @param <T> the class of values
     */
    protected abstract static class DefaultVariableType<T> extends VariableType<T> {
        DefaultVariableType(final Type legacyType, final T defaultContent) {
            super(legacyType, defaultContent);
        }
    }

    /** Texts. */
    public static final class StringType extends DefaultVariableType<String> {
        /** The only instance. */
        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super(Type.STRING, "");
        }

        @Override
        public Class<String> getSimpleType() {
            return String.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(INSTANCE, BooleanType.INSTANCE);
        }

        @Override
        String convert(final Object value) {
            return value == null ? null : value.toString();
        }

        @Override
        String read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getString(key);
        }

        @Override
        void write(final String value, final NodeSettingsWO settings, final String key) {
            settings.addString(key, value);
        }
    }

    /** Integers of 32 bits. */
    public static final class IntType extends DefaultVariableType<Integer> {
        /** The only instance. */
        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super(Type.INTEGER, 0);
        }

        @Override
        public Class<Integer> getSimpleType() {
            return Integer.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(INSTANCE, LongType.INSTANCE, DoubleType.INSTANCE, StringType.INSTANCE);
        }

        @Override
        Integer convert(final Object value) {
            return (Integer) value;
        }

        @Override
        Integer read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getInt(key);
        }

        @Override
        void write(final Integer value, final NodeSettingsWO settings, final String key) {
            settings.addInt(key, value);
        }
    }

    /** Integers of 64 bits. */
    public static final class LongType extends DefaultVariableType<Long> {
        /** The only instance. */
        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super(Type.OTHER, 0L);
        }

        @Override
        public Class<Long> getSimpleType() {
            return Long.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(INSTANCE, DoubleType.INSTANCE, StringType.INSTANCE);
        }

        @Override
        Long convert(final Object value) {
            return ((Number) value).longValue();
        }

        @Override
        Long read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getLong(key);
        }

        @Override
        void write(final Long value, final NodeSettingsWO settings, final String key) {
            settings.addLong(key, value);
        }
    }

    /** Floating-point numbers. */
    public static final class DoubleType extends DefaultVariableType<Double> {
        /** The only instance. */
        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super(Type.DOUBLE, 0.0);
        }

        @Override
        public Class<Double> getSimpleType() {
            return Double.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(INSTANCE, StringType.INSTANCE);
        }

        @Override
        Double convert(final Object value) {
            return ((Number) value).doubleValue();
        }

        @Override
        Double read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getDouble(key);
        }

        @Override
        void write(final Double value, final NodeSettingsWO settings, final String key) {
            settings.addDouble(key, value);
        }
    }

    /** Booleans. */
    public static final class BooleanType extends DefaultVariableType<Boolean> {
        /** The only instance. */
        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super(Type.OTHER, false);
        }

        @Override
        public Class<Boolean> getSimpleType() {
            return Boolean.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(INSTANCE, StringType.INSTANCE);
        }

        @Override
        Boolean convert(final Object value) {
            if (value instanceof Boolean flag) {
                return flag;
            }
            return switch (String.valueOf(value).toLowerCase(java.util.Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("\"" + value + "\" is neither true nor false");
            };
        }

        @Override
        Boolean read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getBoolean(key);
        }

        @Override
        void write(final Boolean value, final NodeSettingsWO settings, final String key) {
            settings.addBoolean(key, value);
        }
    }
}
