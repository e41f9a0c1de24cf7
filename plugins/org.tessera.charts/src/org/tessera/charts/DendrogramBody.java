package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import org.tessera.engine.data.Numbers;

/**
 * The drawing of a {@link Dendrogram}: heights upward, branches below each other's merges, and below the leaves their
 * sizes and a strip in the color of each segment with its name or number.
 */
final class DendrogramBody {

    private static final double AXIS_WIDTH = 50;
    private static final double STRIP = 20;
    private static final double GAP = 4;
    private static final double LINE_WIDTH = 1.6;
    private static final int TICKS = 7;
    private static final double HEADROOM = 1.04;
    /** Width of a collapsed branch, as a share of the room of a leaf, and share of its color. */
    private static final double WEDGE = 0.7;

    private static final double WEDGE_TINT = 0.45;

    private final Dendrogram.Spec spec;
    private final Pen pen;
    private final Rectangle2D plot;
    private final double step;
    private final Scale scale;
    private final Font sizeFont;
    private final boolean upright;

    DendrogramBody(Dendrogram.Spec spec, Pen pen, Rectangle2D area) {
        this.spec = spec;
        this.pen = pen;
        double left = Math.min(pen.px(AXIS_WIDTH), area.getWidth() / 4);
        this.step = (area.getWidth() - left) / spec.leaves().size();
        Font small = pen.theme().smallFont();
        Font tiny = pen.theme().tinyFont();
        double room = step - pen.px(GAP);
        this.upright = widest(tiny) > room;
        this.sizeFont = widest(small) <= room ? small : tiny;
        double sizes = (upright ? widest(tiny) + 2 : pen.height(sizeFont)) + pen.px(GAP);
        double foot = sizes + pen.px(STRIP + 2 * GAP);
        this.plot = Pen.box(
                area.getX() + left,
                area.getY() + pen.height(small),
                area.getWidth() - left,
                Math.max(1, area.getHeight() - foot - pen.height(small)));
        double highest = spec.merges().stream()
                .mapToDouble(Dendrogram.Merge::height)
                .max()
                .orElse(0);
        double top = Math.max(highest, spec.cut()) * HEADROOM;
        this.scale = new Scale(0, top > 0 ? top : 1, plot.getMaxY(), plot.getMinY());
    }

    private double widest(Font font) {
        return spec.leaves().stream()
                .mapToDouble(leaf -> pen.width(Numbers.count(leaf.size()), font))
                .max()
                .orElse(0);
    }

    void draw() {
        axis();
        double[] at = new double[spec.leaves().size() + spec.merges().size()];
        double[] heights = new double[at.length];
        for (int i = 0; i < spec.leaves().size(); i++) {
            at[i] = plot.getX() + (i + 0.5) * step;
            heights[i] = spec.leaves().get(i).height();
            leaf(i, at[i]);
        }
        for (int m = 0; m < spec.merges().size(); m++) {
            Dendrogram.Merge merge = spec.merges().get(m);
            int node = spec.leaves().size() + m;
            at[node] = (at[merge.left()] + at[merge.right()]) / 2;
            heights[node] = merge.height();
            Path2D bracket = new Path2D.Double();
            bracket.moveTo(at[merge.left()], scale.at(heights[merge.left()]));
            bracket.lineTo(at[merge.left()], scale.at(merge.height()));
            bracket.lineTo(at[merge.right()], scale.at(merge.height()));
            bracket.lineTo(at[merge.right()], scale.at(heights[merge.right()]));
            pen.outline(bracket, color(merge.label()), pen.theme().line(LINE_WIDTH));
            stem(merge.left(), at, heights, merge);
            stem(merge.right(), at, heights, merge);
        }
        double[] crossed = crossed(at, heights);
        cut(crossed[0], crossed[1]);
        strips();
    }

    /** Where the first and the last branch is that crosses the cut. */
    private double[] crossed(double[] at, double[] heights) {
        double first = plot.getMaxX();
        double last = plot.getMinX();
        for (Dendrogram.Merge merge : spec.merges()) {
            for (int node : new int[] {merge.left(), merge.right()}) {
                if (merge.height() > spec.cut() && heights[node] <= spec.cut()) {
                    first = Math.min(first, at[node]);
                    last = Math.max(last, at[node]);
                }
            }
        }
        return new double[] {first, last};
    }

    /** The line from a branch of one segment up to a merge of several, in the segment's color. */
    private void stem(int node, double[] at, double[] heights, Dendrogram.Merge above) {
        int leaves = spec.leaves().size();
        int label = node < leaves
                ? spec.leaves().get(node).label()
                : spec.merges().get(node - leaves).label();
        if (above.label() == Dendrogram.SEVERAL && label != Dendrogram.SEVERAL) {
            double top = Math.min(spec.cut(), above.height());
            Line2D line = new Line2D.Double(at[node], scale.at(heights[node]), at[node], scale.at(top));
            pen.outline(line, color(label), pen.theme().line(LINE_WIDTH));
        }
    }

    private static Color color(int label) {
        return label == Dendrogram.SEVERAL ? Theme.MUTED : Theme.segment(label);
    }

    private void axis() {
        double line = pen.height(pen.theme().smallFont());
        double width = plot.getX() - pen.px(GAP);
        Rectangle2D title = Pen.box(0, plot.getMinY() - line, width, line);
        pen.text("Height", pen.theme().smallFont(), Theme.TEXT, title, 1);
        for (BigDecimal tick : scale.ticks(TICKS)) {
            double y = scale.at(tick.doubleValue());
            pen.line(plot.getMinX(), y, plot.getMaxX(), y, Theme.GRID, 1);
            Rectangle2D label = Pen.box(0, y - line / 2, width, line);
            pen.text(Scale.text(tick), pen.theme().smallFont(), Theme.MUTED, label, 1);
        }
    }

    /** A leaf: the merges inside it as a wedge up to the height of the last of them, and its size. */
    private void leaf(int index, double x) {
        Dendrogram.Leaf leaf = spec.leaves().get(index);
        double half = WEDGE * step / 2;
        Path2D wedge = new Path2D.Double();
        wedge.moveTo(x, scale.at(leaf.height()));
        wedge.lineTo(x - half, plot.getMaxY());
        wedge.lineTo(x + half, plot.getMaxY());
        wedge.closePath();
        pen.fill(wedge, Theme.tint(color(leaf.label()), WEDGE_TINT));
        String size = Numbers.count(leaf.size());
        double top = plot.getMaxY() + pen.px(GAP);
        if (upright) {
            double line = pen.height(sizeFont);
            int every = (int) Math.ceil(0.75 * line / step);
            if (index % every == 0) {
                Rectangle2D box = Pen.box(x - line / 2, top, line, widest(sizeFont) + 2);
                pen.verticalText(size, sizeFont, Theme.MUTED, box, 1);
            }
        } else {
            Rectangle2D box = Pen.box(x - step / 2, top, step, pen.height(sizeFont));
            pen.text(size, sizeFont, Theme.MUTED, box, 0.5);
        }
    }

    /** The cut with its height, which stands above the line at the side where more room is beside the branches. */
    private void cut(double first, double last) {
        double y = scale.at(spec.cut());
        pen.outline(
                new Line2D.Double(plot.getMinX(), y, plot.getMaxX(), y),
                Theme.TEXT,
                pen.theme().dashed(1.4, 6, 4));
        Font font = pen.theme().boldFont();
        String text = "cut at " + Numbers.value(spec.cut(), 3);
        double width = pen.width(text, font) + pen.px(GAP);
        double line = pen.height(font);
        double top = y - line - pen.px(2) < plot.getMinY() ? y + pen.px(2) : y - line - pen.px(2);
        boolean left = first - plot.getMinX() > plot.getMaxX() - last;
        Rectangle2D box = Pen.box(left ? plot.getMinX() : plot.getMaxX() - width, top, width, line);
        pen.fill(box, Theme.BACKGROUND);
        pen.text(text, font, Theme.TEXT, box, 0.5);
    }

    /** A strip below neighboring leaves of the same segment. */
    private void strips() {
        List<Dendrogram.Leaf> leaves = spec.leaves();
        int from = 0;
        for (int i = 1; i <= leaves.size(); i++) {
            if (i == leaves.size() || leaves.get(i).label() != leaves.get(from).label()) {
                double bottom =
                        plot.getMaxY() + 2 * pen.px(GAP) + (upright ? widest(sizeFont) + 2 : pen.height(sizeFont));
                double margin = Math.min(pen.px(1), step / 8);
                strip(
                        leaves.get(from).label(),
                        Pen.box(
                                plot.getX() + from * step + margin,
                                bottom,
                                (i - from) * step - 2 * margin,
                                pen.px(STRIP)));
                from = i;
            }
        }
    }

    private void strip(int label, Rectangle2D box) {
        Color color = color(label);
        pen.fill(box, color);
        if (label == Dendrogram.SEVERAL) {
            return;
        }
        Font font = pen.theme().smallFont();
        String name = spec.names().get(label);
        String shown = pen.width(name, font) <= box.getWidth() - pen.px(2) ? name : Integer.toString(label + 1);
        if (pen.width(shown, font) <= box.getWidth()) {
            pen.text(shown, font, Theme.onto(color), box, 0.5);
        }
    }
}
