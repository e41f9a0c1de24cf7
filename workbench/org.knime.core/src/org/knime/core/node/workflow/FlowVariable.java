package org.knime.core.node.workflow;

import java.util.Objects;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** A named, typed value that travels along the connections of a workflow and can replace settings. Immutable. */
public final class FlowVariable extends FlowObject {
    private static final String NAME = "name";

    private final String name;
    private final VariableType<?> type;
    private final Object value;

    /** The types of the first versions of KNIME. */
    public enum Type {
        /** A floating-point number. */
        DOUBLE,
        /** A 32-bit integer. */
        INTEGER,
        /** A text. */
        STRING,
        /** A user name with a password. */
        CREDENTIALS,
        /** Every type added later. */
        OTHER
    }

    /**
     * Creates a variable.
     *
     * @param <T> the class of the value
     * @param name its name, not blank
     * @param type its type, not null
     * @param value its value; only a text may be null
     * @throws IllegalArgumentException when the name is blank or starts with {@code knime}
     */
    public <T> FlowVariable(final String name, final VariableType<T> type, final T value) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("Invalid (empty) flow variable name");
        }
        if (name.startsWith("knime")) {
            throw new IllegalArgumentException(
                    "The flow variable '" + name + "' has a reserved prefix ('knime'). Please change the name.");
        }
        this.name = name;
        this.type = Objects.requireNonNull(type, "Type must not be null");
        this.value = value;
    }

    /**
     * Creates a text variable.
     *
     * @param name its name, not blank
     * @param value its value
     */
    public FlowVariable(final String name, final String value) {
        this(name, VariableType.StringType.INSTANCE, value);
    }

    /**
     * Creates a floating-point variable.
     *
     * @param name its name, not blank
     * @param value its value
     */
    public FlowVariable(final String name, final double value) {
        this(name, VariableType.DoubleType.INSTANCE, value);
    }

    /**
     * Creates an integer variable.
     *
     * @param name its name, not blank
     * @param value its value
     */
    public FlowVariable(final String name, final int value) {
        this(name, VariableType.IntType.INSTANCE, value);
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    public String getName() {
        return name;
    }

    /**
     * Returns the type as KNIME's first versions named it.
     *
     * @return the type
     */
    public Type getType() {
        return type.legacyType();
    }

    /**
     * Returns the type.
     *
     * @return the type
     */
    public VariableType<?> getVariableType() {
        return type;
    }

    /**
     * Returns the value of a text variable.
     *
     * @return the text, null for other types
     */
    public String getStringValue() {
        return value instanceof String text ? text : null;
    }

    /**
     * Returns the value of any type as text.
     *
     * @return the text
     */
    public String getValueAsString() {
        return String.valueOf(value);
    }

    /**
     * Reads a stored variable.
     *
     * @param settings where it was stored
     * @return the variable
     * @throws InvalidSettingsException when a field is missing or the type is not known
     */
    public static FlowVariable load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final String name = settings.getString(NAME);
        if (name == null) {
            throw new InvalidSettingsException("name must not be null");
        }
        try {
            return VariableType.load(name, settings);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof FlowVariable variable
                && name.equals(variable.name)
                && type.equals(variable.type)
                && Objects.deepEquals(value, variable.value);
    }

    @Override
    public int hashCode() {
        return name.hashCode() ^ type.hashCode();
    }

    @Override
    public String toString() {
        return "\"" + name + "\" (" + type + ": " + getValueAsString() + ")";
    }
}
