package org.tessera.charts;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;

/** The ticks below a histogram of numbers or dates: as many as fit with their labels. */
final class HistogramTicks {

    private static final double GAP = 5;
    private static final int MAX_TICKS = 5;

    /**
     * A tick of an axis.
     *
     * @param value its position, in units of the axis
     * @param text its label
     */
    record Tick(double value, String text) {}

    private final Histograms.Bins bins;
    private final Pen pen;
    private final Rectangle2D bars;
    private final Scale scale;

    HistogramTicks(Histograms.Bins bins, Pen pen, Rectangle2D bars) {
        this.bins = bins;
        this.pen = pen;
        this.bars = bars;
        double[] edges = bins.edges();
        this.scale = Scale.of(edges[0], edges[edges.length - 1], bars.getMinX(), bars.getMaxX());
    }

    /** Draws the ticks; bins of whole numbers have ticks at whole numbers only. */
    void draw(double height) {
        List<Tick> ticks = List.of();
        for (int limit = MAX_TICKS; limit >= 2 && !fit(ticks); limit--) {
            ticks = bins.quantity().isPointInTime() ? TimeTicks.of(scale, bins.quantity(), limit) : numbers(limit);
        }
        for (Tick tick : fit(ticks) ? ticks : List.<Tick>of()) {
            double x = scale.at(tick.value());
            Rectangle2D box = Pen.box(left(tick), bars.getMaxY() + pen.px(1), width(tick), height - pen.px(2));
            pen.text(tick.text(), pen.theme().tinyFont(), Theme.MUTED, box, 0.5);
            pen.line(x, bars.getMaxY(), x, bars.getMaxY() + pen.px(2), Theme.AXIS, 1);
        }
    }

    private List<Tick> numbers(int limit) {
        double[] edges = bins.edges();
        boolean whole = isNearWhole(edges[0] - 0.5) && isNearWhole(edges[1] - edges[0]);
        return scale.ticks(limit).stream()
                .filter(tick -> !whole || isWhole(tick))
                .map(tick -> new Tick(tick.doubleValue(), Scale.text(tick)))
                .toList();
    }

    /** Whether there are ticks and their labels do not overlap. */
    private boolean fit(List<Tick> ticks) {
        double end = bars.getMinX() - pen.px(GAP);
        for (Tick tick : ticks) {
            if (left(tick) < end + pen.px(GAP) || width(tick) > bars.getWidth()) {
                return false;
            }
            end = left(tick) + width(tick);
        }
        return !ticks.isEmpty();
    }

    private static boolean isNearWhole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-9;
    }

    private static boolean isWhole(BigDecimal tick) {
        return tick.stripTrailingZeros().scale() <= 0;
    }

    private double width(Tick tick) {
        return pen.width(tick.text(), pen.theme().tinyFont()) + pen.px(1);
    }

    /** The left edge of a label: centered below its tick, but inside the cell. */
    private double left(Tick tick) {
        double centered = scale.at(tick.value()) - width(tick) / 2;
        return Math.max(bars.getMinX(), Math.min(bars.getMaxX() - width(tick), centered));
    }
}
