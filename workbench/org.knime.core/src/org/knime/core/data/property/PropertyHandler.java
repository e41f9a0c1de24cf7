package org.knime.core.data.property;

/** Something of a column that is drawn, such as the color of a value. */
public interface PropertyHandler {}
