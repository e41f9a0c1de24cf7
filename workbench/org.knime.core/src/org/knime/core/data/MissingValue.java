package org.knime.core.data;

/** A value that is not there. */
public interface MissingValue extends DataValue {

    /**
     * Tells why the value is missing.
     *
     * @return the reason, or null if there is none
     */
    String getError();
}
