package org.knime.core.webui.data;

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

    private InitialDataService(final InitialDataServiceBuilder<D> builder) {
        m_data = builder.m_data;
    }

    /**
     * Computes and writes the data.
     *
     * @return a JSON object that holds them as {@code result} or, if they could not be computed, what went wrong as
     *     {@code internalError}
     */
    public String getInitialData() {
        try {
            return "{\"result\":" + Json.write(m_data.get()) + "}";
        } catch (RuntimeException e) {
            return Json.write(Map.of("internalError", ViewError.of(e)));
        }
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

        private InitialDataServiceBuilder(final Supplier<D> data) {
            m_data = data;
        }

        /** @return the service */
        public InitialDataService<D> build() {
            return new InitialDataService<>(this);
        }
    }
}
