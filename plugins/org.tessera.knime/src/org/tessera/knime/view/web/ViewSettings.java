package org.tessera.knime.view.web;

import java.util.List;

/**
 * What the page shows of its data, in the form in which KNIME sends it settings that change in the dialog of an open view.
 *
 * @param title the title, or "" for the page's own
 * @param cards whether the cards of the segments are shown
 * @param parts the parts that have a tab, in order; one without data is left out
 * @param columns the columns of profile and distributions
 * @param hiddenSegments the segments left out: "1" for the first and so on, or "noise"
 * @param horizontal number of the component on the horizontal axis of the scatter plot, from 1
 * @param vertical number of the component on its vertical axis, another one
 */
public record ViewSettings(
        String title,
        boolean cards,
        List<Part> parts,
        Columns columns,
        List<String> hiddenSegments,
        int horizontal,
        int vertical) {

    /** Copies the lists. */
    public ViewSettings {
        parts = List.copyOf(parts);
        hiddenSegments = List.copyOf(hiddenSegments);
    }

    /**
     * A part with a tab.
     *
     * @param part its name
     */
    public record Part(ViewPart part) {}

    /**
     * A choice of columns.
     *
     * @param selected their names, null for all
     */
    public record Columns(List<String> selected) {

        /** Copies the list. */
        public Columns {
            selected = selected == null ? null : List.copyOf(selected);
        }
    }

    /**
     * All columns and segments in some parts.
     *
     * @param parts the parts in order
     * @return the settings
     */
    public static ViewSettings of(ViewPart... parts) {
        return new ViewSettings(
                "", true, List.of(parts).stream().map(Part::new).toList(), new Columns(null), List.of(), 1, 2);
    }
}
