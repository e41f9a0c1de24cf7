package org.tessera.workbench.ui;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.persistence.Persistor;

/** Reads parameters from settings. */
final class ParametersReader {

    private ParametersReader() {}

    static Object load(final Type type, final NodeSettingsRO settings) throws InvalidSettingsException {
        final Persistor persistor = GenericTypes.raw(type).getAnnotation(Persistor.class);
        return persistor != null ? FieldRules.persistor(persistor).load(settings) : loadFields(type, settings);
    }

    private static Object loadFields(final Type type, final NodeSettingsRO settings) throws InvalidSettingsException {
        final Class<?> raw = GenericTypes.raw(type);
        final Object parameters = Instances.create(raw);
        for (final ParametersField field : ParametersField.of(type)) {
            FieldRules.check(field);
            if (!FieldRules.keepsDefault(field, raw) || isAnyPresent(settings, FieldRules.configPaths(field))) {
                field.set(parameters, loadField(field, settings));
            }
        }
        return parameters;
    }

    private static Object loadField(final ParametersField field, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        final Persistor persistor = field.annotation(Persistor.class);
        if (persistor != null) {
            return FieldRules.persistor(persistor).load(settings);
        }
        if (field.isGroup()) {
            return load(field.type(), settings.getNodeSettings(field.configKey()));
        }
        if (field.isArrayOfGroups()) {
            return loadElements(field, settings.getNodeSettings(field.configKey()));
        }
        return FieldCodecs.of(field).load(settings, field.configKey());
    }

    private static Object loadElements(final ParametersField field, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        final int size = (int)
                settings.keySet().stream().filter(key -> key.matches("\\d+")).count();
        final Collection<Object> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(load(field.elementType(), settings.getNodeSettings(Integer.toString(i))));
        }
        if (!field.rawType().isArray()) {
            return elements;
        }
        return elements.toArray((Object[]) Array.newInstance(field.rawType().getComponentType(), 0));
    }

    private static boolean isAnyPresent(final NodeSettingsRO settings, final String[]... paths) {
        return Arrays.stream(paths).map(List::of).anyMatch(path -> SettingsPaths.isPresent(settings, path));
    }
}
