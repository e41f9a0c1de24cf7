package org.tessera.knime.view.web;

import java.util.List;
import java.util.function.BiFunction;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.DefaultView;
import org.knime.node.DefaultView.RequireDescription;
import org.knime.node.DefaultView.ViewInput;

/** Declares the page as the view of a node that keeps a {@link StoredView}. */
public final class PageView {

    private PageView() {}

    /**
     * Declares the view.
     *
     * @param view the stage after the view's parameters
     * @param description what the view shows
     * @param settings what the page shows, given the columns to choose from
     * @return the view
     */
    @SuppressWarnings("restriction") // Page is internal in KNIME, but the only way to give a declared view its page
    public static DefaultView declare(
            RequireDescription view,
            String description,
            BiFunction<ViewInput, List<DataColumnSpec>, ViewSettings> settings) {
        return view.description(description)
                .page(p -> p.fromString(WebPage::html).relativePath("segments.html"))
                .initialData(d -> d.data(input -> StoredView.read(input, columns -> settings.apply(input, columns))))
                .dataService(d -> d.handler(StoredView::service));
    }
}
