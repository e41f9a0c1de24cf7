package org.knime.core.internal;

/** Holds the common supertype of all serializers. */
public final class SerializerMethodLoader {
    private SerializerMethodLoader() {}

    /**
     * Marks a serializer.
     *
     * @param <T> what it writes and reads
     */
    @SuppressWarnings("unused") // KNIME declares the parameter; subclasses use it
    public interface Serializer<T> {}
}
