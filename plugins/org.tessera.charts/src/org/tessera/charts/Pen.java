package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.run.RunContext;

/** Draws text and simple shapes; text never leaves the width it is given. CancellationCheck for a cancel before each. */
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

    double px(double length) {
        return theme.px(length);
    }

    double width(String text, Font font) {
        run.checkCanceled();
        return g.getFontMetrics(font).stringWidth(text);
    }

    double height(Font font) {
        FontMetrics metrics = g.getFontMetrics(font);
        return metrics.getAscent() + metrics.getDescent();
    }

    /** The text, or its longest beginning with an ellipsis that fits. */
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

    /** The name, or its beginning and end around an ellipsis: names that differ at the end stay apart. */
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

    /** Draws text in a box: across from left (0) over centroid (0.5) to right (1), upright in its middle. */
    void text(String text, Font font, Color color, Rectangle2D box, double across) {
        String fitted = fit(text, font, box.getWidth());
        run.checkCanceled();
        FontMetrics metrics = g.getFontMetrics(font);
        double x = box.getX() + (box.getWidth() - metrics.stringWidth(fitted)) * across;
        double y = box.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0;
        g.setFont(font);
        g.setColor(color);
        g.drawString(fitted, (float) x, (float) y);
    }

    /** Draws a segment's name in bold; where it does not fit, "S1" for "Segment 1", and smaller if that helps. */
    void segmentName(String name, Rectangle2D box) {
        Font font = theme.boldFont();
        String shown = width(name, font) <= box.getWidth() ? name : name.replace("Segment ", "S");
        if (width(shown, font) > box.getWidth()) {
            font = font.deriveFont(theme.tinyFont().getSize2D());
        }
        text(shown, font, Theme.TEXT, box, 0.5);
    }

    /** Breaks text at spaces into at most so many lines; the last one ends with an ellipsis if it does not fit. */
    List<String> wrap(String text, Font font, double width, int most) {
        List<String> lines = broken(text, font, width, most);
        lines.replaceAll(line -> fit(line, font, width));
        return lines;
    }

    /** Breaks a name at spaces into at most so many lines; the last one gets an ellipsis inside if it does not fit. */
    List<String> wrapName(String name, Font font, double width, int most) {
        List<String> lines = broken(name, font, width, most);
        lines.replaceAll(line -> fitName(line, font, width));
        return lines;
    }

    private List<String> broken(String text, Font font, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most - 1 && width(rest, font) > width) {
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

    static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, Math.max(0, width), Math.max(0, height));
    }
}
