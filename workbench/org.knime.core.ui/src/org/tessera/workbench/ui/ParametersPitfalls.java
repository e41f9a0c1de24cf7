package org.tessera.workbench.ui;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;

/** Finds fields of parameters that KNIME does not store or load as their author would expect, without saying so. */
final class ParametersPitfalls {

    private final List<String> m_problems = new ArrayList<>();

    private ParametersPitfalls() {}

    static List<String> of(final Class<?> parameters) {
        final ParametersPitfalls pitfalls = new ParametersPitfalls();
        pitfalls.check(parameters);
        return pitfalls.m_problems;
    }

    private void check(final Class<?> type) {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (final Field field : owner.getDeclaredFields()) {
                if (Modifier.isPrivate(field.getModifiers()) && field.isAnnotationPresent(Widget.class)) {
                    m_problems.add("The field " + field.getName() + " of " + owner.getName()
                            + " is private: it is neither stored nor shown.");
                }
            }
        }
        final Object defaults = Instances.create(type);
        for (final ParametersField field : ParametersField.of(type)) {
            if (Modifier.isFinal(field.field().getModifiers())) {
                m_problems.add("The field " + field + " is final: loaded values may be ignored.");
            }
            if (field.rawType().isEnum() && field.get(defaults) == null) {
                m_problems.add("The field " + field + " is null by default: it is saved but cannot be loaded.");
            }
            if (field.isArrayOfGroups()) {
                check(GenericTypes.raw(field.elementType()));
            } else if (WidgetGroup.class.isAssignableFrom(field.rawType())) {
                check(field.rawType());
            }
        }
    }
}
