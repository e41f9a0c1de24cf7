package org.knime.core.webui.data;

/** A data service of a page. */
public abstract class AbstractDataService implements DataService {

    AbstractDataService() {}

    /** Builds a data service. */
    public abstract static class AbstractDataServiceBuilder implements DataServiceBuilder {

        /** Creates a builder. */
        public AbstractDataServiceBuilder() {
            super();
        }
    }
}
