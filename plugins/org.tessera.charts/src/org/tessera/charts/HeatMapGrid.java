package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tessera.engine.data.Numbers;

/**
 * The drawing of a {@link ProfileHeatMap}. Its cells have numbers if all of them fit, horizontal or vertical, in the small
 * font or the smallest; otherwise none has, and a note says so.
 */
final class HeatMapGrid {

    /** Effect from which on the color is saturated. */
    private static final double FULL_COLOR = 1.5;

    private static final Color LOWER = new Color(0x21, 0x66, 0xAC);
    private static final Color HIGHER = new Color(0xD5, 0x5E, 0x00);
    private static final double NAME_WIDTH = 220;
    private static final double NAME_SHARE = 0.3;
    /** Smallest share of a row's name that is left for the name of the column. */
    private static final double MIN_COLUMN_SHARE = 0.4;

    private static final double KEY = 40;
    private static final double KEY_WIDTH = 240;
    private static final double MIN_HEIGHT_WITH_KEY = 180;
    private static final double LINE = 14;
    private static final double MIN_ROW_HEIGHT = 11.5;
    private static final double MAX_ROW_HEIGHT = 48;

    /** How the numbers of cells are written. */
    private record Numerals(Font font, boolean vertical) {}

    private final ProfileHeatMap.Spec spec;
    private final Pen pen;
    private final Rectangle2D area;
    private final double left;
    private final double width;
    private final double height;
    private final double foot;
    private final SegmentHeadings headings;
    private final List<ProfileHeatMap.Row> rows;
    private final Numerals numerals;

    HeatMapGrid(ProfileHeatMap.Spec spec, Pen pen, Rectangle2D area) {
        this.spec = spec;
        this.pen = pen;
        this.area = area;
        double names = names();
        this.left = area.getX() + names;
        this.width = (area.getWidth() - names) / spec.segments().size();
        this.headings = new SegmentHeadings(spec.segments(), pen, width, area.getHeight());
        this.foot = pen.px(area.getHeight() < pen.px(MIN_HEIGHT_WITH_KEY) ? LINE : LINE + KEY);
        double room = area.getHeight() - headings.height() - foot;
        int fitting = (int) Math.max(1, Math.floor(room / pen.px(MIN_ROW_HEIGHT)));
        this.rows = spec.rows().subList(0, Math.min(fitting, spec.rows().size()));
        this.height = Math.min(room / rows.size(), pen.px(MAX_ROW_HEIGHT));
        this.numerals = numerals();
    }

    /** The width of the names: that of the longest one, within limits. */
    private double names() {
        double longest = spec.rows().stream()
                .mapToDouble(row -> pen.width(row.name(), pen.theme().textFont()))
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
            for (int s = 0; s < rows.get(r).effects().length; s++) {
                cell(rows.get(r).effects()[s], Pen.box(left + s * width, y, width, height));
            }
        }
        if (foot > pen.px(LINE)) {
            double from = Math.max(area.getX(), Math.min(left, area.getMaxX() - pen.px(KEY_WIDTH)));
            double below = top + rows.size() * height + pen.px(8);
            key(Pen.box(from, below, area.getMaxX() - from, pen.px(KEY - 12)));
        }
        notes(Pen.box(area.getX(), area.getMaxY() - pen.px(LINE), area.getWidth(), pen.px(LINE)));
    }

    private void name(ProfileHeatMap.Row row, Rectangle2D box) {
        Font font = height < pen.px(15) ? pen.theme().tinyFont() : pen.theme().textFont();
        pen.text(fitted(row, font, box.getWidth()), font, Theme.TEXT, box, 1);
    }

    /** The name of a row, of which the column's name is abbreviated before the category. */
    private String fitted(ProfileHeatMap.Row row, Font font, double room) {
        if (row.category().isEmpty() || pen.width(row.name(), font) <= room) {
            return pen.fitName(row.name(), font, room);
        }
        double column = pen.width(row.column(), font);
        double kept = Math.max(room * MIN_COLUMN_SHARE, room - pen.width(row.condition(), font));
        String start = pen.fitName(row.column(), font, Math.min(column, kept));
        return start + pen.fitName(row.condition(), font, room - pen.width(start, font));
    }

    private void cell(double effect, Rectangle2D box) {
        Color color = color(effect);
        double gap = Math.min(pen.px(0.75), width / 10);
        Rectangle2D inner =
                Pen.box(box.getX() + gap, box.getY() + gap, box.getWidth() - 2 * gap, box.getHeight() - 2 * gap);
        pen.fill(inner, color);
        if (numerals == null) {
            return;
        }
        if (numerals.vertical()) {
            pen.verticalText(number(effect), numerals.font(), Theme.onto(color), inner, 0.5);
        } else {
            pen.text(number(effect), numerals.font(), Theme.onto(color), inner, 0.5);
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
        double widest = rows.stream()
                .flatMapToDouble(row -> Arrays.stream(row.effects()))
                .map(effect -> pen.width(number(effect), font))
                .max()
                .orElse(0);
        double along = candidate.vertical() ? height : width;
        double across = candidate.vertical() ? width : height;
        return widest <= along - pen.px(2.5) && font.getSize2D() <= across - pen.px(1.5);
    }

    private void key(Rectangle2D box) {
        int steps = 60;
        double keyWidth = Math.min(box.getWidth(), pen.px(KEY_WIDTH));
        double bar = pen.px(9);
        for (int i = 0; i < steps; i++) {
            double effect = FULL_COLOR * (2.0 * i / (steps - 1) - 1);
            pen.fill(
                    Pen.box(box.getX() + keyWidth * i / steps, box.getY(), keyWidth / steps + 0.5, bar), color(effect));
        }
        double top = box.getY() + bar + pen.px(2);
        Rectangle2D labels = Pen.box(box.getX(), top, keyWidth, pen.px(LINE));
        Font font = pen.theme().smallFont();
        pen.text(number(-FULL_COLOR) + " or less", font, Theme.MUTED, labels, 0);
        pen.text("0", font, Theme.MUTED, labels, 0.5);
        pen.text(number(FULL_COLOR) + " or more", font, Theme.MUTED, labels, 1);
    }

    /** Says what the size of the image left no room for. */
    private void notes(Rectangle2D box) {
        int hidden = spec.rows().size() - rows.size();
        String notes = hidden == 0
                ? ""
                : Numbers.count(hidden, "more row") + (hidden == 1 ? " needs" : " need") + " a greater height. ";
        if (numerals == null) {
            notes += "Cells too small for their numbers: raise the size.";
        }
        pen.text(notes, pen.theme().smallFont(), Theme.MUTED, box, 0);
    }

    private static Color color(double effect) {
        double share = Math.min(1, Math.abs(effect) / FULL_COLOR);
        return Theme.tint(effect < 0 ? LOWER : HIGHER, share);
    }

    /** A number with its sign, a minus sign rather than a hyphen; zero after rounding has no sign. */
    private static String number(double effect) {
        String text = String.format(Locale.ROOT, Math.abs(effect) >= 9.95 ? "%.0f" : "%.1f", Math.abs(effect));
        if (text.equals("0.0")) {
            return "0.0";
        }
        return (effect < 0 ? "−" : "+") + text;
    }
}
