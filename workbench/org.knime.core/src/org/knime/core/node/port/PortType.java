package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a port: the class of its objects and their spec, and whether the port may stay unconnected. Two types are
 * equal when their object classes are, whether optional or not.
 */
public final class PortType {
    private static final String OBJECT_CLASS = "object_class";

    private final Class<? extends PortObject> objectClass;
    private final Class<? extends PortObjectSpec> specClass;
    private final boolean optional;
    private final String name;

    PortType(final Class<? extends PortObject> objectClass, final boolean optional, final String name) {
        this.objectClass = objectClass;
        this.specClass = getPortObjectSpecClass(objectClass);
        this.optional = optional;
        this.name = name == null ? objectClass.getSimpleName() : name;
    }

    /**
     * Returns the class of specs that an object class declares as the return type of {@code getSpec}.
     *
     * @param objectClass the class of objects
     * @return the class of specs
     */
    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
            final Class<? extends PortObject> objectClass) {
        try {
            return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every port object has getSpec()", e);
        }
    }

    /**
     * Returns the name for the user.
     *
     * @return the name, never null
     */
    public String getName() {
        return name;
    }

    /**
     * Tells whether a port of this type may stay unconnected.
     *
     * @return true when optional
     */
    public boolean isOptional() {
        return optional;
    }

    /**
     * Returns the class of objects.
     *
     * @return the class
     */
    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    /**
     * Returns the class of specs.
     *
     * @return the class
     */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return specClass;
    }

    /**
     * Tells whether objects of another type can be used where this type is expected.
     *
     * @param subType the other type
     * @return true for the same class or a subclass
     */
    public boolean isSuperTypeOf(final PortType subType) {
        return objectClass.isAssignableFrom(subType.objectClass);
    }

    /**
     * Tells whether a spec fits.
     *
     * @param spec a spec, null fits always
     * @return true when it fits
     */
    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return spec == null || specClass.isInstance(spec);
    }

    /**
     * Tells whether an object fits.
     *
     * @param object an object, null fits always
     * @return true when it fits
     */
    public boolean acceptsPortObject(final PortObject object) {
        return object == null || objectClass.isInstance(object);
    }

    /**
     * Stores the object class; whether the type is optional is not stored.
     *
     * @param settings where to store
     */
    public void save(final NodeSettingsWO settings) {
        save((ConfigWO) settings);
    }

    /**
     * Stores the object class; whether the type is optional is not stored.
     *
     * @param settings where to store
     */
    public void save(final ConfigWO settings) {
        settings.addString(OBJECT_CLASS, objectClass.getName());
    }

    /**
     * Reads a stored type.
     *
     * @param settings where it was stored
     * @return the type, not optional
     * @throws InvalidSettingsException when it is missing or its class is not registered
     */
    public static PortType load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return load((ConfigRO) settings);
    }

    /**
     * Reads a stored type.
     *
     * @param settings where it was stored
     * @return the type, not optional
     * @throws InvalidSettingsException when it is missing or its class is not registered
     */
    public static PortType load(final ConfigRO settings) throws InvalidSettingsException {
        final String className = settings.getString(OBJECT_CLASS);
        if (className == null) {
            throw new InvalidSettingsException("No port object class found to create PortType object");
        }
        final PortTypeRegistry registry = PortTypeRegistry.getInstance();
        return registry.getObjectClass(className)
                .map(registry::getPortType)
                .orElseThrow(() -> new InvalidSettingsException(
                        "Unable to restore port type, can't load class \"" + className + "\""));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PortType type && objectClass == type.objectClass;
    }

    @Override
    public int hashCode() {
        return objectClass.hashCode();
    }

    @Override
    public String toString() {
        return "PortType(" + specClass.getSimpleName() + "," + objectClass.getSimpleName() + ")";
    }
}
