package org.tessera.charts;

import java.util.List;

/**
 * The specification of a chart: its data as numbers and names, without graphics. Each type of chart has a record of its
 * own, nested in the class of the chart; {@link Charts} draws all of them. Arrays inside are shared and must not be
 * changed.
 */
public interface ChartSpec {

    /** @return the chart's title, without a line break */
    String title();

    /** @return a note on the data or on how to read the chart, may be empty */
    String subtitle();

    /** @return what a reader has to know lest the picture mislead, in sentences, or "" */
    default String caution() {
        return "";
    }

    /** @return whether there is nothing to draw; the subtitle says why, and what to do */
    default boolean isEmpty() {
        return false;
    }

    /** @return the names of the customers' columns and categories in the chart, whose script a font may lack */
    default List<String> names() {
        return List.of();
    }
}
