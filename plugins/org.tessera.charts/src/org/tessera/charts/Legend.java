package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Numbers;

/**
 * The legend below a chart, in rows. Entries that need more than a quarter of the chart's height are in the smallest
 * font; if they still do, the last ones are counted instead of named.
 */
final class Legend {

    /** What stands before the name of an entry. */
    private enum Kind {
        AREA,
        POINTS,
        LINE
    }

    /**
     * An entry of the legend.
     *
     * @param name its text
     * @param color its color
     * @param kind what stands before the name
     * @param label the segment whose mark and dash it has
     */
    record Entry(String name, Color color, Kind kind, int label) {

        static Entry ofArea(String name, Color color) {
            return new Entry(name, color, Kind.AREA, 0);
        }

        /** Points of a segment. */
        static Entry ofPoints(String name, int label) {
            return new Entry(name, Theme.segment(label), Kind.POINTS, label);
        }

        /** A line of a segment, or of something else that has its color. */
        static Entry ofLine(String name, int label) {
            return new Entry(name, Theme.segment(label), Kind.LINE, label);
        }
    }

    private static final double LINE = 18;
    private static final double MARK = 10;
    private static final double LINE_LENGTH = 20;
    private static final double GAP = 6;
    private static final double BETWEEN = 16;
    private static final double MAX_SHARE = 0.25;

    private Legend() {}

    /** Draws the legend at the bottom of the area and returns the remaining area above. */
    static Rectangle2D drawBelow(Pen pen, Rectangle2D area, List<Entry> entries) {
        double limit = Math.max(1, Math.floor(area.getHeight() * MAX_SHARE / pen.px(LINE)));
        Font font = pen.theme().textFont();
        List<List<Entry>> rows = rows(pen, font, entries, area.getWidth());
        if (rows.size() > limit) {
            font = pen.theme().tinyFont();
            rows = fitting(pen, font, entries, area.getWidth(), (int) limit);
        }
        double top = area.getMaxY() - rows.size() * pen.px(LINE);
        for (int row = 0; row < rows.size(); row++) {
            drawRow(
                    pen,
                    font,
                    rows.get(row),
                    Pen.box(area.getX(), top + row * pen.px(LINE), area.getWidth(), pen.px(LINE)));
        }
        return Pen.box(area.getX(), area.getY(), area.getWidth(), top - area.getY() - pen.px(GAP));
    }

    private static void drawRow(Pen pen, Font font, List<Entry> row, Rectangle2D box) {
        double mark = pen.px(MARK);
        double x = box.getX();
        for (Entry entry : row) {
            symbol(pen, entry, Pen.box(x, box.getCenterY() - mark / 2, pen.px(symbolWidth(entry)), mark));
            double before = pen.px(symbolWidth(entry) + GAP);
            double width = Math.min(pen.width(entry.name(), font), box.getWidth() - before);
            Rectangle2D text = Pen.box(x + before, box.getY(), width + 1, box.getHeight());
            pen.text(entry.name(), font, Theme.TEXT, text, 0);
            x += width(pen, font, entry);
        }
    }

    private static double symbolWidth(Entry entry) {
        return entry.kind() == Kind.LINE ? LINE_LENGTH : MARK;
    }

    private static void symbol(Pen pen, Entry entry, Rectangle2D box) {
        double radius = box.getHeight() / 2;
        switch (entry.kind()) {
            case AREA -> pen.fill(box, entry.color());
            case POINTS -> pen.mark(box.getCenterX(), box.getCenterY(), 0.85 * radius, entry.label(), entry.color());
            case LINE -> {
                Line2D line = new Line2D.Double(box.getMinX(), box.getCenterY(), box.getMaxX(), box.getCenterY());
                pen.outline(line, entry.color(), pen.theme().line(2, entry.label()));
                pen.mark(box.getCenterX(), box.getCenterY(), 0.7 * radius, entry.label(), entry.color());
            }
        }
    }

    /** The rows of the first entries, followed by the number of the others if they do not fit into so many rows. */
    private static List<List<Entry>> fitting(Pen pen, Font font, List<Entry> entries, double width, int limit) {
        List<List<Entry>> rows = rows(pen, font, entries, width);
        for (int shown = entries.size() - 1; rows.size() > limit && shown >= 0; shown--) {
            List<Entry> first = new ArrayList<>(entries.subList(0, shown));
            first.add(Entry.ofArea("and " + Numbers.count(entries.size() - shown) + " more", Theme.BACKGROUND));
            rows = rows(pen, font, first, width);
        }
        return rows;
    }

    /** The width of an entry with the space to the next one. */
    private static double width(Pen pen, Font font, Entry entry) {
        return pen.px(symbolWidth(entry) + GAP + BETWEEN) + pen.width(entry.name(), font);
    }

    /** Breaks the entries into rows. */
    private static List<List<Entry>> rows(Pen pen, Font font, List<Entry> entries, double width) {
        List<List<Entry>> rows = new ArrayList<>();
        double used = width + 1;
        for (Entry entry : entries) {
            double needed = width(pen, font, entry);
            if (used + needed - pen.px(BETWEEN) > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(entry);
            used += needed;
        }
        return rows;
    }
}
