package org.tessera.knime.view.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page gets when it opens: at most a megabyte. Distributions beyond it are asked for one by one.
 *
 * @param summary the summary as JSON, "" before the node was executed
 * @param distributions the distributions of the first columns as JSON, as many as there is room for
 * @param settings what of it the page shows
 */
public record ViewData(String summary, List<String> distributions, ViewSettings settings) {

    /** Largest number of bytes of all together, as JSON within JSON. */
    public static final int MAX_BYTES = 1_000_000;

    /** Copies the list. */
    public ViewData {
        distributions = List.copyOf(distributions);
    }

    /**
     * As many distributions as there is room for.
     *
     * @param summary the summary as JSON
     * @param distributions the distributions of all columns as JSON
     * @param settings what of it the page shows
     * @return the data
     */
    public static ViewData of(String summary, List<String> distributions, ViewSettings settings) {
        int room = MAX_BYTES - bytes(summary) - bytes(JsonText.of(settings));
        List<String> first = new ArrayList<>();
        for (String distribution : distributions) {
            room -= bytes(distribution) + 3;
            if (room < 0) {
                break;
            }
            first.add(distribution);
        }
        return new ViewData(summary, first, settings);
    }

    /** The bytes of a text inside JSON, where a quotation mark or backslash takes two. */
    private static int bytes(String text) {
        int escaped = (int) text.chars().filter(c -> c == '"' || c == '\\').count();
        return text.getBytes(StandardCharsets.UTF_8).length + escaped;
    }
}
