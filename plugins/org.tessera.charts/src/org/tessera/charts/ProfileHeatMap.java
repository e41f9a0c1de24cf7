package org.tessera.charts;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.Profile;

/**
 * A heat map of effect sizes: how each segment differs from all customers, in standard deviations. It has a column per
 * segment and a row per numeric column of the table; a categorical column has a row for each category that matters for
 * a segment.
 */
public final class ProfileHeatMap {

    /** Default of the largest number of columns of the table shown. */
    public static final int DEFAULT_COLUMNS = 16;

    /** Largest number of rows; the rows of categories beyond are left out, the weakest first. */
    static final int MAX_ROWS = 40;

    /** Effect from which on the color is saturated. */
    private static final double FULL_COLOR = 1.5;

    private static final Color LOWER = new Color(0x21, 0x66, 0xAC);
    private static final Color HIGHER = new Color(0xD5, 0x5E, 0x00);

    private ProfileHeatMap() {}

    /**
     * The specification of the heat map.
     *
     * @param title the chart's title
     * @param subtitle how to read the numbers, and what was left out
     * @param segments a heading per segment, noise last
     * @param rows a row per column of the table, or per category that matters
     */
    public record Spec(String title, String subtitle, List<SegmentHead> segments, List<Row> rows) implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            segments = List.copyOf(segments);
            rows = List.copyOf(rows);
        }

        @Override
        public boolean isEmpty() {
            return rows.isEmpty() || segments.isEmpty();
        }

        @Override
        public List<String> names() {
            return rows.stream().map(Row::name).toList();
        }
    }

    /**
     * The effects of a column or of one of its categories.
     *
     * @param column the column's name
     * @param category the category, or "" for the mean of a numeric column
     * @param effects per segment the difference from all customers, in standard deviations
     */
    public record Row(String column, String category, double[] effects) {

        /** @return the column's name, or "column = category" */
        public String name() {
            return column + condition();
        }

        /** What follows the column's name: " = category" or "". */
        String condition() {
            return category.isEmpty() ? "" : " = " + category;
        }
    }

    /**
     * Selects the effects of a profile. A category matters for a segment when its share differs from that of all
     * customers by at least {@value HeatMapRows#MATTERS} standard deviations and by twice the standard error of the
     * share; of a column without such a category the strongest is shown.
     *
     * @param profile the profile; only the categories that it lists can be shown
     * @param maxColumns largest number of columns of the table shown, at least 1; those that differ most between
     *     segments are chosen
     * @return the specification
     */
    public static Spec spec(Profile profile, int maxColumns) {
        List<SegmentHead> heads = profile.segments().stream()
                .map(segment -> new SegmentHead(segment.label(), segment.name(), segment.size()))
                .toList();
        int columns = Math.min(maxColumns, profile.drivers().size());
        HeatMapRows rows = HeatMapRows.of(profile, profile.drivers().subList(0, columns), MAX_ROWS);
        String shown = columns < profile.drivers().size()
                ? "The " + columns + " of " + profile.drivers().size() + " columns that differ most. "
                : "";
        String leftOut = rows.leftOut() == 0
                ? ""
                : ". " + Numbers.count(rows.leftOut()) + " weaker "
                        + (rows.leftOut() == 1 ? "category is" : "categories are") + " left out";
        if (heads.isEmpty() || rows.rows().isEmpty()) {
            return new Spec(
                    "Nothing to compare",
                    "None of the customers' own columns has a value: check the table.",
                    heads,
                    List.of());
        }
        return new Spec(
                title(profile.customers(), heads, rows.rows()),
                shown + "Difference of the mean, or of a category's share, from all "
                        + Numbers.count(profile.customers(), "customer") + ", in their standard deviations" + leftOut,
                heads,
                rows.rows());
    }

    /** The segment and the row with the largest effect, if it is one that matters. */
    private static String title(int customers, List<SegmentHead> heads, List<Row> rows) {
        String title = "No segment differs much from all " + Numbers.count(customers) + " customers";
        double largest = HeatMapRows.MATTERS;
        for (Row row : rows) {
            for (int s = 0; s < heads.size(); s++) {
                double effect = row.effects()[s];
                if (Math.abs(effect) > largest) {
                    largest = Math.abs(effect);
                    title = heads.get(s).name() + " stands out most: " + Subtitles.shortName(row.name()) + " "
                            + number(effect) + " standard deviations";
                }
            }
        }
        return title;
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            if (spec.isEmpty()) {
                pen.text("Nothing to compare", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new HeatMapGrid(cells(spec), pen, area).draw();
            }
        };
    }

    private static HeatMapCells cells(Spec spec) {
        return new HeatMapCells(
                spec.segments(),
                spec.rows().stream()
                        .map(row -> new HeatMapCells.RowName(row.column(), row.condition(), OptionalInt.empty()))
                        .toList(),
                spec.rows().stream().map(Row::effects).toArray(double[][]::new),
                new HeatMapCells.Look(
                        ProfileHeatMap::number,
                        ProfileHeatMap::color,
                        -FULL_COLOR,
                        FULL_COLOR,
                        List.of(number(-FULL_COLOR) + " or less", "0", number(FULL_COLOR) + " or more")));
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
        return (effect < 0 ? Subtitles.MINUS : "+") + text;
    }
}
