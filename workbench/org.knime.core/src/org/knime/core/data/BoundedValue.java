package org.knime.core.data;

/** Marks values with an order: containers collect the smallest and the largest one as the domain's bounds. */
public interface BoundedValue extends DataValue {}
