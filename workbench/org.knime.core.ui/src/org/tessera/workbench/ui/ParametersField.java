package org.tessera.workbench.ui;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

/**
 * A field that is stored in settings and may be an option of the dialog.
 *
 * @param field the field
 * @param type its type, with type variables resolved
 */
record ParametersField(Field field, Type type) {

    private static final String HIDDEN_SUFFIX = "_Internals";

    // Lists the fields of a class: those of its superclasses first, in the order of declaration, without private,
    // static and transient ones.
    static List<ParametersField> of(final Type owner) {
        final Deque<Type> hierarchy = new ArrayDeque<>();
        Type current = owner;
        while (current != null && GenericTypes.raw(current) != Object.class) {
            hierarchy.push(current);
            final Type superclass = GenericTypes.raw(current).getGenericSuperclass();
            current = superclass == null ? null : GenericTypes.resolve(superclass, GenericTypes.bindings(current));
        }
        final List<ParametersField> fields = new ArrayList<>();
        for (final Type declaring : hierarchy) {
            for (final Field field : GenericTypes.raw(declaring).getDeclaredFields()) {
                if (isStored(field)) {
                    final Type type = GenericTypes.resolve(field.getGenericType(), GenericTypes.bindings(declaring));
                    fields.add(new ParametersField(field, type));
                }
            }
        }
        return fields;
    }

    private static boolean isStored(final Field field) {
        final int modifiers = field.getModifiers();
        return !Modifier.isPrivate(modifiers)
                && !Modifier.isStatic(modifiers)
                && !Modifier.isTransient(modifiers)
                && !field.isSynthetic();
    }

    // Gives the field's name without a leading {@code m_}.
    String name() {
        final String name = field.getName();
        return name.startsWith("m_") ? name.substring(2) : name;
    }

    // Gives the key that the field is stored under.
    String configKey() {
        final Persist persist = field.getAnnotation(Persist.class);
        if (persist == null) {
            return name();
        }
        final String key = persist.configKey().isEmpty() ? name() : persist.configKey();
        return persist.hidden() ? key + HIDDEN_SUFFIX : key;
    }

    Class<?> rawType() {
        return GenericTypes.raw(type);
    }

    boolean isGroup() {
        return Persistable.class.isAssignableFrom(rawType());
    }

    boolean isArrayOfGroups() {
        if (rawType().isArray()) {
            final Class<?> element = rawType().getComponentType();
            return Persistable.class.isAssignableFrom(element) && !element.isEnum();
        }
        return Collection.class.isAssignableFrom(rawType())
                && Persistable.class.isAssignableFrom(GenericTypes.raw(elementType()));
    }

    Type elementType() {
        return rawType().isArray() ? rawType().getComponentType() : GenericTypes.argument(type, 0);
    }

    <A extends Annotation> A annotation(final Class<A> annotation) {
        return field.getAnnotation(annotation);
    }

    Object get(final Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " cannot be read.", e);
        }
    }

    void set(final Object owner, final Object value) {
        try {
            field.setAccessible(true);
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field " + field + " cannot be set.", e);
        }
    }

    @Override
    public String toString() {
        return field.getDeclaringClass().getName() + "." + field.getName();
    }
}
