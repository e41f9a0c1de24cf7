package org.tessera.charts;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Labels;

/**
 * Headings above the columns of a grid: name, number of customers and color of each segment. The first of these layouts
 * that fits is taken: horizontal, horizontal in the smallest font, the same with names of up to three lines, vertical with names, horizontal with "17" for
 * "Segment 17", vertical with such numbers. Vertical ones that would overlap stand on every second column, every third and
 * so on. A number is never cut.
 */
final class SegmentHeadings {

    private static final double LINE = 15;
    private static final double GAP = 4;
    private static final double STRIP = 3;
    /** Most lines of a horizontal name. */
    private static final int MAX_LINES = 3;
    /** Largest share of the area's height that vertical headings take. */
    private static final double MAX_SHARE = 0.3;
    /** Height that vertical headings may take in any area: room for a number of customers. */
    private static final double MIN_LIMIT = 60;

    /** A way to write the headings. */
    private record Layout(boolean vertical, boolean numbers, Font name, Font count, int lines) {

        Layout(boolean vertical, boolean numbers, Font name, Font count) {
            this(vertical, numbers, name, count, 1);
        }
    }

    private final List<SegmentHead> headings;
    private final Pen pen;
    private final double width;
    private final double limit;
    private final Layout layout;

    /** Headings above columns of a width, in an area of a height. */
    SegmentHeadings(List<SegmentHead> headings, Pen pen, double width, double areaHeight) {
        this.headings = headings;
        this.pen = pen;
        this.width = width;
        this.limit = Math.max(pen.px(MIN_LIMIT), areaHeight * MAX_SHARE);
        this.layout = layout();
    }

    private Layout layout() {
        Theme theme = pen.theme();
        Font bold = theme.boldFont();
        Font small = theme.smallFont();
        Font tiny = theme.tinyFont();
        Font tinyBold = bold.deriveFont(tiny.getSize2D());
        Layout last = new Layout(true, true, narrowed(bold), narrowed(small));
        List<Layout> layouts = List.of(
                new Layout(false, false, bold, small),
                new Layout(false, false, tinyBold, tiny),
                new Layout(false, false, tinyBold, tiny, MAX_LINES),
                new Layout(true, false, last.name(), last.count()),
                new Layout(false, true, bold, small),
                new Layout(false, true, tinyBold, tiny));
        return layouts.stream().filter(this::fits).findFirst().orElse(last);
    }

    /** A font in which a line is no higher than a column is wide, but not below the smallest font. */
    private Font narrowed(Font font) {
        double fitting = font.getSize2D() * width / pen.height(font);
        double smallest = pen.theme().tinyFont().getSize2D();
        return font.deriveFont((float) Math.min(font.getSize2D(), Math.max(smallest, fitting)));
    }

    private boolean fits(Layout candidate) {
        if (candidate.vertical()) {
            return length(candidate) <= limit;
        }
        double room = width - pen.px(GAP);
        return headings.stream()
                .allMatch(h -> lines(h, candidate).size() <= candidate.lines()
                        && lines(h, candidate).stream().allMatch(line -> pen.width(line, candidate.name()) <= room)
                        && pen.width(h.count(), candidate.count()) <= room);
    }

    /** The lines of a name, broken at blanks; a word that is wider than a column is a line. */
    private List<String> lines(SegmentHead heading, Layout candidate) {
        String name = name(heading, candidate);
        List<String> lines = new ArrayList<>();
        if (candidate.lines() == 1) {
            return List.of(name);
        }
        double room = width - pen.px(GAP);
        for (String word : name.split(" ")) {
            String longer = lines.isEmpty() ? word : lines.get(lines.size() - 1) + " " + word;
            if (lines.isEmpty() || pen.width(longer, candidate.name()) > room) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        return lines;
    }

    /** The length of the longest vertical heading. */
    private double length(Layout candidate) {
        return headings.stream()
                .mapToDouble(h -> pen.width(name(h, candidate), candidate.name())
                        + pen.px(GAP)
                        + pen.width(h.count(), candidate.count())
                        + 2)
                .max()
                .orElse(0);
    }

    private static String name(SegmentHead heading, Layout candidate) {
        boolean numbered = heading.label() != Labels.NOISE && heading.name().equals(Labels.name(heading.label()));
        return candidate.numbers() && numbered ? Integer.toString(heading.label() + 1) : heading.name();
    }

    /** The height that all headings take. */
    double height() {
        return textHeight() + pen.px(STRIP + 2 * GAP);
    }

    private double textHeight() {
        return layout.vertical() ? Math.min(limit, length(layout)) : (1 + mostLines()) * pen.px(LINE);
    }

    private int mostLines() {
        return headings.stream().mapToInt(h -> lines(h, layout).size()).max().orElse(1);
    }

    /** Draws the headings of all columns. */
    void draw(double left, double top) {
        double text = textHeight();
        int every = layout.vertical() ? (int) Math.ceil(pen.height(layout.name()) / width - 0.01) : 1;
        for (int i = 0; i < headings.size(); i++) {
            SegmentHead heading = headings.get(i);
            Rectangle2D box = Pen.box(left + i * width, top, width, text);
            if (!layout.vertical()) {
                horizontal(heading, box);
            } else if (i % every == 0) {
                vertical(heading, box);
            }
            double margin = Math.min(pen.px(1), width / 8);
            double strip = box.getMaxY() + pen.px(GAP);
            pen.fill(
                    Pen.box(box.getX() + margin, strip, width - 2 * margin, pen.px(STRIP)),
                    Theme.segment(heading.label()));
        }
    }

    /** Draws the lines of the name above the number; shorter names stand next to it, too. */
    private void horizontal(SegmentHead heading, Rectangle2D box) {
        double line = box.getHeight() / (1 + mostLines());
        List<String> lines = lines(heading, layout);
        double top = box.getMaxY() - (1 + lines.size()) * line;
        for (int i = 0; i < lines.size(); i++) {
            Rectangle2D place = Pen.box(box.getX(), top + i * line, width, line);
            pen.text(lines.get(i), layout.name(), Theme.TEXT, place, 0.5);
        }
        Rectangle2D lowest = Pen.box(box.getX(), box.getMaxY() - line, width, line);
        pen.text(heading.count(), layout.count(), Theme.MUTED, lowest, 0.5);
    }

    /** Draws name and number upward in one line; a name that is too long is abbreviated, the number is not. */
    private void vertical(SegmentHead heading, Rectangle2D box) {
        double line = pen.height(layout.name());
        double x = box.getCenterX() - line / 2;
        double count = pen.width(heading.count(), layout.count());
        double room = Math.max(0, box.getHeight() - count - pen.px(GAP) - 2);
        String name = pen.fitName(name(heading, layout), layout.name(), room);
        double length = pen.width(name, layout.name()) + 1;
        pen.verticalText(name, layout.name(), Theme.TEXT, Pen.box(x, box.getMaxY() - length, line, length), 0);
        double rest = box.getMaxY() - length - pen.px(GAP);
        Rectangle2D above = Pen.box(x, rest - count - 1, line, count + 1);
        pen.verticalText(heading.count(), layout.count(), Theme.MUTED, above, 0);
    }
}
