package org.knime.core.webui.data;

import org.tessera.workbench.ui.JsonRpc;

/** Answers the questions of a page by the public methods of an object. */
public final class RpcDataService extends AbstractDataService {

    private final Object m_handler;

    private RpcDataService(final Object handler) {
        m_handler = handler;
    }

    /**
     * Answers a question.
     *
     * @param request a JSON-RPC request
     * @return the JSON-RPC response
     */
    public String handleRpcRequest(final String request) {
        return JsonRpc.call(m_handler, request);
    }

    /**
     * Starts a service.
     *
     * @param <S> the class of the handler
     * @param handler has the methods
     * @return a builder
     */
    public static <S> RpcDataServiceBuilder builder(final S handler) {
        return new RpcDataServiceBuilder(handler);
    }

    /** Builds a service. */
    public static final class RpcDataServiceBuilder extends AbstractDataServiceBuilder {

        private final Object m_handler;

        private RpcDataServiceBuilder(final Object handler) {
            m_handler = handler;
        }

        /** @return the service */
        public RpcDataService build() {
            return new RpcDataService(m_handler);
        }
    }
}
