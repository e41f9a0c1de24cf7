package org.tessera.workbench.ui;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/** Writes parameters to settings. */
final class ParametersWriter {

    private ParametersWriter() {}

    static void save(final Type type, final Object parameters, final NodeSettingsWO settings) {
        final Persistor persistor = GenericTypes.raw(type).getAnnotation(Persistor.class);
        if (persistor != null) {
            saveUnchecked(FieldRules.persistor(persistor), parameters, settings);
            return;
        }
        for (final ParametersField field : ParametersField.of(type)) {
            FieldRules.check(field);
            saveField(field, field.get(parameters), settings);
        }
    }

    private static void saveField(final ParametersField field, final Object value, final NodeSettingsWO settings) {
        final Persistor persistor = field.annotation(Persistor.class);
        if (persistor != null) {
            saveUnchecked(FieldRules.persistor(persistor), value, settings);
        } else if (field.isGroup()) {
            if (value == null) {
                throw new IllegalStateException("The field " + field + " is null: give it a value.");
            }
            save(field.type(), value, settings.addNodeSettings(field.configKey()));
        } else if (field.isArrayOfGroups()) {
            saveElements(field, value, settings.addNodeSettings(field.configKey()));
        } else {
            saveUnchecked(FieldCodecs.of(field), value, settings, field.configKey());
        }
    }

    private static void saveElements(final ParametersField field, final Object value, final NodeSettingsWO settings) {
        if (value == null) {
            return;
        }
        final Collection<?> elements = value instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) value;
        int index = 0;
        for (final Object element : elements) {
            save(field.elementType(), element, settings.addNodeSettings(Integer.toString(index)));
            index++;
        }
    }

    @SuppressWarnings("unchecked") // the persistor was written for the annotated field or class
    private static <T> void saveUnchecked(
            final NodeParametersPersistor<T> persistor, final Object value, final NodeSettingsWO settings) {
        persistor.save((T) value, settings);
    }

    @SuppressWarnings("unchecked") // the codec was chosen by the field's type
    private static <T> void saveUnchecked(
            final FieldCodec<T> codec, final Object value, final NodeSettingsWO settings, final String key) {
        codec.save((T) value, settings, key);
    }
}
