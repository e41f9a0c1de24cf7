package org.tessera.charts;

import java.awt.geom.AffineTransform;

/**
 * The layout of a page of charts: a grid of equal cells, filled row by row.
 *
 * @param columns charts side by side, at least 1; fewer if there are fewer charts
 * @param width width of each chart in units of the layout
 * @param height height of each chart
 */
public record ChartPage(int columns, int width, int height) {

    /** Largest width and height of all charts together, in units of the layout. */
    public static final int MAX_SIZE = (int) (Charts.MAX_SIZE / Charts.MIN_SCALE);

    /** Checks the number of columns. */
    public ChartPage {
        if (columns < 1) {
            throw new IllegalArgumentException(columns + " charts side by side, but it takes at least 1");
        }
    }

    /**
     * Whether the page can be drawn with at least half a pixel per unit.
     *
     * @param charts number of charts
     * @return whether width and height of all of them are at most {@value #MAX_SIZE} units
     */
    public boolean fits(int charts) {
        return Math.max(fullWidth(charts), fullHeight(charts)) <= MAX_SIZE;
    }

    /** The width of all charts together. */
    long fullWidth(int charts) {
        return (long) width * Math.min(columns, charts);
    }

    /** The height of all charts together. */
    long fullHeight(int charts) {
        return (long) height * ((charts + columns - 1) / columns);
    }

    /** The corner of a chart. */
    AffineTransform corner(int chart) {
        int row = chart / columns;
        return AffineTransform.getTranslateInstance((double) (chart % columns) * width, (double) row * height);
    }
}
