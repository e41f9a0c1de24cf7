package org.tessera.workbench.ui;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Resolves generic types of fields against the type they are declared in. */
final class GenericTypes {

    private GenericTypes() {}

    /**
     * A generic type with known arguments.
     *
     * @param raw the generic class
     * @param arguments the arguments
     */
    private record Resolved(Class<?> raw, Type... arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    static Class<?> raw(final Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        throw new IllegalArgumentException("The type " + type + " is not known at run time.");
    }

    static Type argument(final Type type, final int index) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getActualTypeArguments()[index];
        }
        throw new IllegalArgumentException("The type " + type.getTypeName() + " has no type argument.");
    }

    // Gives the values of a type's own type variables.
    static Map<TypeVariable<?>, Type> bindings(final Type type) {
        final Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        if (type instanceof ParameterizedType parameterized) {
            final TypeVariable<?>[] variables = raw(type).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bindings.put(variables[i], parameterized.getActualTypeArguments()[i]);
            }
        }
        return bindings;
    }

    static Type resolve(final Type type, final Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof TypeVariable<?> variable) {
            final Type bound = bindings.get(variable);
            return bound != null ? bound : resolve(variable.getBounds()[0], Map.of());
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0], bindings);
        }
        if (type instanceof GenericArrayType array) {
            final Class<?> component = raw(resolve(array.getGenericComponentType(), bindings));
            return Array.newInstance(component, 0).getClass();
        }
        if (type instanceof ParameterizedType parameterized) {
            return new Resolved(
                    raw(parameterized),
                    Arrays.stream(parameterized.getActualTypeArguments())
                            .map(argument -> resolve(argument, bindings))
                            .toArray(Type[]::new));
        }
        return type;
    }
}
