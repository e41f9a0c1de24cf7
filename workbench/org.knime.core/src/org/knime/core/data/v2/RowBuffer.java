package org.knime.core.data.v2;

/** A row to fill again and again: set key and values, then {@link RowWriteCursor#commit commit} it. */
public interface RowBuffer extends RowRead, RowWrite {}
