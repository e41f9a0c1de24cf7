package org.knime.core.internal;

/** Holds the common supertype of all serializers. */
public final class SerializerMethodLoader {
    private SerializerMethodLoader() {}

    /**
     * Marks a serializer.
     *
     * @param <T> what it writes and reads
     */
    public interface Serializer<T> {}
}
