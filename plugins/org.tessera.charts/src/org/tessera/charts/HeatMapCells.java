package org.tessera.charts;

import java.awt.Color;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

/**
 * What a {@link HeatMapGrid} shows.
 *
 * @param columns the headings of the columns
 * @param rows the names of the rows
 * @param values a value per row and column
 * @param look how values are shown
 */
record HeatMapCells(List<SegmentHead> columns, List<RowName> rows, double[][] values, Look look) {

    /**
     * The name of a row.
     *
     * @param name what is abbreviated first
     * @param rest what follows it, may be empty
     * @param segment the segment whose color stands beside the name, if any
     */
    record RowName(String name, String rest, OptionalInt segment) {

        String full() {
            return name + rest;
        }
    }

    /**
     * How values are shown.
     *
     * @param text their number in a cell
     * @param color their color
     * @param low the value at the left end of the key
     * @param high the value at its right end
     * @param key the texts below the key: left, middle, right
     */
    record Look(DoubleFunction<String> text, DoubleFunction<Color> color, double low, double high, List<String> key) {}
}
