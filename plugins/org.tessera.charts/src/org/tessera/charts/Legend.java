package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The legend below a chart, in rows; rows beyond a quarter of the chart's height are omitted. */
final class Legend {

    /** An entry of the legend. */
    record Entry(String name, Color color) {}

    private static final double LINE = 18;
    private static final double MARK = 10;
    private static final double GAP = 6;
    private static final double BETWEEN = 16;

    private Legend() {}

    /** Draws the legend at the bottom of the area and returns the remaining area above. */
    static Rectangle2D drawBelow(Pen pen, Rectangle2D area, List<Entry> entries) {
        Font font = pen.theme().textFont();
        List<List<Entry>> rows = rows(pen, font, entries, area.getWidth());
        int shown = (int) Math.min(rows.size(), Math.max(1, area.getHeight() / 4 / pen.px(LINE)));
        double top = area.getMaxY() - shown * pen.px(LINE);
        for (int row = 0; row < shown; row++) {
            double x = area.getX();
            for (Entry entry : rows.get(row)) {
                double y = top + row * pen.px(LINE);
                double mark = pen.px(MARK);
                pen.fill(Pen.box(x, y + (pen.px(LINE) - mark) / 2, mark, mark), entry.color());
                double width = Math.min(pen.width(entry.name(), font), area.getWidth() - mark - pen.px(GAP));
                pen.text(
                        entry.name(), font, Theme.TEXT, Pen.box(x + mark + pen.px(GAP), y, width + 1, pen.px(LINE)), 0);
                x += width(pen, font, entry);
            }
        }
        return Pen.box(area.getX(), area.getY(), area.getWidth(), top - area.getY() - pen.px(GAP));
    }

    /** The width of an entry with the space to the next one. */
    private static double width(Pen pen, Font font, Entry entry) {
        return pen.px(MARK + GAP + BETWEEN) + pen.width(entry.name(), font);
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
