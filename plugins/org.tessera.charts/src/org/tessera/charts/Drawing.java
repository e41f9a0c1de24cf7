package org.tessera.charts;

import java.awt.geom.Rectangle2D;

/** Draws the body of a chart, below title and subtitle. */
@FunctionalInterface
interface Drawing {

    /**
     * Draws the body.
     *
     * @param pen the drawing surface and the theme
     * @param area the area inside the margins and below the title
     */
    void draw(Pen pen, Rectangle2D area);
}
