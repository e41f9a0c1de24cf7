package org.knime.core.webui.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** Has the handlers that a page can call. */
public final class RpcDataService extends AbstractDataService {

    private final Object m_handler;
    private final Map<String, Object> m_namedHandlers;

    private RpcDataService(final RpcDataServiceBuilder builder) {
        super(builder);
        m_handler = builder.m_handler;
        m_namedHandlers = Map.copyOf(builder.m_namedHandlers);
        if ((m_handler == null) == m_namedHandlers.isEmpty()) {
            throw new IllegalStateException("A data service needs either one handler or handlers with names.");
        }
    }

    /**
     * Finds a handler.
     *
     * @param name its name; any if there is a single handler without one
     * @return the handler, null if there is none of this name
     */
    public Object getHandler(final String name) {
        return m_handler != null ? m_handler : m_namedHandlers.get(name);
    }

    /**
     * Starts a service of one handler.
     *
     * @param <S> the class of the handler
     * @param handler the handler
     * @return a builder
     */
    public static <S> RpcDataServiceBuilder builder(final S handler) {
        return new RpcDataServiceBuilder(handler);
    }

    /** @return a builder of a service of handlers with names */
    public static RpcDataServiceBuilder builder() {
        return new RpcDataServiceBuilder(null);
    }

    /** Builds a service. */
    public static final class RpcDataServiceBuilder extends AbstractDataServiceBuilder {

        private final Object m_handler;
        private final Map<String, Object> m_namedHandlers = new LinkedHashMap<>();

        private RpcDataServiceBuilder(final Object handler) {
            m_handler = handler;
        }

        /**
         * @param name the name of a handler
         * @param handler the handler
         * @return this
         */
        public RpcDataServiceBuilder addService(final String name, final Object handler) {
            m_namedHandlers.put(name, handler);
            return this;
        }

        @Override
        public RpcDataServiceBuilder onDispose(final Runnable dispose) {
            super.onDispose(dispose);
            return this;
        }

        @Override
        public RpcDataServiceBuilder onDeactivate(final Runnable deactivate) {
            super.onDeactivate(deactivate);
            return this;
        }

        /** @return the service */
        public RpcDataService build() {
            return new RpcDataService(this);
        }
    }
}
