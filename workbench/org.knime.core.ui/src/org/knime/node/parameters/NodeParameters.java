package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * Parameters of a node: fields that are stored in the node's settings and shown in its dialog.
 *
 * <p>An implementation has a constructor without arguments that sets the defaults; it may have a second one that takes
 * a {@link NodeParametersInput} and adapts the defaults to the first input seen.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Checks the values after they were loaded and before they are used. Called for the outermost parameters only, not
     * for nested ones.
     *
     * @throws InvalidSettingsException if a value is not acceptable
     */
    default void validate() throws InvalidSettingsException {}
}
