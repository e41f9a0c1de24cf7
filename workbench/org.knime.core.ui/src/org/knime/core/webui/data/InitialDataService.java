package org.knime.core.webui.data;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.tessera.workbench.ui.Json;

/**
 * Gives the data that a page gets when it opens.
 *
 * @param <D> the class of the data
 */
public final class InitialDataService<D> extends AbstractDataService {

    private final Supplier<D> m_data;
    private final Serializer<D> m_serializer;

    private InitialDataService(final InitialDataServiceBuilder<D> builder) {
        super(builder);
        m_data = builder.m_data;
        m_serializer = builder.m_serializer;
    }

    /**
     * Computes and writes the data.
     *
     * @return a JSON object that holds them as {@code result} or, if they could not be computed, what went wrong as
     *     {@code internalError}
     */
    public String getInitialData() {
        try {
            return "{\"result\":" + result() + "}";
        } catch (IOException | RuntimeException e) {
            return Json.write(Map.of("internalError", ViewError.of(e)));
        }
    }

    private String result() throws IOException {
        final D data = m_data.get();
        if (m_serializer == null) {
            return Json.write(data);
        }
        final String text = m_serializer.serialize(data);
        return Json.isValid(text) ? text : Json.write(text);
    }

    /**
     * Starts a service.
     *
     * @param <D> the class of the data
     * @param dataSupplier computes the data
     * @return a builder
     */
    public static <D> InitialDataServiceBuilder<D> builder(final Supplier<D> dataSupplier) {
        return new InitialDataServiceBuilder<>(dataSupplier);
    }

    /**
     * Builds a service.
     *
     * @param <D> the class of the data
     */
    public static final class InitialDataServiceBuilder<D> extends AbstractDataServiceBuilder {

        private final Supplier<D> m_data;
        private Serializer<D> m_serializer;

        private InitialDataServiceBuilder(final Supplier<D> data) {
            m_data = data;
        }

        @Override
        public InitialDataServiceBuilder<D> onDispose(final Runnable dispose) {
            super.onDispose(dispose);
            return this;
        }

        @Override
        public InitialDataServiceBuilder<D> onDeactivate(final Runnable deactivate) {
            super.onDeactivate(deactivate);
            return this;
        }

        /**
         * @param serializer writes the data; without it they are written as JSON
         * @return this
         */
        public InitialDataServiceBuilder<D> serializer(final Serializer<D> serializer) {
            m_serializer = serializer;
            return this;
        }

        /** @return the service */
        public InitialDataService<D> build() {
            return new InitialDataService<>(this);
        }
    }

    /**
     * Writes data.
     *
     * @param <D> the class of the data
     */
    @FunctionalInterface
    public interface Serializer<D> {

        /**
         * @param obj the data
         * @return their text, JSON or any other
         * @throws IOException if they cannot be written
         */
        String serialize(D obj) throws IOException;
    }
}
