package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Numbers;

/**
 * The legend below a chart, in rows. Entries that need more than a quarter of the chart's height are in the smallest
 * font; if they still do, the last ones are counted instead of named.
 */
final class Legend {

    /** An entry of the legend. */
    record Entry(String name, Color color) {}

    private static final double LINE = 18;
    private static final double MARK = 10;
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
            pen.fill(Pen.box(x, box.getCenterY() - mark / 2, mark, mark), entry.color());
            double width = Math.min(pen.width(entry.name(), font), box.getWidth() - mark - pen.px(GAP));
            Rectangle2D text = Pen.box(x + mark + pen.px(GAP), box.getY(), width + 1, box.getHeight());
            pen.text(entry.name(), font, Theme.TEXT, text, 0);
            x += width(pen, font, entry);
        }
    }

    /** The rows of the first entries, followed by the number of the others if they do not fit into so many rows. */
    private static List<List<Entry>> fitting(Pen pen, Font font, List<Entry> entries, double width, int limit) {
        List<List<Entry>> rows = rows(pen, font, entries, width);
        for (int shown = entries.size() - 1; rows.size() > limit && shown >= 0; shown--) {
            List<Entry> first = new ArrayList<>(entries.subList(0, shown));
            first.add(new Entry("and " + Numbers.count(entries.size() - shown) + " more", Theme.BACKGROUND));
            rows = rows(pen, font, first, width);
        }
        return rows;
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
