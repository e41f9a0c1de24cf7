package org.knime.core.data.convert.map;

/** A type that has a text by which it is told from other types. */
public interface IdentifiableType {

    /**
     * Identifies the type.
     *
     * @return the same text for equal types
     */
    String getIdentifier();
}
