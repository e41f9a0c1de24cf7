package org.knime.core.node.context;

/**
 * Can be copied so that neither copy sees changes of the other.
 *
 * @param <T> what the copy is
 */
public interface DeepCopy<T> {
    /**
     * Copies this object.
     *
     * @return the copy
     */
    T copy();
}
