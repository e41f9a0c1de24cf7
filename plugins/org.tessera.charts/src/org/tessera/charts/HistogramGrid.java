package org.tessera.charts;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.data.Numbers;

/** The drawing of {@link Histograms}: a grid of cells with a row per column and a column per segment. */
final class HistogramGrid {

    private static final double NAME_WIDTH = 128;
    private static final double HEAD = 34;
    private static final double TICKS = 13;
    private static final double TICK_GAP = 5;
    private static final int MAX_TICKS = 5;
    private static final char NO_BREAK = '\u00a0';
    private static final int OPACITY = 185;

    /**
     * A tick of an axis.
     *
     * @param value its position, in units of the axis
     * @param text its label
     */
    record Tick(double value, String text) {}

    private final Histograms.Spec spec;
    private final Pen pen;

    HistogramGrid(Histograms.Spec spec, Pen pen) {
        this.spec = spec;
        this.pen = pen;
    }

    void draw(Rectangle2D area) {
        double names = Math.min(pen.px(NAME_WIDTH), area.getWidth() / 4);
        double head = pen.px(HEAD);
        Rectangle2D grid =
                Pen.box(area.getX() + names, area.getY() + head, area.getWidth() - names, area.getHeight() - head);
        int columns = spec.segments().size();
        int rows = spec.rows().size();
        for (int s = 0; s < columns; s++) {
            Rectangle2D cell = Histograms.cell(grid, 0, rows, s, columns);
            head(spec.segments().get(s), Pen.box(cell.getX(), area.getY(), cell.getWidth(), head));
        }
        for (int r = 0; r < rows; r++) {
            Histograms.Row row = spec.rows().get(r);
            Rectangle2D first = Histograms.cell(grid, r, rows, 0, columns);
            name(row, Pen.box(area.getX(), first.getY(), names - pen.px(8), first.getHeight()));
            for (int s = 0; s < columns; s++) {
                cell(row, s, Histograms.cell(grid, r, rows, s, columns));
            }
        }
    }

    private void head(Histograms.Head head, Rectangle2D box) {
        double line = pen.px(15);
        Rectangle2D first = Pen.box(box.getX() + pen.px(2), box.getY(), box.getWidth() - pen.px(4), line);
        pen.segmentName(head.name(), first);
        Rectangle2D second = Pen.box(first.getX(), first.getMaxY(), first.getWidth(), pen.px(13));
        pen.text(Numbers.count(head.size()), pen.theme().smallFont(), Theme.MUTED, second, 0.5);
    }

    /** Draws the column's name and, if it is categorical, the categories in the order of the bars. */
    private void name(Histograms.Row row, Rectangle2D box) {
        double line = pen.px(15);
        double small = pen.px(12);
        List<String> names = pen.wrapName(row.column(), pen.theme().boldFont(), box.getWidth(), 2);
        int room = (int) Math.max(0, (box.getHeight() - names.size() * line - pen.px(4)) / small);
        List<String> below = row.bins().names().isEmpty() || room == 0
                ? List.of()
                : pen.wrap(list(row.bins().names()), pen.theme().tinyFont(), box.getWidth(), room);
        double y = box.getCenterY() - (names.size() * line + below.size() * small) / 2;
        for (String text : names) {
            pen.text(text, pen.theme().boldFont(), Theme.TEXT, Pen.box(box.getX(), y, box.getWidth(), line), 0);
            y += line;
        }
        for (String text : below) {
            pen.text(text, pen.theme().tinyFont(), Theme.MUTED, Pen.box(box.getX(), y, box.getWidth(), small), 0);
            y += small;
        }
    }

    /** The names, separated by dots; lines break only after a dot. */
    private static String list(List<String> names) {
        return names.stream().map(name -> name.replace(' ', NO_BREAK)).collect(Collectors.joining(NO_BREAK + "· "));
    }

    private void cell(Histograms.Row row, int segment, Rectangle2D box) {
        double gap = pen.px(4);
        Rectangle2D bars = Pen.box(
                box.getX() + gap,
                box.getY() + gap,
                box.getWidth() - 2 * gap,
                box.getHeight() - 2 * gap - pen.px(TICKS));
        pen.fill(bars, Theme.FAINT);
        double highest = highest(row);
        Color color = Theme.segment(spec.segments().get(segment).label());
        int bins = row.bins().count();
        boolean categorical = !row.bins().names().isEmpty();
        for (int b = 0; b < bins; b++) {
            bar(bars, b, bins, row.overall()[b] / highest, categorical ? 0.9 : 1, Theme.color(Palette.OVERALL));
        }
        for (int b = 0; b < bins; b++) {
            Color fill = categorical ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY);
            bar(bars, b, bins, row.perSegment()[segment][b] / highest, categorical ? 0.5 : 0.92, fill);
        }
        pen.line(bars.getMinX(), bars.getMaxY(), bars.getMaxX(), bars.getMaxY(), Theme.AXIS, 1);
        if (!categorical) {
            ticks(row.bins(), bars);
        }
    }

    /** The largest share of any bar in the row, or 1 if all are 0. */
    private static double highest(Histograms.Row row) {
        double highest = 0;
        for (double share : row.overall()) {
            highest = Math.max(highest, share);
        }
        for (double[] shares : row.perSegment()) {
            for (double share : shares) {
                highest = Math.max(highest, share);
            }
        }
        return highest == 0 ? 1 : highest;
    }

    private void bar(Rectangle2D bars, int bin, int bins, double share, double width, Color color) {
        double step = bars.getWidth() / bins;
        double height = bars.getHeight() * 0.96 * share;
        double x = bars.getX() + bin * step + step * (1 - width) / 2;
        pen.fill(Pen.box(x, bars.getMaxY() - height, step * width, height), color);
    }

    /** Draws as many ticks as fit with their labels; bins of whole numbers have ticks at whole numbers only. */
    private void ticks(Histograms.Bins bins, Rectangle2D bars) {
        double[] edges = bins.edges();
        Scale scale = Scale.of(edges[0], edges[edges.length - 1], bars.getMinX(), bars.getMaxX());
        List<Tick> ticks = List.of();
        for (int limit = MAX_TICKS; limit >= 2 && !fit(ticks, scale, bars); limit--) {
            ticks = bins.quantity().isPointInTime()
                    ? TimeTicks.of(scale, bins.quantity(), limit)
                    : numbers(scale, edges, limit);
        }
        for (Tick tick : fit(ticks, scale, bars) ? ticks : List.<Tick>of()) {
            double x = scale.at(tick.value());
            Rectangle2D box = Pen.box(left(tick, x, bars), bars.getMaxY() + pen.px(1), width(tick), pen.px(TICKS - 2));
            pen.text(tick.text(), pen.theme().tinyFont(), Theme.MUTED, box, 0.5);
            pen.line(x, bars.getMaxY(), x, bars.getMaxY() + pen.px(2), Theme.AXIS, 1);
        }
    }

    private static List<Tick> numbers(Scale scale, double[] edges, int limit) {
        boolean whole = isNearWhole(edges[0] - 0.5) && isNearWhole(edges[1] - edges[0]);
        return scale.ticks(limit).stream()
                .filter(tick -> !whole || isWhole(tick))
                .map(tick -> new Tick(tick.doubleValue(), Scale.text(tick)))
                .toList();
    }

    /** Whether there are ticks and their labels do not overlap. */
    private boolean fit(List<Tick> ticks, Scale scale, Rectangle2D bars) {
        double end = bars.getMinX() - pen.px(TICK_GAP);
        for (Tick tick : ticks) {
            double left = left(tick, scale.at(tick.value()), bars);
            if (left < end + pen.px(TICK_GAP)) {
                return false;
            }
            end = left + width(tick);
        }
        return !ticks.isEmpty();
    }

    private static boolean isNearWhole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-9;
    }

    private static boolean isWhole(BigDecimal tick) {
        return tick.stripTrailingZeros().scale() <= 0;
    }

    private double width(Tick tick) {
        return pen.width(tick.text(), pen.theme().tinyFont()) + pen.px(1);
    }

    /** The left edge of a label: centered below its tick, but inside the cell. */
    private double left(Tick tick, double x, Rectangle2D bars) {
        return Math.max(bars.getMinX(), Math.min(bars.getMaxX() - width(tick), x - width(tick) / 2));
    }
}
