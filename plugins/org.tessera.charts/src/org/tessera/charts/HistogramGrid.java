package org.tessera.charts;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Numbers;

/**
 * The drawing of {@link Histograms}: a grid with a row per column and a column per segment. Rows of categories are as
 * high as their bars with names need; rows that do not fit are left out, and a note says so.
 */
final class HistogramGrid {

    private static final String OWN_SCALES = "own scales";
    private static final double NAME_WIDTH = 150;
    private static final double NAME_SHARE = 0.25;
    private static final double LINE = 15;
    private static final double SMALL_LINE = 12;
    private static final double GAP = 4;
    private static final double NUMBERS_HEIGHT = 44;
    /** Rows of the same kind are drawn at most so many times higher than they need. */
    private static final double MAX_STRETCH = 3;
    /** Share of its height that a row needs at least. */
    private static final double MIN_STRETCH = 0.75;

    private final Histograms.Spec spec;
    private final Pen pen;
    private final Rectangle2D area;
    private final double names;
    private final double width;
    private final SegmentHeadings headings;
    private final List<Histograms.Row> rows;
    private final double stretch;

    HistogramGrid(Histograms.Spec spec, Pen pen, Rectangle2D area) {
        this.spec = spec;
        this.pen = pen;
        this.area = area;
        this.names = Math.min(pen.px(NAME_WIDTH), area.getWidth() * NAME_SHARE);
        this.width = (area.getWidth() - names) / spec.segments().size();
        this.headings = new SegmentHeadings(spec.segments(), pen, width, area.getHeight());
        this.rows = fitting();
        double needed = rows.stream().mapToDouble(this::needed).sum();
        this.stretch = Math.min(MAX_STRETCH, room() / needed);
    }

    void draw() {
        if (stretch < MIN_STRETCH) {
            pen.text(Subtitles.TOO_SMALL, pen.theme().textFont(), Theme.MUTED, area, 0.5);
            return;
        }
        headings.draw(area.getX() + names, area.getY());
        double y = area.getY() + headings.height();
        for (Histograms.Row row : rows) {
            double height = needed(row) * stretch;
            row(row, Pen.box(area.getX(), y, area.getWidth(), height));
            y += height;
        }
        int hidden = spec.rows().size() - rows.size();
        if (hidden > 0) {
            Rectangle2D note =
                    Pen.box(area.getX(), area.getMaxY() - pen.px(SMALL_LINE), area.getWidth(), pen.px(SMALL_LINE));
            String text =
                    Numbers.count(hidden, "more column") + (hidden == 1 ? " needs" : " need") + " a greater height.";
            pen.text(text, pen.theme().smallFont(), Theme.MUTED, note, 0);
        }
    }

    /** The rows for which there is room beside those before them, at least one. */
    private List<Histograms.Row> fitting() {
        List<Histograms.Row> fitting = new ArrayList<>();
        double used = 0;
        for (Histograms.Row row : spec.rows()) {
            if (used + needed(row) <= room() || fitting.isEmpty()) {
                used += needed(row);
                fitting.add(row);
            }
        }
        return fitting;
    }

    private double room() {
        return area.getHeight() - headings.height() - pen.px(SMALL_LINE);
    }

    /** The height below which a row is not drawn: of categories their names in lines, under the column's name. */
    private double needed(Histograms.Row row) {
        int categories = row.bins().names().size();
        double names = categories * pen.height(pen.theme().tinyFont());
        return head(row) + (categories == 0 ? pen.px(NUMBERS_HEIGHT) : pen.px(GAP + SMALL_LINE) + names);
    }

    /** The height above the bars of a row. */
    private double head(Histograms.Row row) {
        boolean own = row.scaledPerSegment();
        boolean categorical = !row.bins().names().isEmpty();
        return pen.px(categorical ? LINE + GAP : own ? GAP + SMALL_LINE : GAP);
    }

    private void row(Histograms.Row row, Rectangle2D box) {
        boolean own = row.scaledPerSegment();
        double room = names - pen.px(8);
        HistogramCells cells = new HistogramCells(row, pen, box.getY() + head(row), box.getMaxY());
        if (row.bins().names().isEmpty()) {
            double scale = own ? 0 : pen.width("100 %", pen.theme().tinyFont()) + pen.px(GAP);
            columnName(row, Pen.box(box.getX(), box.getY(), room - scale, box.getHeight()), 3);
            if (!own) {
                cells.commonScale(box.getX() + room - scale, box.getX() + names - pen.px(2));
            }
        } else {
            columnName(row, Pen.box(box.getX(), box.getY(), box.getWidth(), head(row)), 1);
            cells.categories(box.getX(), box.getX() + room);
        }
        for (int s = 0; s < spec.segments().size(); s++) {
            cells.draw(s, spec.segments().get(s).label(), box.getX() + names + s * width, width);
        }
    }

    /** Draws a column's name in lines, and below or behind them whether its cells have scales of their own. */
    private void columnName(Histograms.Row row, Rectangle2D box, int maxLines) {
        double line = pen.px(LINE);
        boolean own = row.scaledPerSegment();
        double below = own && maxLines > 1 ? pen.px(SMALL_LINE) : 0;
        Font bold = pen.theme().boldFont();
        double behind = own && maxLines == 1 ? pen.width(OWN_SCALES, pen.theme().tinyFont()) + pen.px(3 * GAP) : 0;
        List<String> lines = pen.wrapName(row.column(), bold, box.getWidth() - behind, maxLines);
        double y = box.getCenterY() - (lines.size() * line + below) / 2;
        for (String text : lines) {
            pen.text(text, bold, Theme.TEXT, Pen.box(box.getX(), y, box.getWidth(), line), 0);
            y += line;
        }
        if (own) {
            double left = behind > 0 ? pen.width(lines.get(lines.size() - 1), bold) + pen.px(2 * GAP) : 0;
            double top = behind > 0 ? y - line : y;
            Rectangle2D note =
                    Pen.box(box.getX() + left, top, box.getWidth() - left, behind > 0 ? line : pen.px(SMALL_LINE));
            pen.text(OWN_SCALES, pen.theme().tinyFont(), Theme.MUTED, note, 0);
        }
    }
}
