package org.tessera.workbench.ui;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * Stores values of one type below a key.
 *
 * @param <T> the type
 */
interface FieldCodec<T> {

    T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;

    void save(T value, NodeSettingsWO settings, String key);

    // Writes what stands for an absent optional value.
    void saveEmpty(NodeSettingsWO settings, String key);

    // Reads a value.
    @FunctionalInterface
    interface Loader<T> {
        T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    // Writes a value.
    @FunctionalInterface
    interface Saver<T> {
        void save(NodeSettingsWO settings, String key, T value);
    }

    static <T> FieldCodec<T> of(final Loader<T> loader, final Saver<T> saver, final T empty) {
        return new FieldCodec<>() {

            @Override
            public T load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
                return loader.load(settings, key);
            }

            @Override
            public void save(final T value, final NodeSettingsWO settings, final String key) {
                saver.save(settings, key, value);
            }

            @Override
            public void saveEmpty(final NodeSettingsWO settings, final String key) {
                saver.save(settings, key, empty);
            }
        };
    }
}
