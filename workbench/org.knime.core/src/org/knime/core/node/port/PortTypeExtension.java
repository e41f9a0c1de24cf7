package org.knime.core.node.port;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

// One registered type. Its serializers are created at first use, and tell by their type argument which class they are
// for; the classes come from there.
final class PortTypeExtension {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(PortTypeExtension.class);

    private final Names names;
    private final Once<PortObjectSerializer<PortObject>> objectSerializer;
    private final Once<PortObjectSpecSerializer<PortObjectSpec>> specSerializer;
    private final Optional<Class<? extends PortObject>> builtIn;

    // How a type is named: for the user, and its classes.
    record Names(String name, String objectClass, String specClass) {}

    // A type from plugin.xml.
    PortTypeExtension(
            final Names names, final Supplier<Object> objectSerializer, final Supplier<Object> specSerializer) {
        this(names, objectSerializer, specSerializer, null);
    }

    // A type of the workbench itself, whose class is known without a serializer.
    PortTypeExtension(
            final Names names,
            final Supplier<Object> objectSerializer,
            final Supplier<Object> specSerializer,
            final Class<? extends PortObject> objectClass) {
        this.names = names;
        this.objectSerializer = new Once<>(() -> castObject(objectSerializer.get()));
        this.specSerializer = new Once<>(() -> castSpec(specSerializer.get()));
        this.builtIn = Optional.ofNullable(objectClass);
    }

    String name() {
        return names.name();
    }

    String objectClassName() {
        return names.objectClass();
    }

    String specClassName() {
        return names.specClass();
    }

    Optional<Class<? extends PortObject>> objectClass() {
        if (builtIn.isPresent()) {
            return builtIn;
        }
        final Optional<PortObjectSerializer<PortObject>> serializer = objectSerializer();
        return serializer.isEmpty() ? Optional.empty() : Optional.of(argumentOf(serializer.get(), PortObject.class));
    }

    Optional<Class<? extends PortObjectSpec>> specClass() {
        if (builtIn.isPresent()) {
            return Optional.of(PortType.getPortObjectSpecClass(builtIn.get()));
        }
        final Optional<PortObjectSpecSerializer<PortObjectSpec>> serializer = specSerializer();
        return serializer.isEmpty()
                ? Optional.empty()
                : Optional.of(argumentOf(serializer.get(), PortObjectSpec.class));
    }

    Optional<PortObjectSerializer<PortObject>> objectSerializer() {
        return objectSerializer.get();
    }

    Optional<PortObjectSpecSerializer<PortObjectSpec>> specSerializer() {
        return specSerializer.get();
    }

    @SuppressWarnings("unchecked") // the type argument is compared with the registered class
    private Optional<PortObjectSerializer<PortObject>> castObject(final Object serializer) {
        return serializer instanceof PortObjectSerializer<?> && fits(serializer, PortObject.class, objectClassName())
                ? Optional.of((PortObjectSerializer<PortObject>) serializer)
                : Optional.empty();
    }

    @SuppressWarnings("unchecked") // the type argument is compared with the registered class
    private Optional<PortObjectSpecSerializer<PortObjectSpec>> castSpec(final Object serializer) {
        return serializer instanceof PortObjectSpecSerializer<?>
                        && fits(serializer, PortObjectSpec.class, specClassName())
                ? Optional.of((PortObjectSpecSerializer<PortObjectSpec>) serializer)
                : Optional.empty();
    }

    private static <C> boolean fits(final Object serializer, final Class<C> bound, final String className) {
        final Class<? extends C> found = argumentOf(serializer, bound);
        if (found.getName().equals(className)) {
            return true;
        }
        LOGGER.coding("Serializer " + serializer.getClass().getName() + " is registered for " + className
                + " but its type argument is " + found.getName());
        return false;
    }

    // Finds the first concrete type argument below a bound among the superclasses of a serializer.
    private static <C> Class<? extends C> argumentOf(final Object serializer, final Class<C> bound) {
        for (Class<?> c = serializer.getClass(); c != null; c = c.getSuperclass()) {
            if (c.getGenericSuperclass() instanceof ParameterizedType parameterized) {
                final Type argument = parameterized.getActualTypeArguments()[0];
                final Type raw = argument instanceof ParameterizedType nested ? nested.getRawType() : argument;
                if (raw instanceof Class<?> found && bound.isAssignableFrom(found)) {
                    return found.asSubclass(bound);
                }
            }
        }
        return bound;
    }

    // A value that is computed at first use.
    private static final class Once<T> {
        private final Supplier<Optional<T>> source;
        private Optional<T> value;

        Once(final Supplier<Optional<T>> source) {
            this.source = source;
        }

        synchronized Optional<T> get() {
            if (value == null) {
                value = source.get();
            }
            return value;
        }
    }
}
