package org.tessera.charts;

import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.Arrays;
import org.tessera.engine.cluster.dbscan.KDistance;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RunContext;

/**
 * The k-distance graph of DBSCAN: the customers by the distance to their k-th nearest one, itself included, with the radius
 * of the model. Those below the radius are core customers. Ester et al. (1996), KDD-96, section 4.2.
 */
public final class KDistancePlot {

    /** Largest number of points of the curve. */
    private static final int MAX_POINTS = 400;
    /** Share of the customers whose distances are all on the scale. */
    private static final double SHOWN = 0.99;
    /** Times the radius that are on the scale. */
    private static final double RADII = 2;

    private static final double AXIS_WIDTH = 50;
    private static final double FOOT = 40;
    private static final double GAP = 4;
    private static final int TICKS = 7;

    private KDistancePlot() {}

    /**
     * The specification of the chart.
     *
     * @param title the chart's title
     * @param subtitle how to read the chart, or why there is none and what to do
     * @param curve distances in ascending order at equal shares of the customers from 0 to 1; none if there is no curve
     * @param radius the radius of the model
     * @param core share of the customers that are core customers, 0 to 1
     * @param top the largest distance on the scale, above 0
     */
    public record Spec(String title, String subtitle, double[] curve, double radius, double core, double top)
            implements ChartSpec {

        @Override
        public boolean isEmpty() {
            return curve.length == 0;
        }
    }

    /**
     * Measures the distances. O(n log n) for few features, O(n² d) at worst; of more than {@value KDistance#MAX_POINTS}
     * customers for a sample.
     *
     * @param model a model; only one of DBSCAN has a radius
     * @param features n x d finite features of customers
     * @param algorithm the name of the algorithm, for the message
     * @param run threads, progress, cancel
     * @return the specification; without a curve, and with the reason as subtitle, if the model has no radius
     */
    public static Spec spec(ClusterModel model, Matrix features, String algorithm, RunContext run) {
        if (!(model instanceof DensityModel density) || features.rows() == 0 || features.columns() == 0) {
            return new Spec(
                    "No radius",
                    "The segments are of " + algorithm + ", which has no radius: take a model of DBSCAN Segmentation.",
                    new double[0],
                    0,
                    0,
                    1);
        }
        double[] curve = KDistance.of(features, density.minPoints(), density.distance(), run)
                .curve();
        double radius = density.eps();
        double within = Arrays.stream(curve)
                .filter(d -> density.inclusive() ? d <= radius : d < radius)
                .count();
        double core = within / curve.length;
        double shown = Math.max(RADII * radius, curve[(int) Math.floor(SHOWN * (curve.length - 1))]);
        double top = Math.min(shown, Math.max(radius, curve[curve.length - 1]));
        return new Spec(
                Numbers.roughPercent(core) + " are core customers at the radius of " + Numbers.value(radius, 3),
                subtitle(density, features.rows(), curve, top),
                thin(curve),
                radius,
                core,
                top > 0 ? top : 1);
    }

    private static String subtitle(DensityModel density, int customers, double[] curve, double top) {
        long beyond = Arrays.stream(curve).filter(d -> d > top).count();
        return "Distance within which a customer has " + Numbers.count(density.minPoints()) + ", itself included"
                + (curve.length < customers
                        ? ", of " + Numbers.count(curve.length) + " of " + Numbers.count(customers) + " customers"
                        : "")
                + ". A good radius lies where the curve bends upward; customers above it are noise or at the border of"
                + " a segment"
                + (beyond == 0
                        ? ""
                        : ". " + Numbers.count(beyond, "distance") + " of up to "
                                + Numbers.value(curve[curve.length - 1], 3) + (beyond == 1 ? " is" : " are")
                                + " above the scale");
    }

    /** Distances at equal shares of the customers. */
    private static double[] thin(double[] curve) {
        double[] thinned = new double[Math.min(MAX_POINTS, curve.length)];
        int last = thinned.length - 1;
        Arrays.setAll(thinned, i -> curve[last == 0 ? 0 : (int) Math.round((double) i * (curve.length - 1) / last)]);
        return thinned;
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            if (spec.isEmpty()) {
                pen.text("No curve", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new Body(spec, pen, area).draw();
            }
        };
    }

    /** The drawing of a specification into an area. */
    private record Body(Spec spec, Pen pen, Rectangle2D area) {

        void draw() {
            double left = Math.min(pen.px(AXIS_WIDTH), area.getWidth() / 4);
            Rectangle2D plot = Pen.box(
                    area.getX() + left,
                    area.getY() + pen.px(GAP),
                    area.getWidth() - left - pen.px(4 * GAP),
                    area.getHeight() - pen.px(FOOT + GAP));
            Scale x = new Scale(0, 1, plot.getMinX(), plot.getMaxX());
            Scale y = new Scale(0, spec.top(), plot.getMaxY(), plot.getMinY());
            axes(x, y, plot);
            curve(x, y);
            radius(x, y, plot);
        }

        private void axes(Scale x, Scale y, Rectangle2D plot) {
            Font font = pen.theme().smallFont();
            double line = pen.height(font);
            for (BigDecimal tick : y.ticks(TICKS)) {
                double at = y.at(tick.doubleValue());
                pen.line(plot.getMinX(), at, plot.getMaxX(), at, Theme.GRID, 1);
                Rectangle2D label = Pen.box(area.getX(), at - line / 2, plot.getX() - area.getX() - pen.px(GAP), line);
                pen.text(Scale.text(tick), font, Theme.MUTED, label, 1);
            }
            double room = pen.width("100 %", font) + 1;
            for (BigDecimal tick : x.ticks(Math.max(2, (int) Math.min(6, plot.getWidth() / (1.6 * room))))) {
                double at = x.at(tick.doubleValue());
                double from = Math.min(at - room / 2, area.getMaxX() - room);
                Rectangle2D label = Pen.box(from, plot.getMaxY() + pen.px(5), room, line);
                pen.text(Numbers.roughPercent(tick.doubleValue()), font, Theme.MUTED, label, 0.5);
            }
            Rectangle2D title =
                    Pen.box(plot.getX(), plot.getMaxY() + pen.px(FOOT / 2 + 1), plot.getWidth(), pen.px(FOOT / 2 - 1));
            pen.text("Customers, by distance", pen.theme().textFont(), Theme.TEXT, title, 0.5);
        }

        private void curve(Scale x, Scale y) {
            Path2D path = new Path2D.Double();
            double[] curve = spec.curve();
            for (int i = 0; i < curve.length; i++) {
                double atX = x.at(curve.length == 1 ? 0 : (double) i / (curve.length - 1));
                double atY = y.at(Math.min(curve[i], spec.top()));
                if (i == 0) {
                    path.moveTo(atX, atY);
                } else {
                    path.lineTo(atX, atY);
                }
            }
            pen.outline(path, Theme.segment(0), pen.theme().line(2.2));
        }

        /** The radius, and the share of the customers below it. */
        private void radius(Scale x, Scale y, Rectangle2D plot) {
            double atY = y.at(Math.min(spec.radius(), spec.top()));
            double atX = x.at(spec.core());
            pen.outline(
                    new Line2D.Double(plot.getMinX(), atY, plot.getMaxX(), atY),
                    Theme.TEXT,
                    pen.theme().dashed(1.4, 6, 4));
            pen.line(atX, atY, atX, plot.getMaxY(), Theme.TEXT, 1.2);
            pen.disc(atX, atY, pen.px(4), Theme.TEXT);
            Font font = pen.theme().boldFont();
            double line = pen.height(font);
            boolean above = atY - line - pen.px(GAP) >= plot.getMinY();
            String core = Numbers.roughPercent(spec.core()) + " core customers";
            label(
                    "radius " + Numbers.value(spec.radius(), 3),
                    font,
                    plot.getX() + pen.px(GAP),
                    above ? atY - line - pen.px(2) : atY + pen.px(2));
            double width = pen.width(core, font) + pen.px(GAP);
            double from = atX - width - pen.px(GAP) > plot.getMinX() ? atX - width - pen.px(GAP) : atX + pen.px(GAP);
            double below = Math.min(
                    plot.getMaxY() - line - pen.px(2), Math.max(atY + line + pen.px(2), (atY + plot.getMaxY()) / 2));
            label(core, font, from, below);
        }

        private void label(String text, Font font, double left, double top) {
            Rectangle2D box = Pen.box(left, top, pen.width(text, font) + pen.px(GAP), pen.height(font));
            pen.fill(box, Theme.BACKGROUND);
            pen.text(text, font, Theme.TEXT, box, 0.5);
        }
    }
}
