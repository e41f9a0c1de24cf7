package org.tessera.knime.view.web;

import java.util.List;
import java.util.function.Supplier;

/** Answers the page when it asks for the distribution of a column that it did not get when it opened. */
public final class ColumnService {

    private final Supplier<List<String>> distributions;

    /** @param distributions gives the distributions of all columns as JSON */
    public ColumnService(Supplier<List<String>> distributions) {
        this.distributions = distributions;
    }

    /**
     * The distribution of a column.
     *
     * @param index the column's place in the list of the summary, from 0
     * @return JSON, or "" if there is no such column
     */
    public String column(int index) {
        List<String> all = distributions.get();
        return index >= 0 && index < all.size() ? all.get(index) : "";
    }
}
