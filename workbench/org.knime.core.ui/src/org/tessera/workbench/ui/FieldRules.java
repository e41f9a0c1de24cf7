package org.tessera.workbench.ui;

import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** What the annotations of a field ask for when it is stored. */
final class FieldRules {

    private FieldRules() {}

    // Refuses annotations that contradict each other.
    static void check(final ParametersField field) {
        if (field.annotation(Persistor.class) != null && field.annotation(Persist.class) != null) {
            throw new IllegalStateException("The field " + field + " has both @Persistor and @Persist.");
        }
    }

    // Gives the paths of the field's entries below its parent.
    static String[][] configPaths(final ParametersField field) {
        final Persistor persistor = field.annotation(Persistor.class);
        return persistor == null
                ? new String[][] {{field.configKey()}}
                : persistor(persistor).getConfigPaths();
    }

    static NodeParametersPersistor<?> persistor(final Persistor annotation) {
        return Instances.create(annotation.value());
    }

    // Tells whether the field keeps its default where the settings have no entry for it.
    static boolean keepsDefault(final ParametersField field, final Class<?> owner) {
        final Migrate migrate = field.annotation(Migrate.class);
        if (migrate != null && migrate.loadDefaultIfAbsent()) {
            if (configPaths(field).length == 0) {
                throw new IllegalStateException(
                        "The field " + field + " has no entries that its @Migrate could find absent.");
            }
            return true;
        }
        return owner.isAnnotationPresent(LoadDefaultsForAbsentFields.class) && configPaths(field).length > 0;
    }
}
