package org.knime.core.data;

/** Utility of a value type that has a name shown to users, such as "Number (Float)". */
public abstract class ExtensibleUtilityFactory extends DataValue.UtilityFactory {

    /** The value interface this is the utility of. */
    protected final Class<? extends DataValue> m_valueClass;

    /**
     * Creates the utility of one value type.
     *
     * @param valueClass the value interface
     */
    public ExtensibleUtilityFactory(Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    /**
     * Names the value type for users.
     *
     * @return the name
     */
    public abstract String getName();
}
