package org.knime.core.webui.data;

import java.util.Optional;

/** Has the data services of a page. */
public interface DataServiceProvider {

    /**
     * @param <D> the class of the data
     * @return the service of the data the page gets when it opens
     */
    <D> Optional<InitialDataService<D>> createInitialDataService();

    /** @return the service that answers the page's questions */
    Optional<RpcDataService> createRpcDataService();
}
