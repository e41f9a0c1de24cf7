package org.tessera.workbench.ui;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.knime.node.parameters.NodeParametersInput;

/** Makes instances through constructors of any visibility. */
final class Instances {

    private Instances() {}

    static <T> T create(final Class<T> type) {
        try {
            return create(type.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no constructor without arguments.", e);
        }
    }

    static <T> T create(final Class<T> type, final NodeParametersInput input) {
        for (final Constructor<?> constructor : type.getDeclaredConstructors()) {
            final Class<?>[] arguments = constructor.getParameterTypes();
            if (arguments.length == 1 && arguments[0] == NodeParametersInput.class) {
                return type.cast(create(constructor, input));
            }
        }
        return create(type);
    }

    private static <T> T create(final Constructor<T> constructor, final Object... arguments) {
        final String name = constructor.getDeclaringClass().getName();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(name + " cannot be instantiated.", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + name + " failed: " + e.getCause(), e);
        }
    }
}
