package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import org.tessera.engine.data.Numbers;

/**
 * The cells of one row of {@link HistogramGrid}: upright bars over an axis for numbers, a horizontal bar per category. A
 * bar that is longer than the scale of its cell, which only gray ones are, ends with the cell.
 */
final class HistogramCells {

    private static final double TICKS = 13;
    private static final double GAP = 4;
    private static final double FILLED = 0.96;
    private static final int OPACITY = 185;

    private final Histograms.Row row;
    private final Pen pen;
    private final double top;
    private final double bottom;
    private final boolean categorical;

    /** The cells between two heights; the line above those of numbers is free for the end of their own scales. */
    HistogramCells(Histograms.Row row, Pen pen, double top, double bottom) {
        this.row = row;
        this.pen = pen;
        this.categorical = !row.bins().names().isEmpty();
        this.top = top;
        this.bottom = bottom - pen.px(GAP + TICKS);
    }

    /** Draws the names of the categories, each at the height of its bars. */
    void categories(double left, double right) {
        Font font = pen.theme().tinyFont();
        double step = (bottom - top) / row.bins().count();
        for (int b = 0; b < row.bins().count(); b++) {
            Rectangle2D box = Pen.box(left, top + b * step, right - left, step);
            pen.text(pen.fitName(row.bins().names().get(b), font, box.getWidth()), font, Theme.MUTED, box, 1);
        }
    }

    /** Draws the scale that cells of numbers have in common, at their left. */
    void commonScale(double left, double right) {
        double line = pen.px(TICKS);
        Rectangle2D end = Pen.box(left, top - line / 2, right - left, line);
        scale(Numbers.roughPercent(row.top(0)), end, 1);
        scale("0 %", Pen.box(left, bottom - line / 2, right - left, line), 1);
    }

    /** Draws the cell of a segment. */
    void draw(int segment, int label, double left, double width) {
        double gap = Math.min(pen.px(GAP), width / 8);
        Rectangle2D bars = Pen.box(left + gap, top, width - 2 * gap, bottom - top);
        pen.fill(bars, Theme.FAINT);
        Color color = Theme.segment(label);
        Color fill = categorical ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY);
        double scale = row.top(segment);
        for (int b = 0; b < row.bins().count(); b++) {
            bar(bars, b, row.overall()[b] / scale, categorical ? 0.9 : 1, Theme.color(Palette.OVERALL));
        }
        for (int b = 0; b < row.bins().count(); b++) {
            bar(bars, b, row.perSegment()[segment][b] / scale, categorical ? 0.5 : 0.92, fill);
        }
        axis(bars);
        String end = Numbers.roughPercent(scale);
        if (categorical) {
            Rectangle2D below = Pen.box(bars.getX(), bars.getMaxY() + pen.px(1), bars.getWidth(), pen.px(TICKS));
            boolean both = pen.width("0 %" + end, pen.theme().tinyFont()) + pen.px(GAP) <= below.getWidth();
            scale(both ? "0 %" : "", below, 0);
            scale(end, below, 1);
        } else if (row.scaledPerSegment()) {
            scale(end, Pen.box(left, top - pen.px(TICKS), width - gap, pen.px(TICKS)), 1);
        }
    }

    private void axis(Rectangle2D bars) {
        if (categorical) {
            pen.line(bars.getMinX(), bars.getMinY(), bars.getMinX(), bars.getMaxY(), Theme.AXIS, 1);
        } else {
            pen.line(bars.getMinX(), bars.getMaxY(), bars.getMaxX(), bars.getMaxY(), Theme.AXIS, 1);
            new HistogramTicks(row.bins(), pen, bars).draw(pen.px(TICKS));
        }
    }

    /** Draws an end of a scale, if it fits. */
    private void scale(String text, Rectangle2D box, double alignment) {
        Font font = pen.theme().tinyFont();
        if (pen.width(text, font) <= box.getWidth()) {
            pen.text(text, font, Theme.MUTED, box, alignment);
        }
    }

    private void bar(Rectangle2D bars, int bin, double share, double thickness, Color color) {
        double length = FILLED * Math.min(share, 1 / FILLED);
        if (categorical) {
            double step = bars.getHeight() / row.bins().count();
            double y = bars.getY() + bin * step + step * (1 - thickness) / 2;
            pen.fill(Pen.box(bars.getX(), y, bars.getWidth() * length, step * thickness), color);
        } else {
            double step = bars.getWidth() / row.bins().count();
            double x = bars.getX() + bin * step + step * (1 - thickness) / 2;
            double height = bars.getHeight() * length;
            pen.fill(Pen.box(x, bars.getMaxY() - height, step * thickness, height), color);
        }
    }
}
