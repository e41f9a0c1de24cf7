package org.tessera.workbench.ui;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persistable;

/**
 * Makes parameters and stores them in settings, in the layout of KNIME 5.9: every field that is neither private nor
 * static nor transient is stored under its name without a leading {@code m_}, fields of superclasses first.
 */
public final class ParametersStore {

    private ParametersStore() {}

    /**
     * Makes the defaults that do not depend on the input.
     *
     * @param <P> the class of the parameters
     * @param type the class of the parameters
     * @return what its constructor without arguments makes
     * @throws IllegalStateException if there is no such constructor or it fails
     */
    public static <P extends Persistable> P createDefaults(final Class<P> type) {
        return Instances.create(type);
    }

    /**
     * Makes the defaults for an input.
     *
     * @param <P> the class of the parameters
     * @param type the class of the parameters
     * @param input the node's input
     * @return what its constructor with a {@link NodeParametersInput} makes or, if there is none, the one without
     *     arguments
     * @throws IllegalStateException if there is no such constructor or it fails
     */
    public static <P extends NodeParameters> P createDefaults(final Class<P> type, final NodeParametersInput input) {
        return Instances.create(type, input);
    }

    /**
     * Reads parameters. {@link NodeParameters#validate()} is not called.
     *
     * @param <P> the class of the parameters
     * @param type the class of the parameters
     * @param settings the settings they are stored in
     * @return the parameters
     * @throws InvalidSettingsException if an entry is missing that has no default for this case, is of another type or
     *     has a value that is not possible
     */
    public static <P extends Persistable> P load(final Class<P> type, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        return type.cast(ParametersReader.load(type, settings));
    }

    /**
     * Writes parameters.
     *
     * @param parameters the parameters
     * @param settings the settings to write to
     */
    public static void save(final Persistable parameters, final NodeSettingsWO settings) {
        ParametersWriter.save(parameters.getClass(), parameters, settings);
    }
}
