package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Labels;

/** The drawing of {@link ParallelCoordinates}: upright axes with labels, bars of quartiles, and lines over them. */
record ParallelBody(ParallelCoordinates.Spec spec, Pen pen) {

    private static final double NAME = 30;
    private static final double RADIUS = 3.6;
    private static final double LINE_WIDTH = 2;
    private static final double BAR = 5;
    /** Height below which quartiles are as good as the median. */
    private static final double MIN_BAR = 2;

    private static final double GAP = 4;
    /** Share of the room between two axes over which the bars of the segments are spread. */
    private static final double SPREAD = 0.3;
    /** Largest number of segments whose quartiles are drawn, and whose sizes are in the legend. */
    private static final int WITH_BARS = 12;

    private static final int BAR_OPACITY = 120;
    /** Behind labels: lines are still seen through it, but the text can be read. */
    private static final Color VEIL = new Color(255, 255, 255, 225);

    void draw(Rectangle2D area) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (SegmentHead head : spec.segments()) {
            String count = spec.segments().size() > WITH_BARS ? "" : " (" + head.count() + ")";
            entries.add(Legend.Entry.ofLine(head.name() + count, head.label()));
        }
        Rectangle2D rest = Legend.drawBelow(pen, area, entries);
        double name = pen.px(NAME);
        double step = rest.getWidth() / spec.axes().size();
        Rectangle2D plot = Pen.box(
                rest.getX(),
                rest.getY() + name + pen.px(GAP),
                rest.getWidth(),
                rest.getHeight() - name - pen.px(3 * GAP));
        Scale scale = Scale.of(spec.low(), spec.high(), plot.getMaxY(), plot.getMinY());
        for (int a = 0; a < spec.axes().size(); a++) {
            double x = plot.getX() + (a + 0.5) * step;
            axis(spec.axes().get(a), x, scale, plot);
            name(spec.axes().get(a), Pen.box(x - step / 2 + pen.px(2), rest.getY(), step - pen.px(GAP), name));
        }
        for (int s = 0; s < spec.segments().size(); s++) {
            if (spec.segments().size() <= WITH_BARS) {
                bars(s, plot.getX(), step, scale);
            }
        }
        for (int s = spec.segments().size() - 1; s >= 0; s--) {
            line(s, plot.getX(), step, scale);
        }
        for (int a = 0; a < spec.axes().size(); a++) {
            labels(spec.axes().get(a), plot.getX() + (a + 0.5) * step, step, scale);
        }
    }

    private void axis(ParallelCoordinates.Axis axis, double x, Scale scale, Rectangle2D plot) {
        pen.line(x, plot.getMinY(), x, plot.getMaxY(), Theme.AXIS, 1);
        for (double tick : axis.ticks()) {
            pen.line(x - pen.px(GAP), scale.at(tick), x, scale.at(tick), Theme.AXIS, 1);
        }
    }

    /** The labels of an axis at its left, over the lines. */
    private void labels(ParallelCoordinates.Axis axis, double x, double step, Scale scale) {
        Font font = pen.theme().tinyFont();
        double line = pen.height(font);
        for (int t = 0; t < axis.ticks().length; t++) {
            String text = axis.labels().get(t);
            double width = pen.width(text, font) + pen.px(2);
            if (width <= step / 2) {
                double left = x - pen.px(GAP) - width;
                Rectangle2D box = Pen.box(left, scale.at(axis.ticks()[t]) - line / 2, width, line);
                pen.fill(box, VEIL);
                pen.text(text, font, Theme.TEXT, box, 0.5);
            }
        }
    }

    private void name(ParallelCoordinates.Axis axis, Rectangle2D box) {
        Font font = pen.theme().smallFont().deriveFont(Font.BOLD);
        double line = pen.height(font);
        List<String> lines = pen.wrapName(axis.column(), font, box.getWidth(), 2);
        double y = box.getMaxY() - lines.size() * line - pen.px(2);
        for (String text : lines) {
            pen.text(text, font, Theme.TEXT, Pen.box(box.getX(), y, box.getWidth(), line), 0.5);
            y += line;
        }
    }

    /** The quartiles of a segment at every axis, the segments side by side at its right. */
    private void bars(int segment, double left, double step, Scale scale) {
        Color color = Theme.segment(spec.segments().get(segment).label());
        Color translucent = new Color(color.getRed(), color.getGreen(), color.getBlue(), BAR_OPACITY);
        double room = SPREAD * step / spec.segments().size();
        double width = Math.min(pen.px(BAR), 0.8 * room);
        for (int a = 0; a < spec.axes().size(); a++) {
            ParallelCoordinates.Axis axis = spec.axes().get(a);
            double lower = at(axis.lower()[segment], scale);
            double upper = at(axis.upper()[segment], scale);
            if (lower - upper >= pen.px(MIN_BAR)) {
                double x = left + (a + 0.5) * step + pen.px(2) + segment * room;
                pen.fill(Pen.box(x, upper, width, lower - upper), translucent);
            }
        }
    }

    private void line(int segment, double left, double step, Scale scale) {
        int label = spec.segments().get(segment).label();
        Color color = Theme.segment(label);
        Path2D path = new Path2D.Double();
        List<double[]> marks = new ArrayList<>();
        for (int a = 0; a < spec.axes().size(); a++) {
            double middle = spec.axes().get(a).middle()[segment];
            if (!Double.isNaN(middle)) {
                double[] at = {left + (a + 0.5) * step, at(middle, scale)};
                if (marks.isEmpty()) {
                    path.moveTo(at[0], at[1]);
                } else {
                    path.lineTo(at[0], at[1]);
                }
                marks.add(at);
            }
        }
        if (!marks.isEmpty()) {
            pen.outline(path, color, pen.theme().line(label == Labels.NOISE ? 1 : LINE_WIDTH, label));
        }
        marks.forEach(at -> pen.mark(at[0], at[1], pen.px(RADIUS), label, color));
    }

    /** The place of a value; of one beyond the scale its edge. */
    private static double at(double value, Scale scale) {
        return scale.at(Math.max(scale.from(), Math.min(scale.to(), value)));
    }
}
