package org.tessera.workbench.ui;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.migration.ParametersLoader;
import org.knime.node.parameters.persistence.Persistor;

/** Reads parameters from settings. */
final class ParametersReader {

    private static final String[][] WHOLE = {{}};

    private ParametersReader() {}

    static Object load(final Type type, final NodeSettingsRO settings) throws InvalidSettingsException {
        final Class<?> raw = GenericTypes.raw(type);
        final Persistor persistor = raw.getAnnotation(Persistor.class);
        final ParametersLoader<?> loader =
                persistor != null ? FieldRules.persistor(persistor) : current -> loadFields(type, current);
        final Supplier<String[][]> paths = () ->
                persistor == null ? WHOLE : FieldRules.persistor(persistor).getConfigPaths();
        return migrate(raw.getAnnotation(Migration.class), paths, loader, settings);
    }

    private static Object loadFields(final Type type, final NodeSettingsRO settings) throws InvalidSettingsException {
        final Class<?> raw = GenericTypes.raw(type);
        final Object parameters = Instances.create(raw);
        for (final ParametersField field : ParametersField.of(type)) {
            FieldRules.check(field);
            if (!FieldRules.keepsDefault(field, raw) || isAnyPresent(settings, FieldRules.configPaths(field))) {
                final ParametersLoader<?> loader = current -> loadField(field, current);
                field.set(
                        parameters,
                        migrate(
                                field.annotation(Migration.class),
                                () -> FieldRules.configPaths(field),
                                loader,
                                settings));
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

    private static Object migrate(
            final Migration annotation,
            final Supplier<String[][]> paths,
            final ParametersLoader<?> current,
            final NodeSettingsRO settings)
            throws InvalidSettingsException {
        if (annotation != null) {
            final NodeParametersMigration<?> migration = Instances.create(annotation.value());
            for (final ConfigMigration<?> older : migration.getConfigMigrations()) {
                if (applies(older, paths, settings)) {
                    return older.getLoader().load(settings);
                }
            }
        }
        return current.load(settings);
    }

    private static boolean applies(
            final ConfigMigration<?> older, final Supplier<String[][]> paths, final NodeSettingsRO settings) {
        if (older.getMatcher() != SettingsPaths.CURRENT_LAYOUT_ABSENT) {
            return older.getMatcher().test(settings);
        }
        final String[][] currentPaths = paths.get();
        if (currentPaths == null || currentPaths.length == 0) {
            throw new IllegalStateException("A migration of a parameter whose persistor names no config paths needs "
                    + "deprecated config paths or a matcher.");
        }
        return !isAnyPresent(settings, currentPaths);
    }

    private static boolean isAnyPresent(final NodeSettingsRO settings, final String[]... paths) {
        return Arrays.stream(paths).map(List::of).anyMatch(path -> SettingsPaths.isPresent(settings, path));
    }
}
