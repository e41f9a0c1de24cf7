package org.knime.core.webui.data;

import java.util.Optional;

/** Keeps what to run when a page goes away. */
public abstract class AbstractDataService implements DataService {

    private final Runnable m_onDispose;
    private final Runnable m_onDeactivate;

    AbstractDataService(final AbstractDataServiceBuilder builder) {
        m_onDispose = builder.m_onDispose;
        m_onDeactivate = builder.m_onDeactivate;
    }

    @Override
    public Optional<Runnable> disposeRunnable() {
        return Optional.ofNullable(m_onDispose);
    }

    @Override
    public Optional<Runnable> deactivateRunnable() {
        return Optional.ofNullable(m_onDeactivate);
    }

    /** Collects what to run when a page goes away. */
    public abstract static class AbstractDataServiceBuilder implements DataServiceBuilder {

        private Runnable m_onDispose;
        private Runnable m_onDeactivate;

        /** Creates a builder with nothing to run. */
        public AbstractDataServiceBuilder() {
            super();
        }

        @Override
        public DataServiceBuilder onDispose(final Runnable dispose) {
            m_onDispose = dispose;
            return this;
        }

        @Override
        public DataServiceBuilder onDeactivate(final Runnable deactivate) {
            m_onDeactivate = deactivate;
            return this;
        }
    }
}
