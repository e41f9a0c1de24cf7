package org.knime.core.node.workflow;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
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

    VariableType(final Type legacyType) {
        this.legacyType = legacyType;
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

    abstract T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;

    final FlowVariable variable(final String name, final Object value) {
        return new FlowVariable(name, this, getSimpleType().cast(value));
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
        DefaultVariableType(final Type legacyType) {
            super(legacyType);
        }
    }

    /** Texts. */
    public static final class StringType extends DefaultVariableType<String> {
        /** The only instance. */
        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super(Type.STRING);
        }

        @Override
        public Class<String> getSimpleType() {
            return String.class;
        }

        @Override
        String read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getString(key);
        }
    }

    /** Integers of 32 bits. */
    public static final class IntType extends DefaultVariableType<Integer> {
        /** The only instance. */
        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super(Type.INTEGER);
        }

        @Override
        public Class<Integer> getSimpleType() {
            return Integer.class;
        }

        @Override
        Integer read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getInt(key);
        }
    }

    /** Integers of 64 bits. */
    public static final class LongType extends DefaultVariableType<Long> {
        /** The only instance. */
        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super(Type.OTHER);
        }

        @Override
        public Class<Long> getSimpleType() {
            return Long.class;
        }

        @Override
        Long read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getLong(key);
        }
    }

    /** Floating-point numbers. */
    public static final class DoubleType extends DefaultVariableType<Double> {
        /** The only instance. */
        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super(Type.DOUBLE);
        }

        @Override
        public Class<Double> getSimpleType() {
            return Double.class;
        }

        @Override
        Double read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getDouble(key);
        }
    }

    /** Booleans. */
    public static final class BooleanType extends DefaultVariableType<Boolean> {
        /** The only instance. */
        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super(Type.OTHER);
        }

        @Override
        public Class<Boolean> getSimpleType() {
            return Boolean.class;
        }

        @Override
        Boolean read(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return settings.getBoolean(key);
        }
    }
}
