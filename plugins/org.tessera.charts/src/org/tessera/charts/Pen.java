package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.tessera.engine.run.RunContext;

/**
 * Draws texts and simple shapes in a theme. Texts are abbreviated to their box; cancellation is checked before each.
 */
class Pen {

    private static final String ELLIPSIS = "…";
    /** Fewest characters of an abbreviated name that shows both of its ends. */
    private static final int MIN_BOTH_ENDS = 4;

    private final Graphics2D g;
    private final Theme theme;
    private final RunContext run;

    Pen(Graphics2D g, Theme theme, RunContext run) {
        this.g = g;
        this.theme = theme;
        this.run = run;
    }

    Graphics2D graphics() {
        run.checkCanceled();
        return g;
    }

    Theme theme() {
        return theme;
    }

    /** A length of the layout, scaled by the theme. */
    double px(double length) {
        return theme.px(length);
    }

    /** Width of a text. */
    double width(String text, Font font) {
        run.checkCanceled();
        return TextParts.of(text, font).stream()
                .mapToDouble(part -> g.getFontMetrics(part.font()).stringWidth(part.text()))
                .sum();
    }

    /** Height of a line of text. */
    double height(Font font) {
        FontMetrics metrics = g.getFontMetrics(font);
        return metrics.getAscent() + metrics.getDescent();
    }

    /** The text, or its longest prefix that fits together with an ellipsis. */
    String fit(String text, Font font, double width) {
        String clean = TextParts.clean(text);
        if (width(clean, font) <= width) {
            return clean;
        }
        return longest(clean.codePoints().toArray(), 1, font, width, (points, kept) -> start(points, kept) + ELLIPSIS);
    }

    /** The name, or its prefix and suffix around an ellipsis, so that names that differ at the end remain distinct. */
    String fitName(String name, Font font, double width) {
        String clean = TextParts.clean(name);
        if (width(clean, font) <= width) {
            return clean;
        }
        String both = longest(clean.codePoints().toArray(), MIN_BOTH_ENDS, font, width, (points, kept) -> {
            int start = (kept * 3 + 4) / 5;
            int end = points.length - (kept - start);
            return start(points, start) + ELLIPSIS + new String(points, end, points.length - end).stripLeading();
        });
        return width(both, font) <= width ? both : fit(clean, font, width);
    }

    private static String start(int[] points, int length) {
        return new String(points, 0, length).stripTrailing();
    }

    /** A text shortened to as many of its characters as fit, but to no fewer than a minimum. */
    private String longest(
            int[] points, int minimum, Font font, double width, BiFunction<int[], Integer, String> shortened) {
        int fitting = Math.min(minimum, points.length);
        int beyond = Math.max(fitting + 1, points.length);
        while (beyond - fitting > 1) {
            int middle = (fitting + beyond) / 2;
            if (width(shortened.apply(points, middle), font) <= width) {
                fitting = middle;
            } else {
                beyond = middle;
            }
        }
        return shortened.apply(points, fitting);
    }

    /** Draws a text in a box, aligned from left (0) over center (0.5) to right (1), and vertically centered. */
    void text(String text, Font font, Color color, Rectangle2D box, double alignment) {
        String fitted = fit(text, font, box.getWidth());
        run.checkCanceled();
        FontMetrics metrics = g.getFontMetrics(font);
        double x = box.getX() + (box.getWidth() - width(fitted, font)) * alignment;
        double y = box.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0;
        g.setColor(color);
        for (TextParts.Part part : TextParts.of(fitted, font)) {
            g.setFont(part.font());
            g.drawString(part.text(), (float) x, (float) y);
            x += g.getFontMetrics(part.font()).stringWidth(part.text());
        }
    }

    /** Draws a text upward in a box, aligned from bottom (0) over middle (0.5) to top (1), centered in its width. */
    void verticalText(String text, Font font, Color color, Rectangle2D box, double alignment) {
        AffineTransform before = g.getTransform();
        g.translate(box.getX(), box.getMaxY());
        g.rotate(-Math.PI / 2);
        text(text, font, color, box(0, 0, box.getHeight(), box.getWidth()), alignment);
        g.setTransform(before);
    }

    /**
     * Breaks a text at spaces into lines; lines that do not fit, such as the last one allowed, end with an ellipsis.
     */
    List<String> wrap(String text, Font font, double width, int maxLines) {
        List<String> lines = broken(text, font, width, maxLines);
        lines.replaceAll(line -> fit(line, font, width));
        return lines;
    }

    /** Breaks a name at spaces into lines; lines that do not fit are abbreviated as by {@link #fitName}. */
    List<String> wrapName(String name, Font font, double width, int maxLines) {
        List<String> lines = broken(name, font, width, maxLines);
        lines.replaceAll(line -> fitName(line, font, width));
        return lines;
    }

    private List<String> broken(String text, Font font, double width, int maxLines) {
        List<String> lines = new ArrayList<>();
        String rest = TextParts.clean(text).strip();
        while (!rest.isEmpty() && lines.size() < maxLines - 1 && width(rest, font) > width) {
            int end = rest.length();
            while (end > 0 && width(rest.substring(0, end), font) > width) {
                end = rest.lastIndexOf(' ', end - 1);
            }
            if (end <= 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    void line(double x1, double y1, double x2, double y2, Color color, double width) {
        outline(new Line2D.Double(x1, y1, x2, y2), color, theme.line(width));
    }

    void fill(Shape shape, Color color) {
        run.checkCanceled();
        g.setColor(color);
        g.fill(shape);
    }

    void outline(Shape shape, Color color, Stroke stroke) {
        run.checkCanceled();
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(shape);
    }

    /** Draws the mark of a segment, in its color. */
    void mark(double x, double y, double radius, int label, Color color) {
        fill(Mark.of(label).at(x, y, radius), color);
    }

    void disc(double x, double y, double radius, Color color) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
    }

    /** A rectangle; negative sizes become 0. */
    static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, Math.max(0, width), Math.max(0, height));
    }
}
