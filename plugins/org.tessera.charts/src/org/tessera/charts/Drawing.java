package org.tessera.charts;

import java.awt.geom.Rectangle2D;

/** The body of a chart, below its title; drawn onto any surface. */
@FunctionalInterface
interface Drawing {

    /**
     * Draws.
     *
     * @param pen the surface and the theme
     * @param area the place left by title and margins
     */
    void draw(Pen pen, Rectangle2D area);
}
