package org.tessera.charts;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws the panels of {@link ChoiceOfK} below each other, with one axis of numbers of segments. */
record ChoiceOfKBody(ChoiceOfK.Spec spec, Pen pen) {

    private static final double AXIS_WIDTH = 46;
    private static final double HEAD = 20;
    private static final double FOOT = 18;
    private static final double INSET = 14;
    private static final double RADIUS = 3.2;
    private static final double KNEE_RADIUS = 7;
    private static final double LINE_WIDTH = 1.8;
    private static final int TICKS = 4;
    private static final Color BAND = Theme.color(Palette.OVERALL);

    void draw(Rectangle2D area) {
        if (spec.panels().isEmpty()) {
            pen.text("No curves", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            return;
        }
        Rectangle2D rest = Legend.drawBelow(pen, area, legend());
        double foot = pen.px(FOOT);
        double height = (rest.getHeight() - foot) / spec.panels().size();
        double left = rest.getX() + Math.min(pen.px(AXIS_WIDTH), rest.getWidth() / 4);
        double inset = pen.px(INSET);
        Scale x = Scale.of(
                numbers().min().orElseThrow(), numbers().max().orElseThrow(), left + inset, rest.getMaxX() - inset);
        for (int p = 0; p < spec.panels().size(); p++) {
            Rectangle2D box = Pen.box(left, rest.getY() + p * height, rest.getMaxX() - left, height);
            drawPanel(spec.panels().get(p), box, x);
        }
        drawNumbers(x, Pen.box(left, rest.getMaxY() - foot, rest.getMaxX() - left, foot));
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int a = 0; a < spec.algorithms().size(); a++) {
            entries.add(Legend.Entry.ofLine(spec.algorithms().get(a), a));
        }
        if (spec.panels().stream().anyMatch(panel -> !panel.band().isEmpty())) {
            entries.add(Legend.Entry.ofArea("Without segments", BAND));
        }
        return entries;
    }

    private DoubleStream numbers() {
        return spec.panels().get(0).lines().stream()
                .flatMapToDouble(line -> Arrays.stream(line.segments()).asDoubleStream());
    }

    private void drawPanel(ChoiceOfK.Panel panel, Rectangle2D box, Scale x) {
        double head = Math.min(pen.px(HEAD), box.getHeight() / 3);
        pen.text(
                panel.name(),
                pen.theme().boldFont(),
                Theme.TEXT,
                Pen.box(box.getX(), box.getY(), box.getWidth(), head),
                0);
        double gap = pen.px(RADIUS) + 1;
        double[] range = range(panel);
        Scale y = Scale.of(range[0], range[1], box.getMaxY() - gap, box.getY() + head + gap);
        drawAxis(y, box);
        drawBand(panel.band(), x, y);
        for (int a = 0; a < panel.lines().size(); a++) {
            drawLine(panel.lines().get(a), x, y, a);
        }
    }

    /** The lowest and the highest value of lines and band, 0 and 1 if there is none. */
    private static double[] range(ChoiceOfK.Panel panel) {
        DoubleStream lines = panel.lines().stream().flatMapToDouble(line -> DoubleStream.of(line.values()));
        DoubleStream band = panel.band().stream().flatMapToDouble(range -> DoubleStream.of(range.low(), range.high()));
        double[] values = DoubleStream.concat(lines, band)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return values.length == 0 ? new double[] {0, 1} : new double[] {values[0], values[values.length - 1]};
    }

    private void drawAxis(Scale y, Rectangle2D box) {
        double line = pen.height(pen.theme().smallFont());
        for (BigDecimal tick : y.ticks(TICKS)) {
            double at = y.at(tick.doubleValue());
            pen.line(box.getX(), at, box.getMaxX(), at, Theme.GRID, 1);
            double width = pen.px(AXIS_WIDTH);
            Rectangle2D label = Pen.box(box.getX() - width, at - line / 2, width - pen.px(6), line);
            pen.text(Scale.text(tick), pen.theme().smallFont(), Theme.MUTED, label, 1);
        }
    }

    private void drawBand(List<ChoiceOfK.Range> band, Scale x, Scale y) {
        if (band.isEmpty()) {
            return;
        }
        Path2D outline = new Path2D.Double();
        for (int i = 0; i < band.size(); i++) {
            ChoiceOfK.Range range = band.get(i);
            double at = x.at(range.segments());
            if (i == 0) {
                outline.moveTo(at, y.at(range.high()));
            } else {
                outline.lineTo(at, y.at(range.high()));
            }
        }
        for (int i = band.size() - 1; i >= 0; i--) {
            outline.lineTo(x.at(band.get(i).segments()), y.at(band.get(i).low()));
        }
        outline.closePath();
        pen.fill(outline, BAND);
        pen.outline(outline, BAND, pen.theme().line(LINE_WIDTH));
    }

    private void drawLine(ChoiceOfK.Line line, Scale x, Scale y, int algorithm) {
        Color color = Theme.segment(algorithm);
        int before = -1;
        for (int i = 0; i < line.values().length; i++) {
            if (!Double.isFinite(line.values()[i])) {
                continue;
            }
            double atX = x.at(line.segments()[i]);
            double atY = y.at(line.values()[i]);
            if (before >= 0) {
                double fromX = x.at(line.segments()[before]);
                Line2D part = new Line2D.Double(fromX, y.at(line.values()[before]), atX, atY);
                pen.outline(part, color, pen.theme().line(LINE_WIDTH, algorithm));
            }
            pen.mark(atX, atY, pen.px(RADIUS), algorithm, color);
            if (i == line.knee()) {
                double radius = pen.px(KNEE_RADIUS);
                Ellipse2D ring = new Ellipse2D.Double(atX - radius, atY - radius, 2 * radius, 2 * radius);
                pen.outline(ring, color, pen.theme().line(LINE_WIDTH));
            }
            before = i;
        }
    }

    /** The numbers of segments, as many as there is room for. */
    private void drawNumbers(Scale x, Rectangle2D box) {
        int[] all = numbers().mapToInt(k -> (int) k).distinct().sorted().toArray();
        double room = pen.width("00", pen.theme().smallFont()) + pen.px(4);
        int every = (int) Math.max(1, Math.ceil(room * all.length / Math.max(1, box.getWidth())));
        for (int i = 0; i < all.length; i += every) {
            Rectangle2D label = Pen.box(x.at(all[i]) - room / 2, box.getY(), room, box.getHeight());
            pen.text(Integer.toString(all[i]), pen.theme().smallFont(), Theme.MUTED, label, 0.5);
        }
    }
}
