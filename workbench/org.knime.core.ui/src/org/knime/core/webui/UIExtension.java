package org.knime.core.webui;

import org.knime.core.webui.page.Page;

/** A part of the user interface that is a web page. */
public interface UIExtension {

    /** @return the page */
    Page getPage();
}
