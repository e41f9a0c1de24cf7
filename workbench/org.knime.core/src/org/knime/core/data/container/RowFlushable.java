package org.knime.core.data.container;

/** Something that may hold rows back before it writes them. */
public interface RowFlushable {}
