package org.knime.core.webui.data;

/** Exchanges data with a page. */
public interface DataService {

    /** Builds a data service. */
    interface DataServiceBuilder {}
}
