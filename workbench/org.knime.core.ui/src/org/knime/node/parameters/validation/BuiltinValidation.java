package org.knime.node.parameters.validation;

/** A check that the dialog makes while the user types. */
public interface BuiltinValidation {

    /** @return the bounds, as the dialog needs them */
    Object getParameters();
}
