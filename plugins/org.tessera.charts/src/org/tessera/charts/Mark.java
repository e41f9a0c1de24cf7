package org.tessera.charts;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.tessera.engine.data.Labels;

/**
 * The marks of the points of segments, which differ where colors are alike: five shapes of about the same area, in turn.
 * As there are twelve colors, mark and color together repeat after 60 segments. Noise is a cross.
 */
enum Mark {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    DOWN,
    CROSS;

    private static final int OF_SEGMENTS = 5;

    /** The mark of a segment or of noise. */
    static Mark of(int label) {
        return label == Labels.NOISE ? CROSS : values()[label % OF_SEGMENTS];
    }

    /** The mark around a point; a circle has the radius. */
    Shape at(double x, double y, double radius) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(centered(radius));
    }

    private Shape centered(double r) {
        double side = 0.89 * r;
        double wide = 1.25 * r;
        double arm = 0.35 * r;
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(-side, -side, 2 * side, 2 * side);
            case TRIANGLE -> polygon(-wide, 0.85 * r, wide, 0.85 * r, 0, -1.35 * r);
            case DOWN -> polygon(-wide, -0.85 * r, wide, -0.85 * r, 0, 1.35 * r);
            case DIAMOND -> polygon(-wide, 0, 0, -wide, wide, 0, 0, wide);
            case CROSS ->
                polygon(
                        -r, -r + arm, -r + arm, -r, 0, -arm, r - arm, -r, r, -r + arm, arm, 0, r, r - arm, r - arm, r,
                        0, arm, -r + arm, r, -r, r - arm, -arm, 0);
        };
    }

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
