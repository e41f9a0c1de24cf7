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
import org.tessera.engine.run.RunContext;

/**
 * Draws texts and simple shapes in a theme. Texts are abbreviated to their box; cancellation is checked before each.
 */
final class Pen {

    private static final String ELLIPSIS = "…";

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
        return runs(text, font).stream()
                .mapToDouble(part -> g.getFontMetrics(part.font()).stringWidth(part.text()))
                .sum();
    }

    /** A part of a text and the font that has its characters. */
    private record Part(String text, Font font) {}

    /** The text in parts: those that the font has, and between them those that only another installed font has. */
    private static List<Part> runs(String text, Font font) {
        if (font.canDisplayUpTo(text) < 0) {
            return List.of(new Part(text, font));
        }
        List<Part> parts = new ArrayList<>();
        int start = 0;
        Font current = font;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            Font next = Scripts.fontFor(text.codePointAt(i), font).orElse(font);
            if (!next.equals(current) && i > start) {
                parts.add(new Part(text.substring(start, i), current));
                start = i;
            }
            current = next;
        }
        parts.add(new Part(text.substring(start), current));
        return parts;
    }

    /** Height of a line of text. */
    double height(Font font) {
        FontMetrics metrics = g.getFontMetrics(font);
        return metrics.getAscent() + metrics.getDescent();
    }

    /** The text, or its longest prefix that fits together with an ellipsis. */
    String fit(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 1 && width(text.substring(0, length).stripTrailing() + ELLIPSIS, font) > width) {
            length = text.offsetByCodePoints(length, -1);
        }
        return text.substring(0, length).stripTrailing() + ELLIPSIS;
    }

    /** The name, or its prefix and suffix around an ellipsis, so that names that differ at the end remain distinct. */
    String fitName(String name, Font font, double width) {
        if (width(name, font) <= width) {
            return name;
        }
        for (int kept = name.length() - 1; kept > 3; kept--) {
            int start = (kept * 3 + 4) / 5;
            String end = name.substring(name.length() - (kept - start));
            String shown = name.substring(0, start).stripTrailing() + ELLIPSIS + end.stripLeading();
            if (width(shown, font) <= width) {
                return shown;
            }
        }
        return fit(name, font, width);
    }

    /** Draws a text in a box, aligned from left (0) over center (0.5) to right (1), and vertically centered. */
    void text(String text, Font font, Color color, Rectangle2D box, double alignment) {
        String fitted = fit(text, font, box.getWidth());
        run.checkCanceled();
        FontMetrics metrics = g.getFontMetrics(font);
        double x = box.getX() + (box.getWidth() - width(fitted, font)) * alignment;
        double y = box.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0;
        g.setColor(color);
        for (Part part : runs(fitted, font)) {
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
        String rest = text.strip();
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

    void disc(double x, double y, double radius, Color color) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
    }

    /** A rectangle; negative sizes become 0. */
    static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, Math.max(0, width), Math.max(0, height));
    }
}
