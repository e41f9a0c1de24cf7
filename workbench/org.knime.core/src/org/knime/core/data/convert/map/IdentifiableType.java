package org.knime.core.data.convert.map;

/** A type that has a text by which it is told from other types. */
public interface IdentifiableType {}
