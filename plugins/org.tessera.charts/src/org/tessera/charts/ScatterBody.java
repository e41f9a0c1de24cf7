package org.tessera.charts;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYDotRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.tessera.engine.data.Numbers;

/** The drawing of a {@link PcaScatter}: axes by JFreeChart, points in their order, numbered badges at the centroids. */
final class ScatterBody {

    private static final double POINT_RADIUS = 2.6;
    private static final double BADGE_RADIUS = 9.5;
    private static final int OPACITY = 165;
    private static final int SEPARATION_STEPS = 200;
    private static final int MAX_TICKS = 8;
    /** Height of an axis with its label. */
    private static final double AXIS = 40;

    private final PcaScatter.Spec spec;
    private final Pen pen;

    ScatterBody(PcaScatter.Spec spec, Pen pen) {
        this.spec = spec;
        this.pen = pen;
    }

    void draw(Rectangle2D area) {
        XYPlot plot = plot(area);
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        plot.draw(pen.graphics(), area, null, null, info);
        drawPoints(info.getDataArea());
        drawCentroids(plot, info.getDataArea());
    }

    private XYPlot plot(Rectangle2D area) {
        PcaScatter.Frame frame = spec.frame();
        XYPlot plot = new XYPlot(
                new DefaultXYDataset(),
                axis(0, frame.left(), frame.right(), area.getWidth()),
                axis(1, frame.bottom(), frame.top(), area.getHeight()),
                new XYDotRenderer());
        plot.setBackgroundPaint(Theme.BACKGROUND);
        plot.setDomainGridlinePaint(Theme.GRID);
        plot.setRangeGridlinePaint(Theme.GRID);
        plot.setDomainGridlineStroke(pen.theme().line(1));
        plot.setRangeGridlineStroke(pen.theme().line(1));
        plot.setOutlinePaint(Theme.AXIS);
        plot.setOutlineStroke(pen.theme().line(1));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private void drawPoints(Rectangle2D area) {
        PcaScatter.Frame frame = spec.frame();
        Scale horizontal = new Scale(frame.left(), frame.right(), area.getMinX(), area.getMaxX());
        Scale vertical = new Scale(frame.bottom(), frame.top(), area.getMaxY(), area.getMinY());
        for (int i = 0; i < spec.label().length; i++) {
            double x = horizontal.at(clamp(spec.x()[i], frame.left(), frame.right()));
            double y = vertical.at(clamp(spec.y()[i], frame.bottom(), frame.top()));
            int label = spec.label()[i];
            pen.mark(x, y, pen.px(POINT_RADIUS), label, translucent(Theme.segment(label)));
        }
    }

    private static Color translucent(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private NumberAxis axis(int component, double from, double to, double length) {
        NumberAxis axis = new NumberAxis(label(component, length - pen.px(AXIS)));
        axis.setRange(from, to);
        axis.setTickUnit(new NumberTickUnit(Scale.step(from, to, MAX_TICKS).doubleValue()));
        axis.setLabelFont(pen.theme().textFont());
        axis.setLabelPaint(Theme.TEXT);
        axis.setTickLabelFont(pen.theme().smallFont());
        axis.setTickLabelPaint(Theme.MUTED);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.##", symbols()));
        return axis;
    }

    /** The component and its share of the variance, in the words for which there is room. */
    private String label(int component, double room) {
        String name = "Component " + (component + 1);
        String share = Numbers.percent(spec.explained()[component]);
        return Stream.of(name + " (" + share + " of the variance)", name + " (" + share + ")", share)
                .filter(text -> pen.width(text, pen.theme().textFont()) <= room)
                .findFirst()
                .orElse(null);
    }

    private static DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        return symbols;
    }

    /**
     * Draws a badge with the segment's number at its centroid; overlapping badges are moved apart, with a line to the
     * centroid.
     */
    private void drawCentroids(XYPlot plot, Rectangle2D area) {
        List<PcaScatter.Centroid> centroids =
                spec.centroids().stream().filter(c -> c.size() > 0).toList();
        int k = centroids.size();
        double[][] at = new double[k][];
        double[][] badges = new double[k][];
        for (int s = 0; s < k; s++) {
            PcaScatter.Centroid centroid = centroids.get(s);
            PcaScatter.Frame frame = spec.frame();
            double x = plot.getDomainAxis()
                    .valueToJava2D(clamp(centroid.x(), frame.left(), frame.right()), area, RectangleEdge.BOTTOM);
            double y = plot.getRangeAxis()
                    .valueToJava2D(clamp(centroid.y(), frame.bottom(), frame.top()), area, RectangleEdge.LEFT);
            at[s] = new double[] {x, y};
            badges[s] = new double[] {x, y};
        }
        double radius = pen.px(BADGE_RADIUS);
        pushApart(badges, 2 * radius + pen.px(4), area, radius);
        for (int s = 0; s < k; s++) {
            pen.line(at[s][0], at[s][1], badges[s][0], badges[s][1], Theme.TEXT, 1.2);
        }
        for (int s = 0; s < k; s++) {
            badge(centroids.get(s).label(), badges[s], radius);
        }
    }

    /** Moves badges apart until no two are closer than the distance or the steps are used up, within the area. */
    private static void pushApart(double[][] badges, double distance, Rectangle2D area, double radius) {
        for (int step = 0; step < SEPARATION_STEPS; step++) {
            for (int a = 0; a < badges.length; a++) {
                for (int b = 0; b < a; b++) {
                    separate(badges[a], badges[b], distance, a);
                }
            }
            for (double[] badge : badges) {
                badge[0] = clamp(badge[0], area.getMinX() + radius, area.getMaxX() - radius);
                badge[1] = clamp(badge[1], area.getMinY() + radius, area.getMaxY() - radius);
            }
        }
    }

    /** Moves two badges apart to the distance; equal positions in the direction of an angle. */
    private static void separate(double[] a, double[] b, double distance, double angle) {
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        double length = Math.hypot(dx, dy);
        if (length >= distance) {
            return;
        }
        if (length < 1e-6) {
            dx = Math.cos(angle);
            dy = Math.sin(angle);
            length = 1;
        }
        double move = (distance - Math.min(length, distance)) / 2 / length;
        a[0] += dx * move;
        a[1] += dy * move;
        b[0] -= dx * move;
        b[1] -= dy * move;
    }

    private void badge(int label, double[] at, double radius) {
        pen.disc(at[0], at[1], radius + pen.px(1.8), Color.WHITE);
        pen.disc(at[0], at[1], radius, Theme.segment(label));
        pen.text(
                Integer.toString(label + 1),
                pen.theme().boldFont(),
                Theme.onto(Theme.segment(label)),
                Pen.box(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius),
                0.5);
    }
}
