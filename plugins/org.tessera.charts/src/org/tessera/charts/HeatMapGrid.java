package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tessera.engine.data.Numbers;

/**
 * A table of colored cells with a key, for {@link ProfileHeatMap} and {@link Migration}. Its cells have numbers if all of them fit, horizontal or vertical, in the small
 * font or the smallest; otherwise none has, and a note says so.
 */
final class HeatMapGrid {

    private static final double NAME_WIDTH = 220;
    private static final double NAME_SHARE = 0.3;
    /** Smallest share of a row's name that is left for the name of the column. */
    private static final double MIN_COLUMN_SHARE = 0.4;

    private static final double KEY = 40;
    private static final double KEY_WIDTH = 240;
    private static final double MIN_HEIGHT_WITH_KEY = 180;
    private static final double LINE = 14;
    private static final double GAP = 4;
    private static final double MIN_ROW_HEIGHT = 11.5;
    private static final double MAX_ROW_HEIGHT = 48;

    /** How the numbers of cells are written. */
    private record Numerals(Font font, boolean vertical) {}

    private final HeatMapCells cells;
    private final Pen pen;
    private final Rectangle2D area;
    private final double left;
    private final double width;
    private final double height;
    private final double foot;
    private final SegmentHeadings headings;
    private final List<HeatMapCells.RowName> rows;
    private final Numerals numerals;

    HeatMapGrid(HeatMapCells cells, Pen pen, Rectangle2D area) {
        this.cells = cells;
        this.pen = pen;
        this.area = area;
        double names = names();
        this.left = area.getX() + names;
        this.width = (area.getWidth() - names) / cells.columns().size();
        this.headings = new SegmentHeadings(cells.columns(), pen, width, area.getHeight());
        this.foot = pen.px(area.getHeight() < pen.px(MIN_HEIGHT_WITH_KEY) ? LINE : LINE + KEY);
        double room = area.getHeight() - headings.height() - foot;
        int fitting = (int) Math.max(1, Math.floor(room / pen.px(MIN_ROW_HEIGHT)));
        this.rows = cells.rows().subList(0, Math.min(fitting, cells.rows().size()));
        this.height = Math.min(room / rows.size(), pen.px(MAX_ROW_HEIGHT));
        this.numerals = numerals();
    }

    /** The width of the names: that of the longest one, within limits. */
    private double names() {
        double longest = cells.rows().stream()
                .mapToDouble(row -> pen.width(row.full(), pen.theme().textFont()) + swatch(row))
                .max()
                .orElse(0);
        return Math.min(longest + pen.px(10), Math.min(pen.px(NAME_WIDTH), area.getWidth() * NAME_SHARE));
    }

    void draw() {
        if (height < pen.theme().tinyFont().getSize2D()) {
            pen.text(Subtitles.TOO_SMALL, pen.theme().textFont(), Theme.MUTED, area, 0.5);
            return;
        }
        headings.draw(left, area.getY());
        double top = area.getY() + headings.height();
        for (int r = 0; r < rows.size(); r++) {
            double y = top + r * height;
            name(rows.get(r), Pen.box(area.getX(), y, left - area.getX() - pen.px(8), height));
            for (int s = 0; s < cells.columns().size(); s++) {
                cell(cells.values()[r][s], Pen.box(left + s * width, y, width, height));
            }
        }
        if (foot > pen.px(LINE)) {
            double from = Math.max(area.getX(), Math.min(left, area.getMaxX() - pen.px(KEY_WIDTH)));
            double below = top + rows.size() * height + pen.px(8);
            key(Pen.box(from, below, area.getMaxX() - from, pen.px(KEY - 12)));
        }
        notes(Pen.box(area.getX(), area.getMaxY() - pen.px(LINE), area.getWidth(), pen.px(LINE)));
    }

    private void name(HeatMapCells.RowName row, Rectangle2D box) {
        Font font = height < pen.px(15) ? pen.theme().tinyFont() : pen.theme().textFont();
        double swatch = swatch(row);
        Rectangle2D room = Pen.box(box.getX(), box.getY(), box.getWidth() - swatch, box.getHeight());
        pen.text(fitted(row, font, room.getWidth()), font, Theme.TEXT, room, 1);
        row.segment().ifPresent(segment -> {
            double gap = Math.min(pen.px(1), height / 8);
            double left = room.getMaxX() + pen.px(GAP);
            Rectangle2D strip = Pen.box(left, box.getY() + gap, swatch - pen.px(GAP), height - 2 * gap);
            pen.fill(strip, Theme.segment(segment));
        });
    }

    /** The width that the color beside a row's name takes. */
    private double swatch(HeatMapCells.RowName row) {
        return row.segment().isPresent() ? pen.px(2 * GAP) : 0;
    }

    /** The name of a row, of which the column's name is abbreviated before the category. */
    private String fitted(HeatMapCells.RowName row, Font font, double room) {
        if (row.rest().isEmpty() || pen.width(row.full(), font) <= room) {
            return pen.fitName(row.full(), font, room);
        }
        double column = pen.width(row.name(), font);
        double kept = Math.max(room * MIN_COLUMN_SHARE, room - pen.width(row.rest(), font));
        String start = pen.fitName(row.name(), font, Math.min(column, kept));
        return start + pen.fitName(row.rest(), font, room - pen.width(start, font));
    }

    private void cell(double value, Rectangle2D box) {
        Color color = cells.look().color().apply(value);
        double gap = Math.min(pen.px(0.75), width / 10);
        Rectangle2D inner =
                Pen.box(box.getX() + gap, box.getY() + gap, box.getWidth() - 2 * gap, box.getHeight() - 2 * gap);
        pen.fill(inner, color);
        if (numerals == null) {
            return;
        }
        if (numerals.vertical()) {
            pen.verticalText(number(value), numerals.font(), Theme.onto(color), inner, 0.5);
        } else {
            pen.text(number(value), numerals.font(), Theme.onto(color), inner, 0.5);
        }
    }

    /** The first way to write numbers in which all fit into their cells, or null if there is none. */
    private Numerals numerals() {
        Font small = pen.theme().smallFont();
        Font tiny = pen.theme().tinyFont();
        return Stream.of(
                        new Numerals(small, false),
                        new Numerals(tiny, false),
                        new Numerals(small, true),
                        new Numerals(tiny, true))
                .filter(this::fits)
                .findFirst()
                .orElse(null);
    }

    private boolean fits(Numerals candidate) {
        Font font = candidate.font();
        double widest = Arrays.stream(cells.values())
                .limit(rows.size())
                .flatMapToDouble(Arrays::stream)
                .map(value -> pen.width(number(value), font))
                .max()
                .orElse(0);
        double along = candidate.vertical() ? height : width;
        double across = candidate.vertical() ? width : height;
        return widest <= along - pen.px(2.5) && font.getSize2D() <= across - pen.px(1.5);
    }

    private void key(Rectangle2D box) {
        int steps = 60;
        HeatMapCells.Look look = cells.look();
        double keyWidth = Math.min(box.getWidth(), pen.px(KEY_WIDTH));
        double bar = pen.px(9);
        for (int i = 0; i < steps; i++) {
            double value = look.low() + (look.high() - look.low()) * i / (steps - 1);
            Rectangle2D step = Pen.box(box.getX() + keyWidth * i / steps, box.getY(), keyWidth / steps + 0.5, bar);
            pen.fill(step, look.color().apply(value));
        }
        double top = box.getY() + bar + pen.px(2);
        Rectangle2D labels = Pen.box(box.getX(), top, keyWidth, pen.px(LINE));
        Font font = pen.theme().smallFont();
        for (int i = 0; i < look.key().size(); i++) {
            pen.text(look.key().get(i), font, Theme.MUTED, labels, i / 2.0);
        }
    }

    /** Says what the size of the image left no room for. */
    private void notes(Rectangle2D box) {
        int hidden = cells.rows().size() - rows.size();
        String notes = hidden == 0
                ? ""
                : Numbers.count(hidden, "more row") + (hidden == 1 ? " needs" : " need") + " a greater height. ";
        if (numerals == null) {
            notes += "Cells too small for their numbers: raise the size.";
        }
        pen.text(notes, pen.theme().smallFont(), Theme.MUTED, box, 0);
    }

    private String number(double value) {
        return cells.look().text().apply(value);
    }
}
