package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.CategoryProfile;
import org.tessera.engine.profile.ColumnProfile;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.SegmentProfile;

/**
 * A heat map of effect sizes: how each segment differs from all customers, in standard deviations. It has a row per
 * column of the table and a column per segment. A categorical column is represented by the category whose share differs
 * most between segments.
 */
public final class ProfileHeatMap {

    /** Default of the largest number of columns shown. */
    public static final int DEFAULT_COLUMNS = 16;

    /** Effect from which on the color is saturated. */
    private static final double FULL_COLOR = 1.5;

    private static final Color LOWER = new Color(0x21, 0x66, 0xAC);
    private static final Color HIGHER = new Color(0xD5, 0x5E, 0x00);
    private static final double NAME_WIDTH = 170;
    private static final double HEAD = 36;
    private static final double KEY = 40;
    private static final double MAX_ROW_HEIGHT = 34;

    private ProfileHeatMap() {}

    /**
     * The specification of the heat map.
     *
     * @param title the chart's title
     * @param subtitle how to read the numbers
     * @param segments a header per segment, noise last
     * @param rows a row per column of the table
     */
    public record Spec(String title, String subtitle, List<Head> segments, List<Row> rows) implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            segments = List.copyOf(segments);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The header of a segment.
     *
     * @param label the segment, or -1 for noise
     * @param name the name shown
     * @param size number of customers
     */
    public record Head(int label, String name, int size) {}

    /**
     * The effects of a column.
     *
     * @param name the column's name, or "column = category"
     * @param effects per segment the difference from all customers, in standard deviations
     */
    public record Row(String name, double[] effects) {}

    /**
     * Selects the effects of a profile.
     *
     * @param profile the profile
     * @param maxColumns largest number of columns shown, at least 1; those that differ most between segments are chosen
     * @return the specification
     */
    public static Spec spec(Profile profile, int maxColumns) {
        List<Head> heads = new ArrayList<>();
        for (SegmentProfile segment : profile.segments()) {
            heads.add(new Head(segment.label(), segment.name(), segment.size()));
        }
        List<Row> rows = new ArrayList<>();
        for (Driver driver : profile.drivers()
                .subList(0, Math.min(maxColumns, profile.drivers().size()))) {
            rows.add(row(driver.column(), profile.segments()));
        }
        String shown = rows.size() < profile.drivers().size()
                ? "The " + rows.size() + " of " + profile.drivers().size() + " columns that differ most. "
                : "";
        return new Spec(
                "How each segment differs from all " + Numbers.count(profile.customers()) + " customers",
                shown + "Difference of the mean, or of a category's share, in standard deviations of all customers",
                heads,
                rows);
    }

    private static Row row(String column, List<SegmentProfile> segments) {
        List<ColumnProfile> profiles = segments.stream()
                .map(s -> s.columns().stream()
                        .filter(c -> c.column().equals(column))
                        .findFirst()
                        .orElseThrow())
                .toList();
        if (!profiles.isEmpty()
                && profiles.get(0) instanceof CategoryProfile first
                && !first.levels().isEmpty()) {
            int level = strongest(profiles, segments, first.levels().size());
            String name = column + " = " + first.levels().get(level).level();
            return new Row(
                    name, profiles.stream().mapToDouble(p -> effect(p, level)).toArray());
        }
        return new Row(
                column, profiles.stream().mapToDouble(ColumnProfile::effect).toArray());
    }

    private static double effect(ColumnProfile profile, int level) {
        return ((CategoryProfile) profile).levels().get(level).effect();
    }

    /** The level with the largest mean squared effect, weighted by the sizes of the segments. */
    private static int strongest(List<ColumnProfile> profiles, List<SegmentProfile> segments, int levels) {
        int strongest = 0;
        double largest = -1;
        for (int level = 0; level < levels; level++) {
            double sum = 0;
            for (int s = 0; s < profiles.size(); s++) {
                double effect = effect(profiles.get(s), level);
                sum += segments.get(s).share() * effect * effect;
            }
            if (sum > largest + 1e-12) {
                largest = sum;
                strongest = level;
            }
        }
        return strongest;
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> new Body(spec, pen, area).draw();
    }

    /** The drawing of a specification into an area. */
    private record Body(Spec spec, Pen pen, Rectangle2D area) {

        void draw() {
            if (spec.rows().isEmpty() || spec.segments().isEmpty()) {
                pen.text("Nothing to compare", pen.theme().textFont(), Theme.MUTED, area, 0.5);
                return;
            }
            double names = Math.min(pen.px(NAME_WIDTH), area.getWidth() * 0.3);
            double width = (area.getWidth() - names) / spec.segments().size();
            double room = area.getHeight() - pen.px(HEAD) - pen.px(KEY);
            double height = Math.min(room / spec.rows().size(), pen.px(MAX_ROW_HEIGHT));
            for (int s = 0; s < spec.segments().size(); s++) {
                head(
                        spec.segments().get(s),
                        Pen.box(area.getX() + names + s * width, area.getY(), width, pen.px(HEAD)));
            }
            for (int r = 0; r < spec.rows().size(); r++) {
                Row row = spec.rows().get(r);
                double y = area.getY() + pen.px(HEAD) + r * height;
                Font font = height < pen.px(15)
                        ? pen.theme().tinyFont()
                        : pen.theme().textFont();
                Rectangle2D name = Pen.box(area.getX(), y, names - pen.px(8), height);
                pen.text(pen.fitName(row.name(), font, name.getWidth()), font, Theme.TEXT, name, 1);
                for (int s = 0; s < row.effects().length; s++) {
                    cell(row.effects()[s], Pen.box(area.getX() + names + s * width, y, width, height));
                }
            }
            double below = area.getY() + pen.px(HEAD) + spec.rows().size() * height;
            key(Pen.box(area.getX() + names, below + pen.px(10), area.getWidth() - names, pen.px(KEY - 10)));
        }

        private void head(Head head, Rectangle2D box) {
            double line = box.getHeight() / 2 - pen.px(3);
            double gap = pen.px(1);
            Rectangle2D first = Pen.box(box.getX() + gap, box.getY(), box.getWidth() - 2 * gap, line);
            pen.segmentName(head.name(), first);
            Rectangle2D second = Pen.box(first.getX(), box.getY() + line, first.getWidth(), line);
            pen.text(Numbers.count(head.size()), pen.theme().smallFont(), Theme.MUTED, second, 0.5);
            Rectangle2D strip = Pen.box(first.getX(), box.getMaxY() - pen.px(5), first.getWidth(), pen.px(3));
            pen.fill(strip, Theme.segment(head.label()));
        }

        private void cell(double effect, Rectangle2D box) {
            Color color = color(effect);
            double gap = pen.px(0.75);
            Rectangle2D inner =
                    Pen.box(box.getX() + gap, box.getY() + gap, box.getWidth() - 2 * gap, box.getHeight() - 2 * gap);
            pen.fill(inner, color);
            Font font = box.getHeight() < pen.px(15)
                    ? pen.theme().tinyFont()
                    : pen.theme().smallFont();
            pen.text(number(effect), font, Theme.onto(color), inner, 0.5);
        }

        private void key(Rectangle2D box) {
            int steps = 60;
            double width = Math.min(box.getWidth(), pen.px(240));
            double bar = pen.px(9);
            for (int i = 0; i < steps; i++) {
                double effect = FULL_COLOR * (2.0 * i / (steps - 1) - 1);
                pen.fill(Pen.box(box.getX() + width * i / steps, box.getY(), width / steps + 0.5, bar), color(effect));
            }
            double top = box.getY() + bar + pen.px(2);
            Rectangle2D labels = Pen.box(box.getX(), top, width, pen.px(14));
            pen.text(number(-FULL_COLOR) + " or less", pen.theme().smallFont(), Theme.MUTED, labels, 0);
            pen.text("0", pen.theme().smallFont(), Theme.MUTED, labels, 0.5);
            pen.text(number(FULL_COLOR) + " or more", pen.theme().smallFont(), Theme.MUTED, labels, 1);
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
}
