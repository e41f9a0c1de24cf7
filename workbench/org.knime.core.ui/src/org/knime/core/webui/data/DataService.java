package org.knime.core.webui.data;

import java.util.Optional;

/** Exchanges data with a page. */
public interface DataService {

    /** @return what to run when the page is disposed */
    Optional<Runnable> disposeRunnable();

    /** @return what to run when the page is deactivated */
    Optional<Runnable> deactivateRunnable();

    /** Builds a data service. */
    interface DataServiceBuilder {

        /**
         * @param dispose what to run when the page is disposed
         * @return this
         */
        DataServiceBuilder onDispose(Runnable dispose);

        /**
         * @param deactivate what to run when the page is deactivated
         * @return this
         */
        DataServiceBuilder onDeactivate(Runnable deactivate);
    }
}
