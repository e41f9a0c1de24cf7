package org.knime.core.node.port;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/**
 * The types registered at extension point {@code org.knime.core.PortType}, read from the bundles' {@code plugin.xml}.
 * A missing registration yields no serializer; so does one whose serializer does not exist or is written for another
 * class. The first shows when a consumer is connected, as in KNIME.
 */
public final class PortTypeRegistry {
    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private final Map<Class<? extends PortObject>, PortType> types = new ConcurrentHashMap<>();
    private final Map<Class<? extends PortObject>, PortType> optionalTypes = new ConcurrentHashMap<>();
    private final PortTypeExtensions extensions = new PortTypeExtensions();

    private PortTypeRegistry() {}

    /**
     * Returns the registry.
     *
     * @return the only instance
     */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /**
     * Returns the type of a class of objects, not optional.
     *
     * @param objectClass the class
     * @return its type, or the closest registered supertype's when it is not registered
     */
    public synchronized PortType getPortType(final Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /**
     * Returns the type of a class of objects.
     *
     * @param objectClass the class
     * @param optional whether the port may stay unconnected
     * @return its type, or the closest registered supertype's when it is not registered
     */
    public synchronized PortType getPortType(final Class<? extends PortObject> objectClass, final boolean optional) {
        if (objectClass == null) {
            throw new IllegalArgumentException("The class of port objects must not be null");
        }
        final Map<Class<? extends PortObject>, PortType> known = optional ? optionalTypes : types;
        PortType type = known.get(objectClass);
        if (type == null) {
            type = create(objectClass, optional);
            known.put(objectClass, type);
        }
        return type;
    }

    private PortType create(final Class<? extends PortObject> objectClass, final boolean optional) {
        final Optional<PortTypeExtension> registered = extensions.ofObject(objectClass.getName());
        if (registered.isPresent()) {
            final PortTypeExtension extension = registered.get();
            return new PortType(objectClass, optional, extension.name());
        }
        final PortTypeExtension parent = extensions.closestSupertype(objectClass);
        NodeLogger.getLogger(PortTypeRegistry.class)
                .debug("No registered port type for class " + objectClass.getName() + ", using " + parent.name());
        return getPortType(parent.objectClass().orElseThrow(), optional);
    }

    /**
     * Finds a registered class of objects.
     *
     * @param className its name
     * @return the class, empty when it is not registered or cannot be loaded
     */
    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        final Optional<PortTypeExtension> extension = extensions.ofObject(className);
        return extension.isEmpty() ? Optional.empty() : extension.get().objectClass();
    }

    /**
     * Finds a registered class of specs.
     *
     * @param className its name
     * @return the class, empty when it is not registered or cannot be loaded
     */
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        final Optional<PortTypeExtension> extension = extensions.ofSpec(className);
        return extension.isEmpty() ? Optional.empty() : extension.get().specClass();
    }

    /**
     * Finds the serializer of a class of objects.
     *
     * @param objectClass the class
     * @return its serializer, empty when none is registered or it does not fit
     */
    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
            final Class<? extends PortObject> objectClass) {
        return extensions.ofObject(objectClass.getName()).flatMap(PortTypeExtension::objectSerializer);
    }

    /**
     * Finds the serializer of a class of specs.
     *
     * @param specClass the class
     * @return its serializer, empty when none is registered or it does not fit
     */
    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
            final Class<? extends PortObjectSpec> specClass) {
        return extensions.ofSpec(specClass.getName()).flatMap(PortTypeExtension::specSerializer);
    }
}
